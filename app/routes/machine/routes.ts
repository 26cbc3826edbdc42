import type { RouteConfigEntry } from "#app/router/route-table";

export const machineRoutes: RouteConfigEntry[] = [];
