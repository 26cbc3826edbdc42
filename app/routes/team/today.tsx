import { useTranslation } from "react-i18next";
import { OldBackup } from "#app/components/team/frame/backup-age";
import { MailHold } from "#app/components/team/frame/mail-hold";
import { Head } from "#app/components/team/frame/page-header";
import { BandStrip } from "#app/components/team/ratings/band-strip";
import { ReturnCounts } from "#app/components/team/returns/return-counts";
import { FirstSteps, RatingLegend } from "#app/components/team/today/first-steps";
import { StorageNotice } from "#app/components/team/today/storage-notice";
import { TodayCampaigns } from "#app/components/team/today/today-campaigns";
import { TodayConcerns } from "#app/components/team/today/today-concerns";
import { TodayWork } from "#app/components/team/today/today-work";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { Link } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showToday } from "#app/services/team/today/show-today";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  return { ...(await showToday({ ...ctx, language }, {})), title: ctx.t(language)("team:today.title") };
});

export default function TodayPage() {
  const { t } = useTranslation("team");
  const {
    title,
    suppliers,
    bands,
    concerns,
    campaigns,
    campaignsEver,
    hold,
    backup,
    fullness,
    documentsFullness,
    waitingQuestions,
    returned,
    work,
    ...first
  } = useLoaderData<typeof loader>();
  const starting = suppliers === 0 || campaignsEver === 0;
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head title={title} meta={[t(starting ? "today.starting" : "today.lead")]} />
      <div className="double-rule" />
      <MailHold hold={hold} />
      <OldBackup backup={backup} />
      <StorageNotice of="storage" fullness={fullness} />
      <StorageNotice of="documents" fullness={documentsFullness} />
      {waitingQuestions > 0 && (
        <p className="note-plain">
          <Link to="/questions">{t("help.waiting", { count: waitingQuestions })}</Link>
        </p>
      )}
      <ReturnCounts counts={returned} />
      <TodayWork work={work} />
      {starting ? (
        <div className="main-and-side">
          <FirstSteps {...first} suppliers={suppliers} />
          <RatingLegend />
        </div>
      ) : (
        <>
          <TodayConcerns concerns={concerns} rated={suppliers - bands.none} />
          <section className="section">
            <h2>{t("today.ratings", { count: suppliers })}</h2>
            <BandStrip counts={bands} hrefOf={(band) => `/suppliers?band=${band}`} />
            <p>
              <Link to="/suppliers">{t("today.allSuppliers")}</Link>
            </p>
          </section>
          <TodayCampaigns campaigns={campaigns} />
        </>
      )}
    </main>
  );
}
