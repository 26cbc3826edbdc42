import type { Response } from "express";
import { Problem } from "#app/domain/problem";
import { translator } from "#app/i18n/texts/i18n.server";
import type { Log } from "#app/services/context/contexts";
import { storageProblem, storeProblem } from "#app/services/context/store-problems";
import { ApiProblem, type ApiProblemCode, isApiProblemCode } from "./api-problem";

/** Where what a problem means is read, from the root of the installation. Never changes: programs compare it. */
export const problemPath = "/api/v1/problems";

/** What is said of a problem by RFC 9457. */
export function problemDetails(code: ApiProblemCode, status: number) {
  return { type: `${problemPath}/${code}`, title: translator("en")(`api:problem.${code}`), status };
}

/**
 * What anything that was thrown is called for programs. What is a fault of ours is written to the log, and nothing of it is sent.
 */
export function apiProblemOf(thrown: unknown, method: string, log: Log): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown;
  const storage = storageProblem(thrown, method);
  if (storage) log.error({ err: thrown }, "not saved");
  const problem = thrown instanceof Problem ? thrown : (storage ?? storeProblem(thrown));
  if (problem) return new ApiProblem(problem.status, isApiProblemCode(problem.code) ? problem.code : "refused");
  log.error({ err: thrown }, "a request of a program failed");
  return new ApiProblem(500, "unexpected");
}

export function sendProblem(response: Response, { status, code, more }: ApiProblem): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const [name, value] of Object.entries(more.headers ?? {})) response.set(name, value);
  const details = { ...problemDetails(code, status), ...(more.errors && { errors: more.errors }) };
  response.status(status).set("content-type", "application/problem+json").end(JSON.stringify(details));
}
