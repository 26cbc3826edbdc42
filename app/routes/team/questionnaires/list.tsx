import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { Link } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { listQuestionnaires } from "#app/services/team/questionnaires/list-questionnaires";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  const questionnaires = await listQuestionnaires({ ...ctx, language }, {});
  return { title: ctx.t(language)("team:questionnaires.title"), questionnaires };
});

export default function Questionnaires() {
  const { t } = useTranslation("team");
  const { title, questionnaires } = useLoaderData<typeof loader>();
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head title={title} meta={[t("questionnaires.lead")]} />
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t("questionnaires.name")}</th>
            <th scope="col">{t("questionnaires.questions")}</th>
            <th scope="col">{t("questionnaires.languages")}</th>
            <th scope="col">{t("questionnaires.fingerprint")}</th>
          </tr>
        </thead>
        <tbody>
          {questionnaires.map((one) => (
            <tr key={`${one.id}@${one.version}`}>
              <td>
                <Link to={`/questionnaires/${one.id}/${one.version}`}>{t("campaign.versionName", one)}</Link>
              </td>
              <td data-label={t("questionnaires.questions")}>{t("campaign.regimeQuestions", one.questions)}</td>
              <td data-label={t("questionnaires.languages")}>
                {t("xOfY", { done: one.languages, all: one.ofLanguages })}
              </td>
              <td data-label={t("questionnaires.fingerprint")}>
                <span className="mono">{one.fingerprint.slice(0, 16)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
