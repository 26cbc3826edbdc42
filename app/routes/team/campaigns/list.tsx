import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { Meter } from "#app/components/team/progress/meter";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { Link } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { listCampaigns } from "#app/services/team/campaigns/list-campaigns";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => ({
  title: ctx.t(teamLanguage(request))("team:campaigns.title"),
  ...(await listCampaigns(ctx, {})),
}));

export default function Campaigns() {
  const { t } = useTranslation("team");
  const figures = useNumberFormats();
  const { title, campaigns, mayWrite } = useLoaderData<typeof loader>();
  const actions = mayWrite && (
    <Link className="button" to="/campaigns/new">
      {t("campaigns.new")}
    </Link>
  );
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head title={title} count={figures.count(campaigns.length)} actions={actions} />
      {campaigns.length === 0 ? (
        <p>{t("campaigns.none")}</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t("campaigns.name")}</th>
              <th scope="col">{t("campaigns.state")}</th>
              <th scope="col">{t("campaigns.recipients")}</th>
              <th scope="col">{t("campaigns.submitted")}</th>
              <th scope="col">{t("campaigns.due")}</th>
            </tr>
          </thead>
          <tbody>
            {campaigns.map(({ id, name, state, recipients, submitted, due }) => (
              <tr key={id}>
                <td>
                  <Link to={`/campaigns/${id}`}>
                    <bdi>{name}</bdi>
                  </Link>
                </td>
                <td data-label={t("campaigns.state")}>{t(`campaigns.states.${state}`)}</td>
                <td data-label={t("campaigns.recipients")}>{figures.count(recipients)}</td>
                <td data-label={t("campaigns.submitted")}>
                  {state === "draft" ? t("campaigns.notSent") : <Meter done={submitted} all={recipients} />}
                </td>
                <td data-label={t("campaigns.due")}>{due}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}
