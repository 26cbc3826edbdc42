import { csvDownload } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { reportQuery } from "#app/routes/team/requests/report-query";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { exportReport } from "#app/services/team/reports/files/export-report";

export const loader = forTeam(async (ctx, { request }) =>
  csvDownload(await exportReport({ ...ctx, language: teamLanguage(request) }, reportQuery(request))),
);
