import type { RouteConfig } from "@remix-run/route-config";
import { machineRoutes } from "./routes/machine/routes";
import { supplierRoutes } from "./routes/supplier/routes";
import { teamRoutes } from "./routes/team/routes";

export default [...supplierRoutes, ...teamRoutes, ...machineRoutes] satisfies RouteConfig;
