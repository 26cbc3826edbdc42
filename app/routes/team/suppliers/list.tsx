import { SuppliersPage } from "#app/components/team/suppliers/suppliers-page";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { countFilters } from "#app/services/team/suppliers/filters/count-filters";
import { readPanel, withPanel } from "#app/services/team/suppliers/filters/drawing/panels";
import { readSupplierView, supplierAddress } from "#app/services/team/suppliers/filters/supplier-filter";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import { findFirstView } from "#app/services/team/suppliers/views/show-views";
import ratings from "#app/styles/ratings.css?url";
import table from "#app/styles/table.css?url";

export const handle = { namespaces: ["team", "ratings", "table"] } satisfies RouteHandle;

export const meta = teamPageTitle;

export const links = () => [
  { rel: "stylesheet", href: ratings },
  { rel: "stylesheet", href: table },
];

export const loader = forTeam(async (ctx, { request }) => {
  const { search, searchParams } = new URL(request.url);
  const first = search === "" ? await findFirstView(ctx, {}) : undefined;
  if (first !== undefined) throw redirect(first);
  const view = readSupplierView(searchParams);
  const panel = readPanel(searchParams);
  // The boxes of the form make a long address, and a button in it would be pressed again by whoever reloads.
  if (searchParams.has("col")) throw redirect(withPanel(supplierAddress(view), panel));
  const reader = { ...ctx, language: teamLanguage(request) };
  const facets = panel === "filters" ? await countFilters(reader, view) : undefined;
  return { ...(await listSuppliers(reader, view)), panel, facets, marked: readMarked(searchParams) };
});

/** What became of a change of many, as its page says it on. */
function readMarked(params: URLSearchParams) {
  const count = (name: string) => (/^\d{1,6}$/.test(params.get(name) ?? "") ? Number(params.get(name)) : 0);
  return params.has("changed") ? { changed: count("changed"), full: count("full") } : undefined;
}

export default function Suppliers() {
  return <SuppliersPage {...useLoaderData<typeof loader>()} />;
}
