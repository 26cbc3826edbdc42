import { useTranslation } from "react-i18next";
import { Link } from "#app/router/navigation";

export const campaignSteps = ["questionnaire", "recipients", "message", "due", "launch"] as const;
export type CampaignStep = (typeof campaignSteps)[number];

/** The steps of making a campaign; each can be gone back to, since each is saved. */
export function CampaignSteps({ id, current }: { id?: string; current: CampaignStep }) {
  const { t } = useTranslation("team");
  return (
    <nav aria-label={t("campaign.steps")}>
      <ol className="views">
        {campaignSteps.map((step, place) => (
          <li key={step}>
            {id ? (
              <Link to={`/campaigns/${id}/${step}`} aria-current={step === current ? "step" : undefined}>
                {place + 1} {t(`campaign.step.${step}`)}
              </Link>
            ) : (
              <span
                className={step === current ? "step-now" : "step-later"}
                aria-current={step === current ? "step" : undefined}
              >
                {place + 1} {t(`campaign.step.${step}`)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
