/** What loaders and actions answer with, besides a Response. */
export { createReadableStreamFromReadable, data, redirect, type TypedResponse } from "@remix-run/node";
