/** What a page is drawn from: the answer of its loader or action, its children, or the error in their place. */
export {
  isRouteErrorResponse,
  Outlet,
  useActionData,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
