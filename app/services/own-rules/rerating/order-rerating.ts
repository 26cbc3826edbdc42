import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { type Faults, fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { givenReason } from "#app/services/own-rules/draft-rules";
import { examplesHold } from "#app/services/own-rules/examples";
import type { Rerating } from "#db/records";
import { reratingKind, scopeOf } from "./scope";

/** How long an answer waits for a short one. */
const patienceMs = 1_000;

/** A form that leaves the choice open sends "". */
const part = z
  .string()
  .max(200)
  .transform((value) => (value === "" ? undefined : value))
  .optional();

/**
 * Has all suppliers, or those of a country or a campaign, rated again by a published rule set, as a job. Each gets a new rating that names this;
 * none goes.
 * @throws Problem "not-found" for rules or a campaign that are not there
 */
export const orderRerating = teamUseCase({
  permission: "rules.decide",
  input: z.object({ rules: recordId, country: part, campaign: part, reason: givenReason }),
  events: ["rules.rerating-ordered"],
  async run(ctx, { rules: id, country, campaign, reason }, event) {
    const org = ctx.organisation.id;
    const own = await ctx.store.ownRules.get(org, id);
    if (!own?.publishedAt) throw new Problem("not-found");
    if (campaign !== undefined && !(await ctx.store.campaigns.get(org, campaign))) throw new Problem("not-found");
    if (!examplesHold(own)) return fault("rerate", "examples-fail");
    return order(ctx, event, {
      ...{ ruleSet: id, reason },
      ...(country === undefined ? {} : { country }),
      ...(campaign === undefined ? {} : { campaign }),
    });
  },
});

/**
 * The way back: everybody who was rated again by one, and still is rated by its rules, is rated by the rules from before, as new ratings.
 * @throws Problem "not-found"; "changed-meanwhile" for one that goes on, or takes back itself
 */
export const takeBackRerating = teamUseCase({
  permission: "rules.decide",
  input: z.object({ rerating: recordId, reason: givenReason }),
  events: ["rules.rerating-ordered"],
  async run(ctx, { rerating: id, reason }, event) {
    const found = await ctx.store.reratings.get(ctx.organisation.id, id);
    if (!found) throw new Problem("not-found");
    if (!found.endedAt || found.takesBack !== undefined) throw new Problem("changed-meanwhile");
    return order(ctx, event, { ruleSet: found.ruleSet, takesBack: id, reason });
  },
});

async function order(
  ctx: TeamContext,
  event: EventMaker<"rules.rerating-ordered">,
  asked: Pick<Rerating, "ruleSet" | "takesBack" | "country" | "campaign" | "reason">,
): Promise<Faults | { readonly rerating: string }> {
  const org = ctx.organisation.id;
  const { ruleSet, scope } = await scopeOf(ctx, { org, ...asked });
  const all = await ctx.store.reratings.count(org, scope);
  if (all === 0) return fault("rerate", "rerate-nobody");
  const [id, at] = [ctx.ids.next(), ctx.clock.now()];
  const job = { org, kind: reratingKind, key: id };
  const back = asked.takesBack !== undefined;
  const outcome = await ctx.store.reratings.order({
    rerating: { ...asked, org, id, all, counts: {}, orderedAt: at, orderedBy: ctx.user.id },
    job: { ...job, payload: {}, lane: reratingKind, dueAt: at, createdAt: at },
    audit: event("rules.rerating-ordered", org, { rerating: id, title: ruleSet.title, suppliers: all, back }, { at }),
  });
  if (outcome === "busy") return fault("rerate", "rerate-busy");
  ctx.jobs.wake();
  await ctx.jobs.waitUntilEnded(job, patienceMs);
  return { rerating: id };
}
