import { useLoaderData } from "@remix-run/react";
import { CheckPage } from "#app/components/supplier/signing/check-page";
import { forOpenSitting } from "#app/routes/supplier/answering";
import { titleOf } from "#app/routes/supplier/title";
import { checkPage } from "#app/services/supplier/signing/check-page";

export const meta = titleOf;

export const loader = forOpenSitting(({ ctx, sitting }) => checkPage(ctx, sitting));

export default function Check() {
  return <CheckPage view={useLoaderData<typeof loader>()} />;
}
