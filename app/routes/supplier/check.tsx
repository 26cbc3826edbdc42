import { useLoaderData } from "@remix-run/react";
import { CheckPage } from "#app/components/supplier/check-page";
import { checkPage } from "#app/services/supplier/check-page";
import { forOpenSitting } from "./answering";
import { titleOf } from "./title";

export const meta = titleOf;

export const loader = forOpenSitting(({ ctx, sitting }) => checkPage(ctx, sitting));

export default function Check() {
  return <CheckPage view={useLoaderData<typeof loader>()} />;
}
