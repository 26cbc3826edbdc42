import { useTranslation } from "react-i18next";
import { Icon } from "#app/components/frame/icon";
import { CampaignDraftPage } from "#app/components/team/campaigns/campaign-draft-page";
import { FunnelSteps, Troubles } from "#app/components/team/campaigns/funnel";
import { LaunchProgress } from "#app/components/team/campaigns/launch-progress";
import { RecipientsTable } from "#app/components/team/campaigns/recipients-table";
import { MailHold } from "#app/components/team/frame/mail-hold";
import { Head } from "#app/components/team/frame/page-header";
import { ReminderLine } from "#app/components/team/reminders/reminder-line";
import { ReturnCounts } from "#app/components/team/returns/return-counts";
import { Pager } from "#app/components/team/tables/pager";
import { formInput } from "#app/http/form-input";
import { joinItems } from "#app/i18n/writing/punctuation";
import { teamPageTitle } from "#app/page/title";
import { redirect } from "#app/router/api/answers.server";
import { Form, Link } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showCampaign } from "#app/services/team/campaigns/show-campaign";
import { showCampaignDraft } from "#app/services/team/drafts/show-campaign-draft";
import { resendFailed } from "#app/services/team/invitations/resend-failed";
import { pagesAt } from "#app/views/team/pages";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request, params }) => {
  const { searchParams } = new URL(request.url);
  const campaign = params.id ?? "";
  const draft = await showCampaignDraft(ctx, { campaign });
  if (draft) return { draft, title: draft.title };
  const shown = await showCampaign(ctx, { ...formInput(searchParams, showCampaign.input), campaign });
  return { draft: undefined, shown: { ...shown, query: searchParams.toString() }, title: shown.name };
});

/** Sends again to all that failed. */
export const action = forTeam(async (ctx, { params }: ActionArgs) => {
  const campaign = params.id ?? "";
  const resent = await resendFailed(ctx, { campaign });
  return redirect(`/campaigns/${campaign}?resent=${resent}`, 303);
});

type Shown = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["shown"]>;

function Actions({ id, state, mayWrite, query }: Shown) {
  const { t } = useTranslation("team");
  return (
    <>
      <a className="button button-second" href={`/campaigns/${id}/recipients.csv?${query}`} download>
        {t("campaign.export")}
      </a>
      <a className="button button-second" href={`/campaigns/${id}/recipients.xlsx?${query}`} download>
        {t("campaign.exportWorkbook")}
      </a>
      {mayWrite && (
        <Link className="button button-second" to={`/campaigns/${id}/results`}>
          {t("campaign.results.link")}
        </Link>
      )}
      {mayWrite && state === "live" && (
        <Link className="button button-second" to={`/campaigns/${id}/close`}>
          {t("campaign.close")}
        </Link>
      )}
    </>
  );
}

/** What can be done at once for all whose mail failed, and how many it was done for. */
function SendAgain({ funnel, mayWrite, query }: Shown) {
  const { t } = useTranslation("team");
  const resent = /^\d{1,6}$/.exec(new URLSearchParams(query).get("resent") ?? "")?.[0];
  return (
    <>
      {resent !== undefined && (
        <p className="note-plain" role="status">
          {t("campaign.resent", { count: Number(resent) })}
        </p>
      )}
      {mayWrite && funnel["failed-mail"] > 0 && (
        <Form method="post" className="actions">
          <button type="submit" className="button button-second">
            {t("campaign.resendFailed")}
          </button>
        </Form>
      )}
    </>
  );
}

function Found({ view, total, funnel }: Shown) {
  const { t } = useTranslation("team");
  const filter = view.step ? t(`step.${view.step}`) : view.problem ? t(`trouble.${view.problem}`) : undefined;
  return (
    <p className="result-line">
      <span className="result-text" role="status">
        <strong className="num">{t("xOfY", { done: total, all: funnel.invited })}</strong> {t("campaign.found")}
      </span>
      {(filter || view.search) && (
        <Link className="filter-pill" to="?">
          <bdi>{filter ?? view.search}</bdi> <Icon name="remove" />
          <span className="visually-hidden">{t("campaign.noFilter")}</span>
        </Link>
      )}
    </p>
  );
}

export default function CampaignPage() {
  const { draft, shown } = useLoaderData<typeof loader>();
  return draft ? <CampaignDraftPage {...draft} /> : <Launched {...shown} />;
}

function Launched(shown: Shown) {
  const { t } = useTranslation("team");
  const { id, name, funnel, view, total, recipients, mayWrite, query, pageSize } = shown;
  const days =
    shown.state === "live"
      ? t(shown.past ? "campaign.past" : "campaign.left", { count: Math.abs(shown.daysLeft) })
      : t(`campaigns.states.${shown.state}`);
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head
        title={name}
        back={{ to: "/campaigns", label: t("bar.campaigns") }}
        meta={[
          `${t("campaign.dueAt", { due: shown.due })}, ${days}`,
          t("campaign.versionName", { title: shown.questionnaire, version: shown.version }),
          shown.regimes.length > 0 ? shown.regimes.join(" · ") : t("campaign.allRegimes"),
          shown.offersAll
            ? t("campaign.offer.all", { count: shown.offered.length })
            : t("campaign.offer.some", { languages: joinItems(shown.offered, "en") }),
          t(shown.sharesResults ? "campaign.results.are" : "campaign.results.areNot"),
        ]}
        actions={<Actions {...shown} />}
      />
      <MailHold hold={shown.hold} />
      {shown.inviting && <LaunchProgress {...shown.inviting} />}
      {shown.waitingQuestions > 0 && (
        <p className="note-plain">
          <Link to={`/questions?campaign=${id}`}>{t("help.waiting", { count: shown.waitingQuestions })}</Link>
        </p>
      )}
      <ReturnCounts counts={shown.returned} campaign={id} />
      <ReminderLine campaign={id} mayWrite={mayWrite && shown.state === "live"} {...shown.reminders} />
      <FunnelSteps counts={funnel} current={view.step} />
      <section className="section">
        <h2>
          {t("campaign.attention")}{" "}
          <span className="count">{t("xOfY", { done: funnel.troubled, all: funnel.invited })}</span>
        </h2>
        <Troubles counts={funnel} current={view.problem} />
        <SendAgain {...shown} />
      </section>
      <section className="section">
        <h2>{t("campaign.recipientsTitle")}</h2>
        <Form method="get" role="search" className="filters">
          {view.step && <input type="hidden" name="step" value={view.step} />}
          {view.problem && <input type="hidden" name="problem" value={view.problem} />}
          <div className="field search-field">
            <label htmlFor="q">{t("campaign.find")}</label>
            <input type="search" id="q" name="q" defaultValue={view.search} />
          </div>
          <button type="submit" className="button button-second">
            {t("campaign.findButton")}
          </button>
        </Form>
        <Found {...shown} />
        <RecipientsTable campaign={id} recipients={recipients} mayWrite={mayWrite} />
        <Pager pages={pagesAt({ page: view.page, pageSize, total, query })} />
      </section>
    </main>
  );
}
