import { ReceiptPage } from "#app/components/supplier/signing/receipt-page";
import { useLoaderData } from "#app/router/api/route-data";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";

export const meta = supplierPageTitle;

export const loader = forSession(({ ctx }) => showReceipt(ctx, {}));

export default function Receipt() {
  return <ReceiptPage view={useLoaderData<typeof loader>()} />;
}
