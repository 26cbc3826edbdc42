import { MapPage } from "#app/components/team/map/map-page";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showMap } from "#app/services/team/suppliers/map/show-map";
import map from "#app/styles/map.css?url";
import pictures from "#app/styles/pictures.css?url";

export const handle = { namespaces: ["team", "map", "ratings"] } satisfies RouteHandle;

export const links = () => [map, pictures].map((href) => ({ rel: "stylesheet", href }));

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { request }) => showMap({ ...ctx, language: teamLanguage(request) }, {}));

export default function MapRoute() {
  return <MapPage {...useLoaderData<typeof loader>()} />;
}
