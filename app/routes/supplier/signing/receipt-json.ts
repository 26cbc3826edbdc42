import { Problem } from "#app/domain/problem";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { receiptFile } from "#app/services/supplier/signing/sign-page";

/** The very bytes that the fingerprint was taken of. */
export const loader = forSession(({ session }) => {
  const { declaration, attestation } = session.file;
  if (!declaration) throw new Problem("not-found");
  return new Response(declaration.document, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${receiptFile(attestation.reference)}"`,
      "cache-control": "no-store",
    },
  });
});
