import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { VoidNotice } from "#app/components/team/supplier/void-notice";
import { ForeignText } from "#app/components/text/foreign-text";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { Link } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { lookAtQuestionnaire } from "#app/services/stand-in/look-at-questionnaire";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request, params }) => {
  const language = teamLanguage(request);
  const byLink = new URL(request.url).searchParams.has("by-link");
  const asked = { campaign: params.id ?? "", invitation: params.invitation ?? "", byLink };
  const shown = await lookAtQuestionnaire({ ...ctx, language }, asked);
  return { ...shown, title: ctx.t(language)("team:lookAt.title", { supplier: shown.supplier }) };
});

type Section = ReturnType<typeof useLoaderData<typeof loader>>["sections"][number];

function Answers({ section: { code, name, answers } }: { section: Section }) {
  const { t } = useTranslation("team");
  const ratings = useTranslation("ratings").t;
  return (
    <section className="section" aria-labelledby={`section-${code}`}>
      <h2 id={`section-${code}`}>
        {code}. <ForeignText words={name} />
      </h2>
      <dl className="facts">
        {answers.map(({ code, title, lines, total, comment, givenBy, byColleague }) => (
          <div key={code}>
            <dt>
              <span className="num">{code}</span> <ForeignText words={title} />
            </dt>
            <dd className={lines.length === 0 ? "muted" : undefined}>
              {lines.length === 0 && t("lookAt.blank")}
              {[...lines, total ?? "", comment ?? ""].filter(Boolean).map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a table may say the same
                <div key={at} dir="auto">
                  <ForeignText words={line} />
                </div>
              ))}
              {givenBy && <small>{ratings("page.answers.givenBy", { name: givenBy })}</small>}
              {byColleague && <small>{ratings("page.answers.byColleague", { name: byColleague })}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export default function Questionnaire() {
  const { t } = useTranslation("team");
  const { title, supplier, name, byLink, mayStandIn, reference, voided, campaign, invitation, sections } =
    useLoaderData<typeof loader>();
  const place = `/campaigns/${campaign}/invitations/${invitation}`;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} meta={[supplier, reference]} back={{ to: place, label: t("lookAt.back") }} />
      <p className={byLink ? "note" : "note-plain"}>{t(byLink ? "lookAt.byLink" : "lookAt.readOnly", { name })}</p>
      {voided && <VoidNotice {...voided} />}
      {mayStandIn && (
        <p>
          <Link to={`${place}/answer-for`}>{t("lookAt.answerFor")}</Link>
        </p>
      )}
      {sections.map((section) => (
        <Answers key={section.code} section={section} />
      ))}
    </main>
  );
}
