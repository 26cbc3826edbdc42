import { attachmentHeaders } from "#app/http/attachment";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { readEvidence } from "#app/services/supplier/evidence/attached-evidence";

export const loader = forSession(async ({ ctx, param }) => {
  const file = await readEvidence(ctx, { evidence: param("evidence") });
  return new Response(file.body, { headers: attachmentHeaders(file) });
});
