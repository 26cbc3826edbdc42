import { SuppliersPage } from "#app/components/team/suppliers/suppliers-page";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import ratings from "#app/styles/ratings.css?url";

export const handle = { namespaces: ["team", "ratings"] } satisfies RouteHandle;

export const meta = teamPageTitle;

export const links = () => [{ rel: "stylesheet", href: ratings }];

export const loader = forTeam((ctx, { request }) =>
  listSuppliers({ ...ctx, language: teamLanguage(request) }, readSupplierView(new URL(request.url).searchParams)),
);

export default function Suppliers() {
  return <SuppliersPage {...useLoaderData<typeof loader>()} />;
}
