/** What loaders and actions answer with, besides a Response. */
export { data, redirect, type TypedResponse } from "@remix-run/node";
