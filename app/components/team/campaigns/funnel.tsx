import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "#app/components/frame/icon";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { Link } from "#app/router/api/navigation";
import type { FunnelCounts } from "#app/views/team/campaigns/campaign";
import { type FunnelStep, funnelSteps, type RecipientTrouble, recipientTroubles } from "#terms/recipients";

export const troubleIcons: Record<RecipientTrouble, IconName> = {
  "failed-mail": "mail",
  declined: "stop",
  "opted-out": "remove",
  expired: "link",
  silent: "clock",
  voided: "remove",
};

const height = 80;

/** How many could go on after a step: after the mails also those who have got their link in another way. */
function comingFrom(counts: FunnelCounts, step: FunnelStep): number {
  return step === "delivered" ? counts.reached : counts[step];
}

/** The steps of a campaign as a staircase; each is a link that filters the table below. */
export function FunnelSteps({ counts, current }: { counts: FunnelCounts; current?: string }) {
  const { t } = useTranslation("team");
  const figures = useNumberFormats();
  const all = counts.invited;
  // Links are also handed over by hand: whoever started by one has no mail that the server took.
  const otherwise = counts.reached - counts.delivered;
  const share = (count: number) => (all === 0 ? 0 : count / all);
  return (
    <ol className="funnel">
      {funnelSteps.map((step, place) => {
        const before = comingFrom(counts, funnelSteps[place - 1] ?? "invited");
        const lost = Math.max(0, before - counts[step]);
        const top = height * (1 - share(counts[step]));
        const out = height * (1 - share(before));
        return (
          <li key={step}>
            <Link to={`?step=${step}`} aria-current={current === step ? "true" : undefined}>
              <span className="step">{t(`step.${step}`)}</span>
              <b>{figures.count(counts[step])}</b>
              <span className="of">{t("funnel.share", { share: Math.round(share(counts[step]) * 100), all })}</span>
              <svg className="stair" viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
                <rect className="stair-out" y={out} width="100" height={Math.max(0, top - out)} />
                <rect className="stair-in" y={top} width="100" height={height - top} />
              </svg>
              <svg className="flat" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect className="stair-out" width="100" height="6" />
                <rect className="stair-in" width={share(counts[step]) * 100} height="6" />
              </svg>
              <span className="lost">
                {step === "started" && otherwise > 0 && `${t("funnel.otherwise", { count: otherwise })} `}
                {lost > 0 && t("funnel.lost", { count: lost })}
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

/** What keeps suppliers from answering, each with how many and a link to them. */
export function Troubles({ counts, current }: { counts: FunnelCounts; current?: string }) {
  const { t } = useTranslation("team");
  const figures = useNumberFormats();
  return (
    <ul className="troubles">
      {recipientTroubles.map((name) => (
        <li key={name}>
          <Link
            className={
              name === "silent" || name === "expired" || name === "opted-out" ? "trouble trouble-soft" : "trouble"
            }
            to={`?problem=${name}`}
            aria-current={current === name ? "true" : undefined}
          >
            <Icon name={troubleIcons[name]} />
            {t(`trouble.${name}`)} <b>{figures.count(counts[name])}</b>
            <span className="visually-hidden"> {t("ofAll", { all: counts.invited })}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
