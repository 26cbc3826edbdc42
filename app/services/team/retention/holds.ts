import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { dayMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { byWords } from "#app/services/team/suppliers/trail/event-words";
import type { HoldLine } from "#app/views/team/hold";
import { MissingError } from "#db/errors";
import { cleanLine } from "#terms/texts/typed-text";

/** The holds that stand, or those that keep what is about a supplier. */
export async function holdLines(ctx: TeamContext, supplier?: string): Promise<readonly HoldLine[]> {
  const org = ctx.organisation.id;
  const holds = await ctx.store.retention.holds(org, supplier);
  return Promise.all(
    holds.map(async (hold) => {
      const about = hold.supplier === undefined ? undefined : await ctx.store.suppliers.get(org, hold.supplier);
      return {
        id: hold.id,
        supplier: about && { id: about.supplier.id, name: about.supplier.name },
        reason: hold.reason,
        by: byWords(ctx, hold.placedBy),
        since: dayMoment(hold.placedAt, ctx.language),
      };
    }),
  );
}

/** The holds of one supplier, for whoever may change them. @throws Problem "not-found" */
export const showHolds = teamUseCase({
  permission: "retention.write",
  input: z.object({ supplier: recordId }),
  events: [],
  async run(ctx, { supplier }) {
    const found = await ctx.store.suppliers.get(ctx.organisation.id, supplier);
    if (!found) throw new Problem("not-found");
    return { id: supplier, name: found.supplier.name, holds: await holdLines(ctx, supplier) };
  },
});

/** Keeps everything about a supplier, or of the whole organisation without one, until somebody lifts it. @throws Problem "not-found" */
export const placeHold = teamUseCase({
  permission: "retention.write",
  input: z.object({
    supplier: recordId.optional(),
    reason: z.string().overwrite(cleanLine).min(1, "reason-needed").max(200, "too-long"),
  }),
  events: ["hold.placed"],
  async run(ctx, { supplier, reason }, event) {
    const org = ctx.organisation.id;
    const id = ctx.ids.next();
    const about = supplier === undefined ? ("organisation" as const) : ("supplier" as const);
    const audit = event("hold.placed", supplier ?? org, { hold: id }, { about });
    const hold = { id, reason, placedAt: ctx.clock.now(), placedBy: ctx.actor, ...(supplier ? { supplier } : {}) };
    await unlessMissing(() => ctx.store.retention.placeHold({ org, hold, audit }));
  },
});

/** Lifts a hold; one that was lifted already stays so. */
export const liftHold = teamUseCase({
  permission: "retention.write",
  input: z.object({ id: recordId }),
  events: ["hold.lifted"],
  async run(ctx, { id }, event) {
    const org = ctx.organisation.id;
    const hold = (await ctx.store.retention.holds(org)).find((one) => one.id === id);
    if (hold === undefined) return;
    const about = hold.supplier === undefined ? ("organisation" as const) : ("supplier" as const);
    const audit = event("hold.lifted", hold.supplier ?? org, { hold: id }, { about });
    await ctx.store.retention.liftHold({ org, id, at: ctx.clock.now(), by: ctx.actor, audit }).catch((error) => {
      // Somebody was faster.
      if (!(error instanceof MissingError)) throw error;
    });
  },
});

async function unlessMissing(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw error instanceof MissingError ? new Problem("not-found") : error;
  }
}
