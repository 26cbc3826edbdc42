import { Problem } from "#app/domain/problem";
import { download } from "#app/http/downloads";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { receiptFile } from "#app/services/supplier/signing/sign-page";

/** The very bytes that the fingerprint was taken of. */
export const loader = forSession(({ session }) => {
  const { declaration, attestation } = session.file;
  if (!declaration) throw new Problem("not-found");
  const name = receiptFile(attestation.reference);
  return download({ name, type: "application/json; charset=utf-8", body: declaration.document });
});
