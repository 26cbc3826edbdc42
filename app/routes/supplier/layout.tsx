import { ProblemPage } from "#app/components/supplier/frame/problem-page";
import type { RouteHandle } from "#app/page/route-handle";
import { isRouteErrorResponse, Outlet, useRouteError } from "#app/router/api/route-data";
import type { LinksFunction } from "#app/router/api/route-types";
import supplier from "#app/styles/supplier.css?url";
import type { ProblemView } from "#app/views/supplier/problem";
import { supplierPageTitle } from "./requests/page-title";

export const handle = { plain: true } satisfies RouteHandle;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: supplier }];

export const meta = supplierPageTitle;

export default function SupplierLayout() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || typeof error.data !== "object" || !("problem" in error.data)) throw error;
  return <ProblemPage view={error.data as ProblemView} />;
}
