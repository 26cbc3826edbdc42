import { useTranslation } from "react-i18next";
import { Icon } from "#app/components/frame/icon";
import { troubleIcons } from "#app/components/team/campaigns/funnel";
import { Link } from "#app/router/api/navigation";
import type { TodayCampaignView } from "#app/views/team/today";
import { recipientTroubles } from "#terms/recipients";

function Troubles({ id, funnel }: { id: string; funnel: NonNullable<TodayCampaignView["funnel"]> }) {
  const { t } = useTranslation("team");
  const there = recipientTroubles.filter((name) => funnel[name] > 0);
  if (there.length === 0) return <p className="muted">{t("today.quiet")}</p>;
  return (
    <ul className="troubles">
      {there.map((name) => (
        <li key={name}>
          <Link className="trouble" to={`/campaigns/${id}?problem=${name}`}>
            <Icon name={troubleIcons[name]} />
            {t(`trouble.${name}`)} <b>{t("xOfY", { done: funnel[name], all: funnel.invited })}</b>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Each campaign that runs or waits, with what has to be looked at. */
export function TodayCampaigns({ campaigns }: { campaigns: readonly TodayCampaignView[] }) {
  const { t } = useTranslation("team");
  if (campaigns.length === 0) return <p className="section">{t("today.noCampaign")}</p>;
  return campaigns.map(({ id, name, due, funnel }) => (
    <section key={id} className="section">
      <h2>
        <Link to={`/campaigns/${id}`}>
          <bdi>{name}</bdi>
        </Link>
      </h2>
      {funnel ? (
        <>
          <p>
            <Link to={`/campaigns/${id}?step=submitted`}>
              {t("today.submitted", { done: funnel.submitted, all: funnel.invited })}
            </Link>
            . {t("today.due", { due })}
          </p>
          <Troubles id={id} funnel={funnel} />
        </>
      ) : (
        <p>
          {t("today.draft")} <Link to={`/campaigns/${id}`}>{t("today.checkDraft")}</Link>
        </p>
      )}
    </section>
  ));
}
