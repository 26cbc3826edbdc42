import { HelpPage } from "#app/components/supplier/link/help-page";
import { visitorOf } from "#app/http/supplier-session.server";
import { useLoaderData } from "#app/router/api/route-data";
import type { LoaderArgs } from "#app/router/api/route-types";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { showHelp } from "#app/services/supplier/link/show-help";

export const meta = supplierPageTitle;

export function loader({ request, context }: LoaderArgs) {
  return showHelp(visitorOf(context.context, request).ctx, {});
}

export default function Help() {
  return <HelpPage frame={useLoaderData<typeof loader>().frame} />;
}
