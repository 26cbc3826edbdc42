import { download } from "#app/http/downloads";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { evidenceBytes } from "#app/services/evidence/evidence-bytes";
import { attachedEvidence } from "#app/services/supplier/evidence/remove-evidence";

export const loader = forSession(async ({ ctx, session, param }) => {
  const file = await evidenceBytes(ctx, attachedEvidence(session, param("evidence")));
  return download(file);
});
