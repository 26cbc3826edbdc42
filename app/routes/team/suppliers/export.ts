import { Readable } from "node:stream";
import { teamLanguage } from "#app/http/team-session.server";
import { textFileHeaders } from "#app/http/text-file";
import { createReadableStreamFromReadable } from "#app/router/answers.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { exportSuppliers } from "#app/services/team/suppliers/export-suppliers";
import { readSupplierView } from "#app/services/team/suppliers/supplier-filter";

export const loader = forTeam(async (ctx, { request }) => {
  const view = readSupplierView(new URL(request.url).searchParams);
  const file = await exportSuppliers({ ...ctx, language: teamLanguage(request) }, view);
  return new Response(createReadableStreamFromReadable(Readable.from(file.text)), { headers: textFileHeaders(file) });
});
