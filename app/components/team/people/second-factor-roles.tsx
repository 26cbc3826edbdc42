import { fieldClass } from "#app/components/forms/field-box";
import { describedBy, FieldHelp } from "#app/components/forms/field-help";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import { type Role, roles } from "#terms/roles";

/** Which roles must have a second factor. `error` stands beside them. */
export function SecondFactorRoles({ chosen, error }: { chosen: readonly Role[]; error: string | undefined }) {
  const t = useTexts("team");
  return (
    <section className="section">
      <h2>{t("people.rules")}</h2>
      <p className="muted">{t("people.rulesHint")}</p>
      <Form method="post" className="flow" reloadDocument>
        <input type="hidden" name="intent" value="second-factor" />
        <fieldset className={fieldClass(error)} id="roles" aria-describedby={describedBy({ id: "roles", error })}>
          <legend className="label">{t("people.rulesField")}</legend>
          <FieldHelp id="roles" error={error} />
          <div className="choices">
            {roles.map((role) => (
              <div key={role} className="choice">
                <input
                  type="checkbox"
                  id={`must-${role}`}
                  name="roles"
                  value={role}
                  defaultChecked={chosen.includes(role)}
                />
                <label htmlFor={`must-${role}`}>{t(`role.${role}`)}</label>
              </div>
            ))}
          </div>
        </fieldset>
        <button type="submit" className="button button-second">
          {t("people.rulesSave")}
        </button>
      </Form>
    </section>
  );
}
