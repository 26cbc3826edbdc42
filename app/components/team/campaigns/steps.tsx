import { useTranslation } from "react-i18next";
import { Link } from "#app/router/api/navigation";
import { type CampaignStep, campaignSteps } from "#app/views/team/campaigns/campaign";

/** The steps of making a campaign; each can be gone back to, since each is saved. */
export function CampaignSteps({ id, current }: { id?: string; current: CampaignStep }) {
  const { t } = useTranslation("team");
  return (
    <nav aria-label={t("campaign.steps")}>
      <ol className="campaign-steps">
        {campaignSteps.map((step, place) => (
          <li key={step}>
            {id ? (
              <Link to={`/campaigns/${id}/${step}`} aria-current={step === current ? "step" : undefined}>
                {place + 1} {t(`campaign.step.${step}`)}
              </Link>
            ) : (
              <span
                className={step === current ? "campaign-step-now" : undefined}
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
