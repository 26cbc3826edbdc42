import type { RouteConfig } from "@remix-run/route-config";
import { supplierRoutes } from "#app/routes/supplier/routes";
import { teamRoutes } from "#app/routes/team/routes";

export default [...supplierRoutes, ...teamRoutes] satisfies RouteConfig;
