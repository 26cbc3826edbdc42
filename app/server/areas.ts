import type { ServerBuild } from "@remix-run/node";

/** Addresses of suppliers: their link and everything behind it. */
const ofSuppliers = /^\/(s|attest|attest-help)(\/|$)/;

function keepRoutes<Route>(routes: Record<string, Route>, keeps: (id: string) => boolean): Record<string, Route> {
  return Object.fromEntries(Object.entries(routes).filter(([id]) => id === "root" || keeps(id)));
}

function partOf(build: ServerBuild, keeps: (id: string) => boolean): ServerBuild {
  return {
    ...build,
    routes: keepRoutes(build.routes, keeps),
    assets: { ...build.assets, routes: keepRoutes(build.assets.routes, keeps) },
  };
}

/**
 * Remix compares each request with every route there is, four times over, which costs more than drawing a question page. So
 * suppliers are served by a build that knows their routes only, and the team by one that knows all others.
 */
export function areasOf(build: ServerBuild): { supplier: ServerBuild; team: ServerBuild } {
  const isSuppliers = (id: string) => id.startsWith("routes/supplier/");
  return { supplier: partOf(build, isSuppliers), team: partOf(build, (id) => !isSuppliers(id)) };
}

/** Whether a path belongs to the area of suppliers. */
export function isSupplierPath(path: string): boolean {
  return ofSuppliers.test(path);
}
