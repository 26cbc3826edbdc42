import type { RequestHandler } from "express";
import { wholeLinkPath } from "#app/services/supplier/link/link-token";

/**
 * Lets a link that is whole open although a full stop, a bracket or a word stuck to it on the way. It is put right before anybody
 * decodes the address, for half a percent sign may have stuck to it too.
 */
export const wholeLinks: RequestHandler = (request, _response, next) => {
  const [path = ""] = request.url.split("?", 1);
  const whole = wholeLinkPath(path);
  if (whole !== undefined && whole !== path) {
    const url = whole + request.url.slice(path.length);
    request.url = url;
    // Remix reads this one.
    request.originalUrl = url;
  }
  next();
};
