import type { ActionFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { UnsubscribePage } from "#app/components/supplier/link/aside-pages";
import { answering, forLink } from "#app/routes/supplier/answering";
import { titleOf } from "#app/routes/supplier/title";
import { unsubscribePage } from "#app/services/supplier/link/aside-pages";
import { unsubscribe } from "#app/services/supplier/link/decline";

export const meta = titleOf;

export const loader = forLink(({ ctx, file, href }) => unsubscribePage(ctx, file, href));

/** Also what mail programs send by themselves (RFC 8058): one POST, whatever it holds. */
export function action(args: ActionFunctionArgs) {
  return answering(args, async () => {
    await unsubscribe(args.context.context, args.params.token ?? "");
    return null;
  });
}

export default function Unsubscribe() {
  return <UnsubscribePage view={useLoaderData<typeof loader>()} />;
}
