import { EarlierPage } from "#app/components/supplier/earlier/earlier-page";
import { elsewhereCookie } from "#app/http/supplier-session.server";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { fieldOf } from "#app/routes/supplier/requests/form-fields";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { fetchElsewhere } from "#app/services/supplier/earlier/elsewhere";
import { showEarlier } from "#app/services/supplier/earlier/show-earlier";
import { addressOf } from "#app/services/supplier/session/supplier-session";

export const meta = supplierPageTitle;

export const loader = forOpenSession(({ ctx }, { context }) =>
  showEarlier(ctx, { wrongLink: actionResult<true>(context) ?? false }),
);

export const action = forForm(async ({ ctx, fields }, { context }) => {
  const token = await fetchElsewhere(ctx, { link: fieldOf(fields, "link").slice(0, 2_000) });
  if (token === undefined) return showWithResult<true>(context, true, 422);
  const { session } = ctx;
  const cookie = elsewhereCookie(ctx, session.file.attestation.id, token);
  return redirect(`${addressOf(session)}/earlier`, { headers: { "set-cookie": cookie } });
});

export default function Earlier() {
  return <EarlierPage view={useLoaderData<typeof loader>()} />;
}
