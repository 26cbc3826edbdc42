import { useTranslation } from "react-i18next";
import { ErrorSummary, SelectField, TextField } from "#app/components/team/forms/field";
import type texts from "#app/i18n/locales/en/team.json";
import { Form } from "#app/router/api/navigation";
import type { QuestionnaireChoice } from "#app/views/team/campaigns/campaign";

type QuestionnaireFormProps = {
  versions: readonly QuestionnaireChoice[];
  /** Where the form makes a campaign: what tells this look at it from others, so that sent twice it makes one. */
  begun?: string;
  /** How many suppliers were said to be asked, where they were chosen in the table. */
  seen?: number;
  name?: string;
  version?: string;
  regimes?: readonly string[];
  faults?: readonly { field: string; code: keyof (typeof texts)["fault"] }[];
};

const labels = { name: "campaign.name", version: "campaign.version", regimes: "campaign.regimes" } as const;
const fields = ["name", "version", "regimes"] as const;

/** Name, questionnaire version and the laws it should serve. */
export function QuestionnaireForm({
  versions,
  begun,
  seen,
  name,
  version: chosen,
  regimes = [],
  faults = [],
}: QuestionnaireFormProps) {
  const { t } = useTranslation("team");
  const version = versions.find(({ key }) => key === chosen) ?? versions[0];
  const errorOf = (field: keyof typeof labels) => {
    const fault = faults.find((one) => one.field === field);
    return fault && t(`fault.${fault.code}`, { field: t(labels[field]) });
  };
  const errors = fields.flatMap((field) => {
    const text = errorOf(field);
    return text ? [{ field, text }] : [];
  });
  return (
    <Form method="post" className="flow-wide section">
      {begun !== undefined && <input type="hidden" name="begun" value={begun} />}
      {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
      <ErrorSummary title={t("form.problem")} errors={errors} />
      <div>
        <TextField
          name="name"
          label={t("campaign.name")}
          hint={t("campaign.nameHint")}
          value={name}
          error={errorOf("name")}
          maxLength={200}
        />
        <SelectField
          name="version"
          label={t("campaign.version")}
          value={version?.key}
          error={errorOf("version")}
          choices={versions.map((one) => ({ value: one.key, label: t("campaign.versionName", one) }))}
        />
      </div>
      <fieldset id="regimes" className={errorOf("regimes") ? "field field-error" : undefined}>
        <legend className="label">{t("campaign.regimes")}</legend>
        {errorOf("regimes") && <p className="error-text">{errorOf("regimes")}</p>}
        <p className="hint">{t("campaign.regimesHint", version?.questions)}</p>
        <div className="choices">
          {version?.regimes.map((regime) => (
            <div key={regime.id} className="choice">
              <input
                type="checkbox"
                id={regime.id}
                name="regimes"
                value={regime.id}
                defaultChecked={regimes.includes(regime.id)}
              />
              <label htmlFor={regime.id}>
                {regime.name}
                {regime.from && <small>{t("campaign.regimeFrom", { day: regime.from })}</small>}
                <small>{t("campaign.regimeQuestions", regime.questions)}</small>
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <div className="actions">
        <button type="submit" className="button">
          {t("form.continue")}
        </button>
      </div>
    </Form>
  );
}
