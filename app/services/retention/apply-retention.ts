import * as z from "zod";
import type { SystemContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { systemUseCase } from "#app/services/context/use-case";
import { stopSignal } from "#app/services/jobs/job-input";
import { ratingSummaries } from "#app/services/ratings/rating-summaries";
import type { AttestationClass, DueRemoval } from "#db/store";
import type { RetentionClass } from "#terms/retention/retention-classes";
import { dueUntil } from "#terms/retention/retention-dates";
import { removalEvent } from "./removal-event";

/** Attestations looked up at once; each goes in a write of its own. */
const attestationsAtOnce = 50;
/** Events and mails of one write: whoever saves meanwhile waits for a few of them. */
const rowsAtOnce = 500;

type Removing = EventMaker<"attestation.removed" | "events.removed" | "mails.cleared">;

/** How much went of each class. */
export type Retained = Readonly<Record<RetentionClass, number>>;

/**
 * Removes what has been kept as long as its organisation wants it kept, step by step: each step is whole or not there, so that
 * it may break off anywhere and be done again. What is held stays.
 */
export const applyRetention = systemUseCase({
  permission: "system.work",
  input: z.object({ signal: stopSignal }),
  events: ["attestation.removed", "events.removed", "mails.cleared"],
  async run(ctx, { signal }, event): Promise<Retained> {
    const removed = { submissions: 0, unsent: 0, events: 0, mails: 0 };
    const now = ctx.clock.now();
    for (const org of await ctx.store.organisations.ids()) {
      const terms = await ctx.store.retention.terms(org);
      const due = <Kind extends RetentionClass>(kind: Kind): DueRemoval<Kind> | undefined => {
        const months = terms[kind];
        return months === undefined ? undefined : { kind, months, until: dueUntil(kind, months, now) };
      };
      const at = { ctx, event, org, signal };
      removed.submissions += await removeAttestations(at, due("submissions"));
      removed.unsent += await removeAttestations(at, due("unsent"));
      removed.events += await removeEvents(at, due("events"));
      removed.mails += await clearMails(at, due("mails"));
    }
    return removed;
  },
});

type At = {
  readonly ctx: SystemContext;
  readonly event: Removing;
  readonly org: string;
  readonly signal: AbortSignal;
};

async function removeAttestations(
  { ctx, event, org, signal }: At,
  due: DueRemoval<AttestationClass> | undefined,
): Promise<number> {
  if (due === undefined) return 0;
  const { retention } = ctx.store;
  const { kind, until } = due;
  const summary = await ratingSummaries(ctx, org);
  for (let removed = 0; ; ) {
    const ids = await retention.due(org, { kind, until, most: attestationsAtOnce });
    const before = removed;
    for (const attestation of ids) {
      signal.throwIfAborted();
      const outcome = await retention.removeAttestation({
        ...{ org, id: ctx.ids.next(), attestation, ground: "term", due, summary },
        actor: ctx.actor,
        at: ctx.clock.now(),
        audit: (removal) => removalEvent(event, removal),
      });
      if (outcome === "removed") removed += 1;
    }
    // What was held or changed meanwhile is looked at again on the next day.
    if (ids.length === 0 || removed === before) return removed;
  }
}

async function removeEvents({ ctx, event, org, signal }: At, due: DueRemoval<"events"> | undefined): Promise<number> {
  if (due === undefined) return 0;
  return untilNone(signal, () =>
    ctx.store.retention.removeEvents({
      ...{ org, id: ctx.ids.next(), due, most: rowsAtOnce, actor: ctx.actor, at: ctx.clock.now() },
      audit: ({ rows, subjectId: until, hash }) =>
        event("events.removed", org, { events: rows.audit_events ?? 0, until, hash }),
    }),
  );
}

async function clearMails({ ctx, event, org, signal }: At, due: DueRemoval<"mails"> | undefined): Promise<number> {
  if (due === undefined) return 0;
  const until = due.until.toISOString();
  return untilNone(signal, () =>
    ctx.store.retention.clearMails({
      ...{ org, due, most: rowsAtOnce },
      audit: (mails) => event("mails.cleared", org, { mails, until }),
    }),
  );
}

/** Goes on until a step finds nothing more. */
async function untilNone(signal: AbortSignal, step: () => Promise<number>): Promise<number> {
  for (let all = 0; ; ) {
    signal.throwIfAborted();
    const done = await step();
    if (done === 0) return all;
    all += done;
  }
}
