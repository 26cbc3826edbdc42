import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { MissingError } from "#db/errors";
import type { NamedRuleSet } from "#db/store";
import { examplesHold } from "./examples";
import { isSettled } from "./own-rule";

const settling = z.object({ rules: recordId, fingerprint: z.string().max(100) });

/**
 * Publishes a draft of somebody else, as it was seen: from then on it can be chosen and rated with, and is never changed. Nothing is rated
 * with it by itself.
 * @throws Problem "not-found"; "not-allowed" for its author; "changed-meanwhile" where it is no draft any more
 */
export const publishRules = teamUseCase({
  permission: "rules.decide",
  input: settling,
  events: ["rules.published"],
  async run(ctx, seen, event) {
    const rules = await requireDraft(ctx, seen.rules);
    if (rules.draftedBy === ctx.user.id) throw new Problem("not-allowed");
    if (!examplesHold(rules)) return fault("publish", "examples-fail");
    const { id, title, fingerprint: hash } = rules;
    const audit = event("rules.published", rules.org, { rules: id, title, hash });
    await settle(ctx, seen, { as: "published", audit });
    return { rules: id };
  },
});

/**
 * Takes back a draft that is not published, by its author or by whoever may publish it. It stays on record.
 * @throws Problem "not-found"; "not-allowed" for others; "changed-meanwhile" where it is no draft any more
 */
export const withdrawRules = teamUseCase({
  permission: "rules.try",
  input: settling,
  events: ["rules.withdrawn"],
  async run(ctx, seen, event) {
    const { id, title, org, draftedBy } = await requireDraft(ctx, seen.rules);
    if (draftedBy !== ctx.user.id && !ctx.may("rules.decide")) throw new Problem("not-allowed");
    await settle(ctx, seen, { as: "withdrawn", audit: event("rules.withdrawn", org, { rules: id, title }) });
    return { rules: id };
  },
});

async function requireDraft(ctx: TeamContext, id: string): Promise<NamedRuleSet> {
  const found = await ctx.store.ownRules.get(ctx.organisation.id, id);
  if (!found) throw new Problem("not-found");
  if (isSettled(found)) throw new Problem("changed-meanwhile");
  return found;
}

type Settled = Pick<Parameters<TeamContext["store"]["ownRules"]["settle"]>[0], "as" | "audit">;

async function settle(ctx: TeamContext, { rules: id, fingerprint }: z.output<typeof settling>, settled: Settled) {
  const who = { org: ctx.organisation.id, by: ctx.user.id, at: ctx.clock.now() };
  try {
    await ctx.store.ownRules.settle({ ...who, id, fingerprint, ...settled });
  } catch (error) {
    if (error instanceof MissingError) throw new Problem("changed-meanwhile");
    throw error;
  }
}
