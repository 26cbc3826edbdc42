import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Config } from "#app/product/config.server";

const permissions = ["camera", "display-capture", "geolocation", "microphone", "payment", "usb", "browsing-topics"]
  .map((feature) => `${feature}=()`)
  .join(", ");

/** Headers of every answer. The nonce of the page is in `response.locals.cspNonce`. */
export function securityHeaders(config: Config): RequestHandler[] {
  const https = config.publicOrigin.startsWith("https:");
  // Vite's development client writes style tags and scripts without a nonce.
  const development = config.mode === "development";
  const policy = helmet({
    contentSecurityPolicy: development
      ? false
      : {
          useDefaults: false,
          directives: {
            defaultSrc: ["'self'"],
            baseUri: ["'none'"],
            objectSrc: ["'none'"],
            frameAncestors: ["'none'"],
            formAction: ["'self'"],
            imgSrc: ["'self'", "data:"],
            styleSrc: ["'self'"],
            // For the one worker, which is no page's script and can have no nonce.
            workerSrc: ["'self'"],
            scriptSrc: ["'strict-dynamic'", (_request, response) => `'nonce-${nonceOf(response)}'`],
          },
        },
    // helmet's own no-referrer makes browsers send "Origin: null" with plain forms, and every one would be refused.
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
    // For Flash, for Internet Explorer, and what browsers do without being told.
    xPermittedCrossDomainPolicies: false,
    xDownloadOptions: false,
    xDnsPrefetchControl: false,
    strictTransportSecurity: https && { maxAge: 31_536_000 },
  });
  return [
    (_request, response, next) => {
      response.locals.cspNonce = randomBytes(16).toString("base64");
      response.set("permissions-policy", permissions);
      next();
    },
    policy,
  ];
}

function nonceOf(response: object): string {
  const { locals } = response as { locals?: { cspNonce?: string } };
  if (!locals?.cspNonce) throw new Error("a response without a nonce");
  return locals.cspNonce;
}
