import { ReceiptPage } from "#app/components/supplier/signing/receipt-page";
import { useLoaderData } from "#app/router/api/route-data";
import { titleOf } from "#app/routes/supplier/requests/page-title";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";

export const meta = titleOf;

export const loader = forSession(({ ctx }) => showReceipt(ctx, {}));

export default function Receipt() {
  return <ReceiptPage view={useLoaderData<typeof loader>()} />;
}
