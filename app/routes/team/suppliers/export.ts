import { csvDownload } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { exportSuppliers } from "#app/services/team/suppliers/export-suppliers";
import { readExport } from "#app/services/team/suppliers/filters/supplier-filter";

export const loader = forTeam(async (ctx, { request }) => {
  const view = readExport(new URL(request.url).searchParams);
  return csvDownload(await exportSuppliers({ ...ctx, language: teamLanguage(request) }, view));
});
