import { useTexts } from "#app/i18n/texts/use-texts";

const steps = ["drafted", "read", "published", "rated"] as const;
export type RuleStep = (typeof steps)[number];

/** The way of a rule set, and how far this one is; of one that was withdrawn no step is the current one. */
export function RuleSteps({ at }: { at?: RuleStep }) {
  const t = useTexts("rules");
  return (
    <ol className="rule-steps" aria-label={t("steps.label")}>
      {steps.map((step) => (
        <li key={step} aria-current={step === at ? "step" : undefined}>
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
