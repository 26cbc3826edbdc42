import { UnsubscribePage } from "#app/components/supplier/link/unsubscribe-page";
import { useLoaderData } from "#app/router/route-data";
import type { ActionArgs } from "#app/router/route-types";
import { titleOf } from "#app/routes/supplier/requests/page-title";
import { forLink, withProblemPage } from "#app/routes/supplier/requests/session-requests";
import { unsubscribePage } from "#app/services/supplier/link/aside-pages";
import { unsubscribe } from "#app/services/supplier/link/decline";

export const meta = titleOf;

export const loader = forLink(({ ctx, file, href }) => unsubscribePage(ctx, file, href));

/** Also what mail programs send by themselves (RFC 8058): one POST, whatever it holds. */
export function action(args: ActionArgs) {
  return withProblemPage(args, async () => {
    await unsubscribe(args.context.context, args.params.token ?? "");
    return null;
  });
}

export default function Unsubscribe() {
  return <UnsubscribePage view={useLoaderData<typeof loader>()} />;
}
