import { existsSync, readdirSync } from "node:fs";
import type { ServerResponse } from "node:http";
import express, { type Express } from "express";
import expressStaticGzip from "express-static-gzip";

/** Left to itself, express.static sends folders elsewhere and gives out what lies in those that begin with a dot. */
const plain = { index: false as const, redirect: false, dotfiles: "ignore" as const };

/** What only pages heed. A slow line carries them with each of the files that a first page needs. */
const headersOfPages = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "origin-agent-cluster",
  "permissions-policy",
  "referrer-policy",
  "x-frame-options",
  "x-xss-protection",
];

function bareHeaders(response: ServerResponse, file: string): void {
  // A picture can be opened by itself, and then it is a page.
  if (!/\.(css|js)(\.br)?$/.test(file)) return;
  for (const name of headersOfPages) response.removeHeader(name);
}

/** A path that is no UTF-8 is left to what answers all that cannot be understood. */
function canRead(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

/** Serves the built files of `directory`, each as the build pressed it where a browser takes that. */
export function addFiles(app: Express, directory: string): void {
  app.get("/favicon.ico", (_request, response) => response.redirect(301, "/favicon.svg"));
  // Names below assets/ carry a hash of what is inside, so they never change.
  const kept = { ...plain, immutable: true, maxAge: "1y", setHeaders: bareHeaders };
  const assets = `${directory}/assets`;
  const options = { enableBrotli: true, orderPreference: ["br"], index: false, serveStatic: kept };
  const served = existsSync(assets) ? expressStaticGzip(assets, options) : express.static(assets, kept);
  app.use("/assets", (request, response, next) => (canRead(request.path) ? served(request, response, next) : next()));
  // The disk is asked only after files that were there at the start, and not for every page of the product.
  const others = express.static(directory, { ...plain, maxAge: "1h" });
  const names = new Set(existsSync(directory) ? readdirSync(directory).map((name) => `/${name}`) : []);
  app.use((request, response, next) => (names.has(request.path) ? others(request, response, next) : next()));
}
