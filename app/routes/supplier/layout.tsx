import type { HeadersFunction, LinksFunction } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import { ProblemPage } from "#app/components/supplier/problem-page";
import type { ProblemView } from "#app/components/supplier/problem-view";
import type { RouteHandle } from "#app/page/route-handle";
import { titleOf } from "#app/routes/supplier/title";
import supplier from "#app/styles/supplier.css?url";

export const handle = { plain: true } satisfies RouteHandle;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: supplier }];

// What a supplier answers must not stay behind in a shared browser or a proxy.
export const headers: HeadersFunction = () => ({ "cache-control": "no-store" });

export const meta = titleOf;

export default function SupplierLayout() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || typeof error.data !== "object" || !("problem" in error.data)) throw error;
  return <ProblemPage view={error.data as ProblemView} />;
}
