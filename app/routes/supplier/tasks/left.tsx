import { LeftPage } from "#app/components/supplier/tasks/left-page";
import { useLoaderData } from "#app/router/api/route-data";
import { titleOf } from "#app/routes/supplier/requests/page-title";
import { forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { showLeftPage } from "#app/services/supplier/tasks/show-left-page";

export const meta = titleOf;

export const loader = forOpenSession(({ ctx }) => showLeftPage(ctx, {}));

export default function Left() {
  return <LeftPage view={useLoaderData<typeof loader>()} />;
}
