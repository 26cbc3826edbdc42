import { download } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { printBrief } from "#app/services/team/suppliers/brief/print-brief";

export const loader = forTeam(async (ctx, { params, request }) => {
  const rating = new URL(request.url).searchParams.get("rating") ?? undefined;
  const asked = { id: params.id ?? "", rating };
  const { name, type, bytes } = await printBrief({ ...ctx, language: teamLanguage(request) }, asked);
  return download({ name, type, body: bytes, ...(bytes.length > 0 && { bytes: bytes.length }) });
});
