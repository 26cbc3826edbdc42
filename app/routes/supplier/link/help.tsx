import { HelpPage } from "#app/components/supplier/link/help-page";
import { supplierLanguage } from "#app/http/supplier-session.server";
import { useLoaderData } from "#app/router/route-data";
import type { LoaderArgs } from "#app/router/route-types";
import { titleOf } from "#app/routes/supplier/requests/page-title";
import { helpFrame } from "#app/services/supplier/link/aside-pages";

export const meta = titleOf;

export function loader({ request, context }: LoaderArgs) {
  return { frame: helpFrame({ ...context.context, language: supplierLanguage(request) }) };
}

export default function Help() {
  return <HelpPage frame={useLoaderData<typeof loader>().frame} />;
}
