import type { LinksFunction } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import { PlainBar } from "#app/components/team/bar";
import { Frame } from "#app/components/team/frame";
import { ProblemPage, toldProblem } from "#app/components/team/problem-page";
import type { RouteHandle } from "#app/page/route-handle";
import { pageTitle } from "#app/page/title";
import base from "#app/styles/base.css?url";
import team from "#app/styles/team.css?url";
import tokens from "#app/styles/tokens.css?url";

export const handle = { namespaces: ["team"] } satisfies RouteHandle;

export const links: LinksFunction = () => [tokens, base, team].map((href) => ({ rel: "stylesheet", href }));

export const meta = pageTitle;

export default function Door() {
  return (
    <Frame bar={<PlainBar />}>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const code = isRouteErrorResponse(error) ? (error.data?.problem ?? "") : "";
  return (
    <Frame bar={<PlainBar />}>
      <ProblemPage problem={toldProblem(String(code))} />
    </Frame>
  );
}
