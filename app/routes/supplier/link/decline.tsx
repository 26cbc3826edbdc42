import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeclinePage } from "#app/components/supplier/link/aside-pages";
import { answering, linkAt } from "#app/routes/supplier/answering";
import { fieldOf, readForm } from "#app/routes/supplier/form";
import { titleOf } from "#app/routes/supplier/title";
import { handedOn, handOn } from "#app/routes/supplier/turn";
import { declinePage } from "#app/services/supplier/link/aside-pages";
import { type DeclineReason, declineInvitation } from "#app/services/supplier/link/decline";
import { type OpenLink, openLink } from "#app/services/supplier/link/link";

export const meta = titleOf;

function reasonIn(text: string | null): DeclineReason {
  return text === "not-supplier" ? text : "wrong-contact";
}

type Turn = { readonly file: OpenLink; readonly reason: DeclineReason };

export function loader(args: LoaderFunctionArgs) {
  const { request, context, params } = args;
  return answering(args, async () => {
    const turn = handedOn<Turn>(context);
    const file = turn?.file ?? (await openLink(context.context, params.token ?? ""));
    const { ctx, href } = linkAt(args, file);
    if (file.attestation.state === "submitted") throw redirect(href);
    const reason = turn?.reason ?? reasonIn(new URL(request.url).searchParams.get("reason"));
    return declinePage(ctx, file, { reason, done: turn !== undefined, href });
  });
}

export function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const token = params.token ?? "";
  return answering(args, async () => {
    const fields = await readForm(request);
    const reason = reasonIn(fieldOf(fields, "reason"));
    // The link is dead once this is done, so its page is made of what it was.
    const file = await openLink(context.context, token);
    await declineInvitation(context.context, { token, reason, hint: fieldOf(fields, "hint") });
    handOn<Turn>(context, { file, reason });
    return null;
  });
}

export default function Decline() {
  return <DeclinePage view={useLoaderData<typeof loader>()} />;
}
