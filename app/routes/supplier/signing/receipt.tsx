import { useLoaderData } from "@remix-run/react";
import { ReceiptPage } from "#app/components/supplier/signing/receipt-page";
import { forSitting } from "#app/routes/supplier/answering";
import { titleOf } from "#app/routes/supplier/title";
import { receiptPage } from "#app/services/supplier/signing/sign-page";

export const meta = titleOf;

export const loader = forSitting(({ ctx, sitting }) => receiptPage(ctx, sitting));

export default function Receipt() {
  return <ReceiptPage view={useLoaderData<typeof loader>()} />;
}
