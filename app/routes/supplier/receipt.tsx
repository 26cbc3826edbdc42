import { useLoaderData } from "@remix-run/react";
import { ReceiptPage } from "#app/components/supplier/receipt-page";
import { receiptPage } from "#app/services/supplier/sign-page";
import { forSitting } from "./answering";
import { titleOf } from "./title";

export const meta = titleOf;

export const loader = forSitting(({ ctx, sitting }) => receiptPage(ctx, sitting));

export default function Receipt() {
  return <ReceiptPage view={useLoaderData<typeof loader>()} />;
}
