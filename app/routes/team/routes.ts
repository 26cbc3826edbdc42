import { index, type RouteConfigEntry } from "@remix-run/route-config";

export const teamRoutes: RouteConfigEntry[] = [index("routes/home.tsx")];
