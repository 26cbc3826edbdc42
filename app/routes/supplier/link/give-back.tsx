import { GiveBackPage } from "#app/components/supplier/colleagues/give-back-page";
import { Problem } from "#app/domain/problem";
import { languageCookie } from "#app/http/language-cookie";
import { findLanguage } from "#app/i18n/languages";
import { data } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, setActionResult } from "#app/routes/supplier/requests/action-result";
import { fieldOf } from "#app/routes/supplier/requests/form-fields";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forLink, forLinkForm } from "#app/routes/supplier/requests/session-requests";
import { giveBack } from "#app/services/supplier/colleagues/give-back/give-back";
import { showGiveBack } from "#app/services/supplier/colleagues/give-back/show-give-back";
import type { GiveBackView } from "#app/views/supplier/colleagues";

export const meta = supplierPageTitle;

export const loader = forLink(async ({ ctx, link }, { context }) =>
  found(actionResult<GiveBackView>(context) ?? (await showGiveBack(ctx, link))),
);

export const action = forLinkForm(async ({ ctx, link, fields }, { context }) => {
  const note = fieldOf(fields, "note");
  const chosen = findLanguage(fieldOf(fields, "language"))?.tag;
  if (chosen) {
    setActionResult<GiveBackView>(context, found(await showGiveBack(ctx, { ...link, language: chosen, note })));
    return data(null, { headers: { "set-cookie": languageCookie(chosen, ctx.config) } });
  }
  // Afterwards the link opens nothing any more, so the loader shows what is known here.
  const view = found(await giveBack(ctx, { ...link, note }));
  setActionResult<GiveBackView>(context, view);
  return data(null, { status: view.tooLong ? 422 : 200 });
});

/** @throws Problem "not-found" for a link that is no colleague's */
function found(view: GiveBackView | undefined): GiveBackView {
  if (!view) throw new Problem("not-found");
  return view;
}

export default function GiveBack() {
  return <GiveBackPage view={useLoaderData<typeof loader>()} />;
}
