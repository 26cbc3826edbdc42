import { PicturePage } from "#app/components/team/map/pictures/picture-page";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { useLoaderData } from "#app/router/api/route-data";
import { pictureAsked } from "#app/routes/team/requests/picture-asked";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showPicture } from "#app/services/team/suppliers/pictures/show-picture";
import pictures from "#app/styles/pictures.css?url";
import tierFlow from "#app/styles/tier-flow.css?url";

export const handle = { namespaces: ["team", "map"] } satisfies RouteHandle;

export const links = () => [pictures, tierFlow].map((href) => ({ rel: "stylesheet", href }));

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { params, request }) =>
  showPicture({ ...ctx, language: teamLanguage(request) }, pictureAsked(params, request)),
);

export default function PictureRoute() {
  return <PicturePage {...useLoaderData<typeof loader>()} />;
}
