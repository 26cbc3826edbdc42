import { useTranslation } from "react-i18next";
import { SelectField } from "#app/components/team/forms/field";
import { Form, Link, useLocation } from "#app/router/api/navigation";
import type { ImportMissing, ImportReading } from "#app/views/team/import";
import { useChosen } from "./columns";

/** What no column of the list holds: said once, with what can be done about it. */
export function MissingColumns({ plan }: { plan: ImportReading }) {
  return plan.missing.map((missing) =>
    missing.field === "email" ? (
      <MissingEmail key={missing.field} />
    ) : (
      <Missing key={missing.field} missing={missing} plan={plan} />
    ),
  );
}

function MissingEmail() {
  const { t } = useTranslation("team");
  return <p className="note">{t("import.missing.email")}</p>;
}

function Missing({ missing: { field, mayBe }, plan }: { missing: ImportMissing; plan: ImportReading }) {
  const { t } = useTranslation("team");
  const chosen = useChosen();
  const title = field === "name" ? t("import.missing.name") : t("import.missing.country");
  return (
    <section className="decide flow">
      <h2>{title}</h2>
      {mayBe.length > 0 && (
        <>
          <p>{t("import.missing.where")}</p>
          <ul>
            {mayBe.map(({ at, heading, sample }) => (
              <li key={at}>
                <Link to={chosen(`column.${field}`, String(at))}>{t("import.missing.use", { heading, sample })}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t("import.missing.elsewhere", { field: t(`import.field.${field}`) })}</p>
      {field === "country" && <OneCountry plan={plan} />}
    </section>
  );
}

function OneCountry({ plan }: { plan: ImportReading }) {
  const { t } = useTranslation("team");
  const { search } = useLocation();
  const kept = [...new URLSearchParams(search)].filter(([name]) => name !== "oneCountry");
  const choices = [
    { value: "", label: t("import.missing.notOne") },
    ...plan.countries.map(({ code, name }) => ({ value: code, label: name })),
  ];
  return (
    <Form method="get" className="filters">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField name="oneCountry" label={t("import.missing.one")} choices={choices} value="" />
      <button type="submit" className="button button-second">
        {t("import.missing.useOne")}
      </button>
    </Form>
  );
}
