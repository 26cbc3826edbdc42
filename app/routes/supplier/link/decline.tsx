import { DeclinePage } from "#app/components/supplier/link/decline-page";
import { Problem } from "#app/domain/problem";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { actionResult, setActionResult } from "#app/routes/supplier/requests/action-result";
import { fieldOf, readForm } from "#app/routes/supplier/requests/form-fields";
import { titleOf } from "#app/routes/supplier/requests/page-title";
import { forLink } from "#app/routes/supplier/requests/session-requests";
import { declineInvitation } from "#app/services/supplier/link/decline-invitation";
import { declineReasons } from "#app/services/supplier/link/link-pages";
import { showDecline } from "#app/services/supplier/link/show-decline";
import type { DeclineView } from "#app/views/supplier/link";

export const meta = titleOf;

export const loader = forLink(async ({ ctx, link }, { request, context }) => {
  const declined = actionResult<DeclineView>(context);
  if (declined) return declined;
  const asked = new URL(request.url).searchParams.get("reason");
  const reason = declineReasons.find((one) => one === asked) ?? "wrong-contact";
  const view = await showDecline(ctx, { ...link, reason });
  // What was sent cannot be declined any more.
  if (!view) throw redirect(`/s/${link.token}`);
  return view;
});

export const action = forLink(async ({ ctx, link }, { request, context }: ActionArgs) => {
  const fields = await readForm(request);
  const reason = declineReasons.find((one) => one === fieldOf(fields, "reason"));
  if (!reason) throw new Problem("bad-request");
  const view = await declineInvitation(ctx, { ...link, reason, hint: fieldOf(fields, "hint") });
  if (!view) throw redirect(`/s/${link.token}`);
  // The link opens nothing any more, so the loader shows what is known here.
  setActionResult<DeclineView>(context, view);
  return null;
});

export default function Decline() {
  return <DeclinePage view={useLoaderData<typeof loader>()} />;
}
