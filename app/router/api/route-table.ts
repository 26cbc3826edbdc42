/** How the table of addresses is written: one entry an address, nested where pages stand in a frame. */
export { index, layout, type RouteConfigEntry, route } from "@remix-run/route-config";
