import { AskedActionsPage } from "#app/components/supplier/actions/asked-actions-page";
import { useLoaderData } from "#app/router/api/route-data";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { showAskedActions } from "#app/services/supplier/actions/show-actions";
import actions from "#app/styles/supplier/attestation/actions.css?url";

export const meta = supplierPageTitle;

// A sheet of its own: every other page goes without these rules.
export const links = () => [{ rel: "stylesheet", href: actions }];

export const loader = forSession(({ ctx }) => showAskedActions(ctx, {}));

export default function AskedActions() {
  return <AskedActionsPage view={useLoaderData<typeof loader>()} />;
}
