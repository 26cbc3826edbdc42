import { useTranslation } from "react-i18next";
import { Meter } from "#app/components/team/progress/meter";
import { BandChip } from "#app/components/team/ratings/band";
import { Link } from "#app/router/api/navigation";
import type { CampaignLine } from "#app/views/team/supplier/record";

/** While there is no rating: what is being waited for, and what can be done. */
export function Unrated({ newest }: { newest?: CampaignLine }) {
  const { t } = useTranslation("ratings");
  const state = newest === undefined || newest.state === "submitted" ? "none" : newest.state;
  return (
    <div className="rating-summary">
      <div>
        <h2>
          {t("page.unrated.title")} <BandChip band="none" />
        </h2>
        <p>{t(`page.unrated.${state}`)}</p>
        {newest?.progress && (
          <p>
            <Meter done={newest.progress.answered} all={newest.progress.asked} />
          </p>
        )}
        <p>
          <Link to={newest === undefined ? "/campaigns" : newest.campaign.href}>
            {newest === undefined ? t("page.unrated.campaigns") : <bdi>{newest.campaign.name}</bdi>}
          </Link>
        </p>
      </div>
    </div>
  );
}
