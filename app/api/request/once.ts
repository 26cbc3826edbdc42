import { ApiProblem, notValid } from "#app/api/problems/api-problem";
import { apiProblemOf } from "#app/api/problems/send-problem";
import { beginRequest, endRequest } from "#app/services/api/requests/once";
import { asVisitor } from "#app/services/context/callers";
import type { Asked } from "./asked";

/**
 * Does what a POST asks, once where it names itself by `Idempotency-Key`: sent again within a day it is answered as before, by the
 * same key and with the same body. What went wrong here, or was only too early, may be sent again.
 * @throws ApiProblem 409 while the first is at work, 422 where the name belongs to another request
 */
export async function once(
  { request, ctx, key }: Asked,
  text: string,
  work: () => Promise<Response>,
): Promise<Response> {
  const name = request.get("idempotency-key");
  if (name === undefined) return work();
  if (!/^[\x21-\x7e]{1,255}$/.test(name)) {
    throw notValid({ parameter: "Idempotency-Key", code: "not-valid", detail: "1 to 255 characters of ASCII." });
  }
  const visitor = asVisitor(ctx, ctx.language);
  const asked = { org: ctx.organisation.id, key, name, request: `${request.method} ${request.originalUrl}\n${text}` };
  const known = await beginRequest(visitor, asked);
  if (known.state === "running") throw new ApiProblem(409, "still-running", { headers: { "retry-after": "1" } });
  if (known.state === "other-request") throw new ApiProblem(422, "other-request");
  if (known.state === "answered") return answerOf(known, { "idempotency-replayed": "true" });
  try {
    const made = await work();
    const answer = { status: made.status, body: await made.text() };
    await endRequest(visitor, { ...asked, answer });
    return answerOf(answer);
  } catch (error) {
    await endRequest(visitor, asked).catch((failed: unknown) => {
      ctx.log.warn({ err: failed }, "a request of a program could not be forgotten");
    });
    throw apiProblemOf(error, request.method, ctx.log);
  }
}

function answerOf({ status, body }: { status: number; body: string }, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { "content-type": "application/json", ...headers } });
}
