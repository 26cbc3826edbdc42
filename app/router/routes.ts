import type { RouteConfig } from "@remix-run/route-config";
import { machineRoutes } from "#app/routes/machine/routes";
import { supplierRoutes } from "#app/routes/supplier/routes";
import { teamRoutes } from "#app/routes/team/routes";

export default [...supplierRoutes, ...teamRoutes, ...machineRoutes] satisfies RouteConfig;
