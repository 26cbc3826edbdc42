import { Problem } from "#app/problem";
import { forSitting } from "#app/routes/supplier/answering";
import { receiptFile } from "#app/services/supplier/signing/sign-page";

/** The very bytes that the fingerprint was taken of. */
export const loader = forSitting(({ sitting }) => {
  const { declaration, attestation } = sitting.file;
  if (!declaration) throw new Problem("not-found");
  return new Response(declaration.document, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${receiptFile(attestation.reference)}"`,
      "cache-control": "no-store",
    },
  });
});
