import { Frame } from "#app/components/team/frame/frame";
import { ProblemPage } from "#app/components/team/frame/problem-page";
import { SignedOutTopBar } from "#app/components/team/frame/top-bar";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { isRouteErrorResponse, Outlet, useRouteError } from "#app/router/api/route-data";
import type { LinksFunction } from "#app/router/api/route-types";
import base from "#app/styles/base.css?url";
import team from "#app/styles/team.css?url";
import tokens from "#app/styles/tokens.css?url";
import { knownProblem, typedOf } from "#app/views/team/problem";

export const handle = { namespaces: ["team"] } satisfies RouteHandle;

export const links: LinksFunction = () => [tokens, base, team].map((href) => ({ rel: "stylesheet", href }));

export const meta = teamPageTitle;

export default function SignInLayout() {
  return (
    <Frame bar={<SignedOutTopBar />}>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const code = isRouteErrorResponse(error) ? (error.data?.problem ?? "") : "";
  return (
    <Frame bar={<SignedOutTopBar />}>
      <ProblemPage problem={knownProblem(String(code))} typed={typedOf(isRouteErrorResponse(error) && error.data)} />
    </Frame>
  );
}
