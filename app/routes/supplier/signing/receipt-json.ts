import { download } from "#app/http/downloads";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { readReceipt } from "#app/services/supplier/receipt/read-receipt";

/** The very bytes that the hash of the receipt was taken of. */
export const loader = forSession(async ({ ctx }) => {
  const { name, type, text } = await readReceipt(ctx, {});
  return download({ name, type, body: text });
});
