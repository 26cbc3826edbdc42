import type { Express } from "express";
import type { Log } from "#app/adapters/log.server";

/** How long an answer is told again, in milliseconds: however often somebody asks, the record is asked once. */
const freshMs = 1_000;

type HealthParts = { readonly ready: () => boolean | Promise<boolean>; readonly log: Log };

/** `/healthz`: the process answers. `/readyz`: requests can be served now. Both write nothing, and are cheap for us. */
export function addHealth(app: Express, { ready, log }: HealthParts): void {
  const isReady = askedOnce(async () => {
    try {
      return await ready();
    } catch (error) {
      log.error({ err: error }, "not ready");
      return false;
    }
  });
  const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
  app.get("/healthz", (_request, response) => {
    response.type("text").set(headers).send("ok\n");
  });
  app.get("/readyz", async (_request, response) => {
    const answer = await isReady();
    response
      .status(answer ? 200 : 503)
      .type("text")
      .set(headers);
    response.send(answer ? "ready\n" : "not ready\n");
  });
}

function askedOnce(ask: () => Promise<boolean>): () => Promise<boolean> {
  let asked: { readonly at: number; readonly answer: Promise<boolean> } | undefined;
  return () => {
    const now = performance.now();
    if (asked === undefined || now - asked.at > freshMs) asked = { at: now, answer: ask() };
    return asked.answer;
  };
}
