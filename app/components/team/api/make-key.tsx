import { fieldClass } from "#app/components/forms/field-box";
import { describedBy, FieldHelp } from "#app/components/forms/field-help";
import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import type { ApiScope } from "#terms/api-scopes";

export type TypedKey = { readonly name: string; readonly days: string; readonly scopes: readonly ApiScope[] };

type MakeKeyProps = {
  readonly scopes: readonly ApiScope[];
  readonly mostDays: number;
  readonly typed?: TypedKey;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
};

type Word<S extends ApiScope> = S extends `${infer What}:${infer Verb}` ? `${What}-${Verb}` : never;

/** A scope in keys of texts, where a colon stands after the name of a file. */
function wordOf(scope: ApiScope): Word<ApiScope> {
  // What a template type says of every scope, the compiler does not follow through `replace`.
  return scope.replace(":", "-") as Word<ApiScope>;
}

/** The form that makes a key; nothing is ticked for anybody. */
export function MakeKey({ scopes, mostDays, typed, errors }: MakeKeyProps) {
  const t = useTexts("api");
  const team = useTexts("team");
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text;
  const error = errorOf("scopes");
  return (
    <section className="section">
      <h2>{t("make")}</h2>
      <Form method="post" className="flow" reloadDocument>
        <ErrorSummary title={team("form.problem")} errors={errors} />
        <TextField
          {...{ name: "name", label: t("name"), hint: t("nameHint"), width: "in-m", maxLength: 200 }}
          value={typed?.name}
          error={errorOf("name")}
        />
        <TextField
          {...{
            name: "days",
            type: "number",
            label: t("days"),
            hint: t("daysHint", { most: mostDays }),
            width: "in-s",
          }}
          value={typed?.days ?? "90"}
          error={errorOf("days")}
        />
        <fieldset className={fieldClass(error)} id="scopes" aria-describedby={describedBy({ id: "scopes", error })}>
          <legend className="label">{t("scopes")}</legend>
          <FieldHelp id="scopes" error={error} />
          <div className="choices">
            {scopes.map((scope) => (
              <div key={scope} className="choice">
                <input
                  type="checkbox"
                  id={`may-${scope}`}
                  name="scopes"
                  value={scope}
                  defaultChecked={typed?.scopes.includes(scope) ?? false}
                />
                <label htmlFor={`may-${scope}`}>{t(`scope.${wordOf(scope)}`)}</label>
              </div>
            ))}
          </div>
        </fieldset>
        {!scopes.includes("north-korea:read") && <p className="muted">{t("northKoreaNote")}</p>}
        <button type="submit" className="button">
          {t("make")}
        </button>
      </Form>
    </section>
  );
}
