import { download } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { reportQuery } from "#app/routes/team/requests/report-query";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { writeReport } from "#app/services/team/reports/files/write-report";

export const loader = forTeam(async (ctx, { request }) => {
  const { name, type, bytes } = await writeReport({ ...ctx, language: teamLanguage(request) }, reportQuery(request));
  return download({ name, type, body: bytes, ...(bytes.length > 0 && { bytes: bytes.length }) });
});
