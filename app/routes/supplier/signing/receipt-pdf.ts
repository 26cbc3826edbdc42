import { download } from "#app/http/downloads";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { printReceipt } from "#app/services/supplier/receipt/print-receipt";

/** The receipt to print or to file, in the language of the page. */
export const loader = forSession(async ({ ctx }) => {
  const { name, type, bytes } = await printReceipt(ctx, {});
  return download({ name, type, body: bytes, bytes: bytes.length });
});
