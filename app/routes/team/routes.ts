import { index, layout, type RouteConfigEntry, route } from "@remix-run/route-config";

const file = (name: string) => `routes/team/${name}`;

/** Pages with the bar, for signed-in people; then pages without it; then files. */
export const teamRoutes: RouteConfigEntry[] = [
  layout(file("layout.tsx"), [
    index(file("today.tsx")),
    route("suppliers", file("suppliers/list.tsx")),
    route("suppliers/import", file("supplier-import.tsx")),
    route("suppliers/import/:upload", file("supplier-import-preview.tsx")),
  ]),
  layout(file("door.tsx"), [route("login", file("login.tsx")), route("setup/:secret", file("setup.tsx"))]),
  route("logout", file("logout.ts")),
  route("suppliers/import/sample.csv", file("supplier-sample.ts")),
  route("suppliers/import/:upload/refused.csv", file("supplier-refused.ts")),
  route("suppliers.csv", file("suppliers/export.ts")),
];
