import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { MissingError } from "#db/errors";
import { begin, jobOf } from "./order-rerating";
import { scopeOf } from "./scope";

const waiting = z.object({ rerating: recordId });

/**
 * A second person agrees that suppliers are rated again, and it begins.
 * @throws Problem "not-found"; "not-allowed" for whoever ordered it; "changed-meanwhile" for what does not wait any more
 */
export const agreeRerating = teamUseCase({
  permission: "rules.decide",
  input: waiting,
  events: ["rules.rerating-agreed"],
  async run(ctx, { rerating }, event) {
    const { org, id, by, at, said } = await requireWaiting(ctx, rerating);
    const job = jobOf(org, id, at);
    const audit = event("rules.rerating-agreed", org, said, { at });
    await orChanged(ctx.store.reratings.settle({ org, id, by, at, as: "agreed", job, audit }));
    await begin(ctx, job);
  },
});

/** The same, but nobody is rated: it ends, and stays on record. */
export const declineRerating = teamUseCase({
  permission: "rules.decide",
  input: waiting,
  events: ["rules.rerating-declined"],
  async run(ctx, { rerating }, event) {
    const { org, id, by, at, said } = await requireWaiting(ctx, rerating);
    const audit = event("rules.rerating-declined", org, said, { at });
    await orChanged(ctx.store.reratings.settle({ org, id, by, at, as: "declined", audit }));
  },
});

async function requireWaiting(ctx: TeamContext, id: string) {
  const org = ctx.organisation.id;
  const found = await ctx.store.reratings.get(org, id);
  if (!found) throw new Problem("not-found");
  if (found.second !== "asked") throw new Problem("changed-meanwhile");
  if (found.orderedBy === ctx.user.id) throw new Problem("not-allowed");
  const { title } = await scopeOf(ctx, found);
  const said = { rerating: id, title, suppliers: found.all, back: found.takesBack !== undefined };
  return { org, id, by: ctx.user.id, at: ctx.clock.now(), said };
}

async function orChanged(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof MissingError) throw new Problem("changed-meanwhile");
    throw error;
  }
}
