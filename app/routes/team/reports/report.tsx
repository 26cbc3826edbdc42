import { ReportPage } from "#app/components/team/reports/report-page";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { useLoaderData } from "#app/router/api/route-data";
import { reportQuery } from "#app/routes/team/requests/report-query";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showReport } from "#app/services/team/reports/show-report";
import reports from "#app/styles/reports.css?url";

export const handle = { namespaces: ["team", "reports"] } satisfies RouteHandle;

export const links = () => [{ rel: "stylesheet", href: reports }];

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { request }) =>
  showReport({ ...ctx, language: teamLanguage(request) }, reportQuery(request)),
);

export default function ReportRoute() {
  return <ReportPage {...useLoaderData<typeof loader>()} />;
}
