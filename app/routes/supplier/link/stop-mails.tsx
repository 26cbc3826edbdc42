import { UnsubscribePage } from "#app/components/supplier/link/unsubscribe-page";
import { visitorOf } from "#app/http/supplier-session.server";
import { teamSessionTokenOf } from "#app/http/team-session.server";
import { useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { withProblemPage } from "#app/routes/supplier/requests/session-requests";
import { showStopMails, stopMails } from "#app/services/supplier/mails/stop-mails";

export const meta = supplierPageTitle;

function askedIn({ params: { org = "", invitation = "", proof = "" } }: LoaderArgs | ActionArgs) {
  return { org, invitation, proof };
}

export const loader = (args: LoaderArgs) =>
  withProblemPage(args, () => {
    const { ctx, chosen } = visitorOf(args.context.context, args.request);
    return showStopMails(ctx, { ...askedIn(args), language: chosen });
  });

/** Also what mail programs send by themselves (RFC 8058): one POST, whatever it holds. */
export const action = (args: ActionArgs) =>
  withProblemPage(args, async () => {
    const { ctx } = visitorOf(args.context.context, args.request);
    await stopMails(ctx, { ...askedIn(args), teamSession: teamSessionTokenOf(ctx, args.request) });
    return null;
  });

export default function StopMails() {
  return <UnsubscribePage view={useLoaderData<typeof loader>()} />;
}
