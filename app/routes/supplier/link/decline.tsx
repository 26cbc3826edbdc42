import { DeclinePage } from "#app/components/supplier/link/decline-page";
import { redirect } from "#app/router/answers.server";
import { useLoaderData } from "#app/router/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/route-types";
import { actionResult, setActionResult } from "#app/routes/supplier/requests/action-result";
import { fieldOf, readForm } from "#app/routes/supplier/requests/form-fields";
import { titleOf } from "#app/routes/supplier/requests/page-title";
import { linkRequest, withProblemPage } from "#app/routes/supplier/requests/session-requests";
import { declinePage } from "#app/services/supplier/link/aside-pages";
import { type DeclineReason, declineInvitation } from "#app/services/supplier/link/decline";
import { type OpenLink, openLink } from "#app/services/supplier/link/link";

export const meta = titleOf;

function reasonIn(text: string | null): DeclineReason {
  return text === "not-supplier" ? text : "wrong-contact";
}

type Turn = { readonly file: OpenLink; readonly reason: DeclineReason };

export function loader(args: LoaderArgs) {
  const { request, context, params } = args;
  return withProblemPage(args, async () => {
    const turn = actionResult<Turn>(context);
    const file = turn?.file ?? (await openLink(context.context, params.token ?? ""));
    const { ctx, href } = linkRequest(args, file);
    if (file.attestation.state === "submitted") throw redirect(href);
    const reason = turn?.reason ?? reasonIn(new URL(request.url).searchParams.get("reason"));
    return declinePage(ctx, file, { reason, done: turn !== undefined, href });
  });
}

export function action(args: ActionArgs) {
  const { request, context, params } = args;
  const token = params.token ?? "";
  return withProblemPage(args, async () => {
    const fields = await readForm(request);
    const reason = reasonIn(fieldOf(fields, "reason"));
    // The link is dead once this is done, so its page is made of what it was.
    const file = await openLink(context.context, token);
    await declineInvitation(context.context, { token, reason, hint: fieldOf(fields, "hint") });
    setActionResult<Turn>(context, { file, reason });
    return null;
  });
}

export default function Decline() {
  return <DeclinePage view={useLoaderData<typeof loader>()} />;
}
