import { Readable } from "node:stream";
import { forTeam, teamLanguage } from "#app/http/team-session.server";
import { createReadableStreamFromReadable } from "#app/router/answers.server";
import { exportName, exportSuppliers } from "#app/services/team/suppliers/export-suppliers";

export const loader = forTeam("suppliers.export", (ctx, { request }) => {
  const text = exportSuppliers({ ...ctx, language: teamLanguage(request) }, new URL(request.url).searchParams);
  return new Response(createReadableStreamFromReadable(Readable.from(text)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${exportName(ctx)}"`,
      "cache-control": "no-store",
    },
  });
});
