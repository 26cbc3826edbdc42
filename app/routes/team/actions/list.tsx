import { ActionsPage } from "#app/components/team/actions/list/actions-page";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { readActionsAddress } from "#app/services/actions/pages/actions-address";
import { listActions } from "#app/services/actions/pages/list-actions";
import actions from "#app/styles/actions.css?url";

export const handle = { namespaces: ["team", "actions"] } satisfies RouteHandle;

export const links = () => [{ rel: "stylesheet", href: actions }];

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { request }) => {
  const asked = readActionsAddress(new URL(request.url).searchParams);
  return listActions({ ...ctx, language: teamLanguage(request) }, asked);
});

export default function Actions() {
  return <ActionsPage {...useLoaderData<typeof loader>()} />;
}
