import { useLoaderData } from "@remix-run/react";
import { LeftPage } from "#app/components/supplier/left-page";
import { leftPage } from "#app/services/supplier/left-page";
import { forOpenSitting } from "./answering";
import { titleOf } from "./title";

export const meta = titleOf;

export const loader = forOpenSitting(({ ctx, sitting }) => leftPage(ctx, sitting));

export default function Left() {
  return <LeftPage view={useLoaderData<typeof loader>()} />;
}
