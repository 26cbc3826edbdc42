import { TextArea } from "#app/components/team/forms/field";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import type { FieldError, StepTyped, StepView } from "#app/views/team/actions/action";

type Props = {
  readonly version: number;
  readonly steps: readonly StepView[];
  readonly typed: StepTyped | undefined;
  readonly errors: readonly FieldError[];
};

/** The steps that may be taken now, one open at a time: the usual next one first. */
export function Steps({ version, steps, typed, errors }: Props) {
  const t = useTexts("actions");
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t("page.next")}</h2>
      {steps.map(({ step, isReasoned, note }, at) => {
        const isTyped = typed?.step === step;
        return (
          <details key={step} className="action-step" name="steps" open={isTyped || (typed === undefined && at === 0)}>
            <summary>{t(`step.${step}.title`)}</summary>
            <Form method="post" className="flow" reloadDocument>
              <input type="hidden" name="intent" value={step} />
              <input type="hidden" name="version" value={version} />
              <p>
                {t(`step.${step}.text`)} {note}
              </p>
              <TextArea
                name={`${step}-text`}
                label={t(isReasoned ? "field.reason" : "field.text")}
                hint={t(isReasoned ? "field.reasonHint" : "field.textHint")}
                value={isTyped ? typed.text : undefined}
                error={isTyped ? errors.find(({ field }) => field === `${step}-text`)?.text : undefined}
                rows={2}
                dir="auto"
              />
              <div className="actions">
                <button
                  type="submit"
                  className={
                    step === "dropped" ? "button button-destroys" : at === 0 ? "button" : "button button-second"
                  }
                >
                  {t(`step.${step}.submit`)}
                </button>
              </div>
            </Form>
          </details>
        );
      })}
    </section>
  );
}
