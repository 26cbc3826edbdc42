import { SavedForLaterPage } from "#app/components/supplier/tasks/saved-for-later-page";
import { useLoaderData } from "#app/router/api/route-data";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { showSavedForLater } from "#app/services/supplier/tasks/show-saved-for-later";

export const meta = supplierPageTitle;

export const loader = forOpenSession(({ ctx }) => showSavedForLater(ctx, {}));

export default function Left() {
  return <SavedForLaterPage view={useLoaderData<typeof loader>()} />;
}
