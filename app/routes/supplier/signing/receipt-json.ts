import { attachmentHeaders } from "#app/http/attachment";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { readReceipt } from "#app/services/supplier/receipt/read-receipt";

/** The very bytes that the hash of the receipt was taken of. */
export const loader = forSession(async ({ ctx }) => {
  const { name, type, text } = await readReceipt(ctx, {});
  const bytes = new TextEncoder().encode(text);
  return new Response(bytes, { headers: attachmentHeaders({ name, type, bytes: bytes.length }) });
});
