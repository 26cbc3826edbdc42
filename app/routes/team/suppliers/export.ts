import { csvDownload } from "#app/http/downloads";
import { forTeam, teamLanguage } from "#app/http/team-session.server";
import { exportName, exportSuppliers } from "#app/services/team/suppliers/export-suppliers";

export const loader = forTeam("suppliers.export", (ctx, { request }) => {
  const lines = exportSuppliers({ ...ctx, language: teamLanguage(request) }, new URL(request.url).searchParams);
  return csvDownload({ name: exportName(ctx), lines });
});
