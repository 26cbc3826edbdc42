import { useTranslation } from "react-i18next";
import { Icon } from "#app/components/frame/icon";
import { Head } from "#app/components/team/frame/page-header";
import { Link } from "#app/router/api/navigation";
import type { CampaignDraftView, CampaignStep } from "#app/views/team/campaigns/campaign";

/** A campaign before its launch: what is done, what is still to do, and where. Nobody was asked, so nothing is counted. */
export function CampaignDraftPage({ id, title, mayWrite, sharesResults, steps, next }: CampaignDraftView) {
  const { t } = useTranslation("team");
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head
        title={title}
        back={{ to: "/campaigns", label: t("bar.campaigns") }}
        meta={[t("campaigns.states.draft"), t("campaign.draft.lead")]}
      />
      <div className="double-rule" />
      {!mayWrite && <p className="section">{t("campaign.draft.onlyLooking")}</p>}
      <ol className="step-list draft-steps" aria-label={t("campaign.steps")}>
        {steps.map(({ step, done, text }) => (
          <li key={step} className={done ? "is-done" : undefined}>
            {done && <Icon name="tick" className="tick" />}
            <div>
              <h2>
                {t(`campaign.step.${step}`)}{" "}
                <span className="visually-hidden">{t(done ? "first.done" : "campaign.draft.toDo")}</span>
              </h2>
              <p className="muted">{text}</p>
              {mayWrite && <StepLink id={id} step={step} done={done} isNext={step === next} />}
            </div>
          </li>
        ))}
      </ol>
      <p className="muted">
        {t(sharesResults ? "campaign.results.are" : "campaign.results.areNot")}{" "}
        {mayWrite && (
          <Link to={`/campaigns/${id}/results`}>
            {t("check.change")}
            <span className="visually-hidden"> {t("campaign.results.title")}</span>
          </Link>
        )}
      </p>
    </main>
  );
}

function StepLink({ id, step, done, isNext }: { id: string; step: CampaignStep; done: boolean; isNext: boolean }) {
  const { t } = useTranslation("team");
  // Launching comes last: before the other steps are done there is nothing to go on with.
  if (step === "launch" && !isNext) return null;
  return (
    <p>
      <Link className={isNext ? "button" : undefined} to={`/campaigns/${id}/${step}`}>
        {t(isNext ? `campaign.draft.next.${step}` : done ? "check.change" : "campaign.draft.look")}
        {!isNext && <span className="visually-hidden"> {t(`campaign.step.${step}`)}</span>}
      </Link>
    </p>
  );
}
