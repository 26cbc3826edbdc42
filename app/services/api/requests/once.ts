import * as z from "zod";
import { recordId } from "#app/services/context/inputs";
import { visitorUseCase } from "#app/services/context/use-case";

/** How long a request may be at work before it is taken to have been cut off, in milliseconds: longer than any takes. */
const workMs = 120_000;
/** How long the answer to a request is kept, in milliseconds. */
export const answerKeptMs = 24 * 60 * 60_000;

/** A request that may be sent twice: of which key, under which name, and what it asks. */
const requestInput = z.object({
  org: recordId,
  key: recordId,
  name: z.string().min(1).max(255),
  request: z.string(),
});

/**
 * Begins a request that may be sent twice, or says what became of it before. What is at work for longer than any request takes
 * was cut off, and is begun again: the use cases themselves bear to be done twice.
 */
export const beginRequest = visitorUseCase({
  permission: "accounts.open",
  input: requestInput,
  events: [],
  async run(ctx, { org, key, name, request }) {
    const at = ctx.clock.now();
    const asked = { org, key, name: ctx.sha256(name), request: ctx.sha256(request) };
    return ctx.store.apiKeys.begin({ ...asked, at, staleBefore: new Date(at.getTime() - workMs) });
  },
});

/** Keeps what a request was answered; without an answer it may be sent anew. */
export const endRequest = visitorUseCase({
  permission: "accounts.open",
  input: requestInput.extend({ answer: z.object({ status: z.number(), body: z.string() }).optional() }),
  events: [],
  async run(ctx, { org, key, name, request, answer }) {
    const asked = { org, key, name: ctx.sha256(name), request: ctx.sha256(request) };
    await ctx.store.apiKeys.end({ ...asked, ...(answer && { answer }) });
  },
});
