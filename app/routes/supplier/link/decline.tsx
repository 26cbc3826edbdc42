import { DeclinePage } from "#app/components/supplier/link/decline-page";
import { languageCookie } from "#app/http/language-cookie";
import { findLanguage } from "#app/i18n/languages";
import { data, redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, setActionResult } from "#app/routes/supplier/requests/action-result";
import { fieldOf } from "#app/routes/supplier/requests/form-fields";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forLink, forLinkForm } from "#app/routes/supplier/requests/session-requests";
import { declineInvitation } from "#app/services/supplier/link/decline-invitation";
import { type DeclineReason, declineReasons } from "#app/services/supplier/link/link-pages";
import { showDecline } from "#app/services/supplier/link/show-decline";
import type { DeclineView } from "#app/views/supplier/link";

export const meta = supplierPageTitle;

/** Without a reason, the reader is taken for the wrong person: that asks whom to write to instead. */
function reasonIn(text: string | null): DeclineReason {
  return declineReasons.find((one) => one === text) ?? "wrong-contact";
}

export const loader = forLink(async ({ ctx, link }, { request, context }) => {
  const declined = actionResult<DeclineView>(context);
  if (declined) return declined;
  const reason = reasonIn(new URL(request.url).searchParams.get("reason"));
  const view = await showDecline(ctx, { ...link, reason });
  // What was sent cannot be declined any more.
  if (!view) throw redirect(`/s/${link.token}`);
  return view;
});

export const action = forLinkForm(async ({ ctx, link, fields }, { context }) => {
  const reason = reasonIn(fieldOf(fields, "reason"));
  const hint = fieldOf(fields, "hint");
  const chosen = findLanguage(fieldOf(fields, "language"))?.tag;
  if (chosen) {
    const asked = await showDecline(ctx, { ...link, language: chosen, reason, hint });
    if (!asked) throw redirect(`/s/${link.token}`);
    setActionResult<DeclineView>(context, asked);
    return data(null, { headers: { "set-cookie": languageCookie(chosen, ctx.config) } });
  }
  const view = await declineInvitation(ctx, { ...link, reason, hint });
  if (!view) throw redirect(`/s/${link.token}`);
  // The link opens nothing any more, so the loader shows what is known here.
  setActionResult<DeclineView>(context, view);
  return null;
});

export default function Decline() {
  return <DeclinePage view={useLoaderData<typeof loader>()} />;
}
