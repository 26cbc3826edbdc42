import { download } from "#app/http/downloads";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { readEvidence } from "#app/services/supplier/evidence/attached-evidence";

export const loader = forSession(async ({ ctx, param }, { request }) =>
  download(await readEvidence(ctx, { evidence: param("evidence"), isHead: request.method === "HEAD" })),
);
