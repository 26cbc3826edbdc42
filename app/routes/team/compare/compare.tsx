import { ComparePage } from "#app/components/team/compare/compare-page";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { compareSuppliers } from "#app/services/team/suppliers/compare/compare-suppliers";
import { comparisonAddress, readComparison } from "#app/services/team/suppliers/compare/comparison-address";
import ratings from "#app/styles/ratings.css?url";

export const handle = { namespaces: ["team", "ratings"] } satisfies RouteHandle;

export const links = () => [{ rel: "stylesheet", href: ratings }];

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const { searchParams } = new URL(request.url);
  const asked = readComparison(searchParams);
  // A form names each supplier by itself; what is handed on has one list.
  if (searchParams.getAll("ids").length > 1) throw redirect(comparisonAddress(asked));
  return compareSuppliers({ ...ctx, language: teamLanguage(request) }, asked);
});

export default function Compare() {
  return <ComparePage {...useLoaderData<typeof loader>()} />;
}
