import { Frame } from "#app/components/team/frame/frame";
import { ProblemPage } from "#app/components/team/frame/problem-page";
import { SignedOutTopBar, TopBar } from "#app/components/team/frame/top-bar";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { isRouteErrorResponse, Outlet, useRouteError, useRouteLoaderData } from "#app/router/api/route-data";
import type { LinksFunction } from "#app/router/api/route-types";
import { forTeam, topBarOf } from "#app/routes/team/requests/team-requests";
import base from "#app/styles/base.css?url";
import team from "#app/styles/team.css?url";
import tokens from "#app/styles/tokens.css?url";
import { knownProblem, typedOf } from "#app/views/team/problem";

export const handle = { namespaces: ["team"] } satisfies RouteHandle;

export const links: LinksFunction = () => [tokens, base, team].map((href) => ({ rel: "stylesheet", href }));

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { request }) => ({
  language: teamLanguage(request),
  bar: topBarOf(ctx),
}));

export default function TeamLayout() {
  const data = useRouteLoaderData<typeof loader>("../routes/team/layout");
  return (
    <Frame language={data?.language} bar={data ? <TopBar {...data.bar} /> : <SignedOutTopBar />}>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>("../routes/team/layout");
  const code = isRouteErrorResponse(error) ? (error.data?.problem ?? (error.status === 404 ? "not-found" : "")) : "";
  const bar: ReturnType<typeof topBarOf> | undefined =
    data?.bar ?? (isRouteErrorResponse(error) ? error.data?.bar : undefined);
  return (
    <Frame language={data?.language} bar={bar ? <TopBar {...bar} /> : <SignedOutTopBar />}>
      <ProblemPage problem={knownProblem(String(code))} typed={typedOf(isRouteErrorResponse(error) && error.data)} />
    </Frame>
  );
}
