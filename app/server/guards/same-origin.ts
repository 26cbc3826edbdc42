import type { RequestHandler } from "express";
import { isSameOriginRequest } from "#app/http/same-origin";
import { sendProblem } from "#app/server/plain-page";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** 403 for a form or call from another site. Remix asks this of pages only, not of resource routes. */
export function sameOrigin(publicOrigin: string): RequestHandler {
  return (request, response, next) => {
    if (safeMethods.has(request.method) || isSameOriginRequest(request, publicOrigin)) return next();
    sendProblem(request, response, 403, "otherSite");
  };
}
