import { useTranslation } from "react-i18next";
import { ErrorSummary, SelectField, TextField } from "#app/components/team/forms/field";
import { Form } from "#app/router/navigation";
import type { QuestionnaireChoice } from "#app/views/team/campaigns/campaign";

type QuestionnaireFormProps = {
  versions: readonly QuestionnaireChoice[];
  name?: string;
  chosen?: string;
  regimes?: readonly string[];
  nameMissing?: boolean;
};

/** Name, questionnaire version and the laws it should serve. */
export function QuestionnaireForm({ versions, name, chosen, regimes = [], nameMissing }: QuestionnaireFormProps) {
  const { t } = useTranslation("team");
  const version = versions.find(({ key }) => key === chosen) ?? versions[0];
  const error = nameMissing ? t("fault.required", { field: t("campaign.name") }) : undefined;
  return (
    <Form method="post" className="flow-wide section">
      <ErrorSummary title={t("form.problem")} errors={error ? [{ field: "name", text: error }] : []} />
      <div>
        <TextField
          name="name"
          label={t("campaign.name")}
          hint={t("campaign.nameHint")}
          value={name}
          error={error}
          maxLength={200}
        />
        <SelectField
          name="version"
          label={t("campaign.version")}
          value={version?.key}
          choices={versions.map((one) => ({ value: one.key, label: t("campaign.versionName", one) }))}
        />
      </div>
      <fieldset>
        <legend className="label">{t("campaign.regimes")}</legend>
        <p className="hint">{t("campaign.regimesHint", version?.questions)}</p>
        <div className="choices">
          {version?.regimes.map((regime) => (
            <div key={regime.id} className="choice">
              <input
                type="checkbox"
                id={regime.id}
                name="regime"
                value={regime.id}
                defaultChecked={regimes.includes(regime.id)}
              />
              <label htmlFor={regime.id}>
                {regime.name}
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
