import { attachmentHeaders } from "#app/http/attachment";
import { forSitting } from "#app/routes/supplier/answering";
import { evidenceBytes } from "#app/services/evidence-bytes";
import { attachedEvidence } from "#app/services/supplier/evidence/remove-evidence";

export const loader = forSitting(async ({ ctx, sitting, param }) => {
  const file = await evidenceBytes(ctx, attachedEvidence(sitting, param("evidence")));
  return new Response(file.body, { headers: attachmentHeaders(file) });
});
