import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { type Faults, fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { givenReason } from "#app/services/own-rules/draft-rules";
import { examplesHold } from "#app/services/own-rules/examples";
import { reviewRules } from "#app/services/team/reviews/second-person";
import type { Rerating } from "#db/records";
import { reratingKind, scopeOf } from "./scope";

/** How long an answer waits for a short one. */
const patienceMs = 1_000;

/** A form that leaves the choice open sends "". */
const choice = z
  .string()
  .max(200)
  .transform((value) => (value === "" ? undefined : value))
  .optional();

/**
 * Has all suppliers, or those of a country or a campaign, rated again as a job: by a rule set of the program or a published one of the organisation's
 * own, with another edition, or both. Each gets a new rating that names this; none goes.
 * @throws Problem "not-found" for rules, an edition or a campaign that are not there
 */
export const orderRerating = teamUseCase({
  permission: "rules.decide",
  input: z.object({ rules: choice, edition: choice, country: choice, campaign: choice, reason: givenReason }),
  events: ["rules.rerating-ordered"],
  async run(ctx, { rules: ruleSet, edition, country, campaign, reason }, event) {
    const org = ctx.organisation.id;
    if (ruleSet === undefined && edition === undefined) return fault("rules", "rerate-nothing");
    if (ruleSet !== undefined && !(await ctx.catalogue.rules(org, ruleSet))) throw new Problem("not-found");
    if (edition !== undefined && !(await ctx.catalogue.edition(org, edition))) throw new Problem("not-found");
    if (campaign !== undefined && !(await ctx.store.campaigns.get(org, campaign))) throw new Problem("not-found");
    const own = ruleSet === undefined ? undefined : await ctx.store.ownRules.get(org, ruleSet);
    if (own && !examplesHold(own)) return fault("rerate", "examples-fail");
    return order(ctx, event, {
      reason,
      ...(ruleSet === undefined ? {} : { ruleSet }),
      ...(edition === undefined ? {} : { edition }),
      ...(country === undefined ? {} : { country }),
      ...(campaign === undefined ? {} : { campaign }),
    });
  },
});

/**
 * The way back: everybody who was rated again by one, and still is rated by its rules and countries, is rated by those from before, as new ratings.
 * @throws Problem "not-found"; "changed-meanwhile" for one that goes on or was declined, or takes back itself
 */
export const takeBackRerating = teamUseCase({
  permission: "rules.decide",
  input: z.object({ rerating: recordId, reason: givenReason }),
  events: ["rules.rerating-ordered"],
  async run(ctx, { rerating: id, reason }, event) {
    const found = await ctx.store.reratings.get(ctx.organisation.id, id);
    if (!found) throw new Problem("not-found");
    const { ruleSet, edition, endedAt, takesBack, second } = found;
    if (!endedAt || takesBack !== undefined || second === "declined") throw new Problem("changed-meanwhile");
    const left = { ...(ruleSet === undefined ? {} : { ruleSet }), ...(edition === undefined ? {} : { edition }) };
    return order(ctx, event, { ...left, takesBack: id, reason });
  },
});

async function order(
  ctx: TeamContext,
  event: EventMaker<"rules.rerating-ordered">,
  asked: Pick<Rerating, "ruleSet" | "edition" | "takesBack" | "country" | "campaign" | "reason">,
): Promise<Faults | { readonly rerating: string }> {
  const org = ctx.organisation.id;
  const { title, scope } = await scopeOf(ctx, { org, ...asked });
  const all = await ctx.store.reratings.count(org, scope);
  if (all === 0) return fault("rerate", "rerate-nobody");
  const asksSecond = (await reviewRules(ctx)).second.includes("suppliers-rerated");
  const [id, at] = [ctx.ids.next(), ctx.clock.now()];
  const job = jobOf(org, id, at);
  const back = asked.takesBack !== undefined;
  const rerating = { ...asked, org, id, all, counts: {}, orderedAt: at, orderedBy: ctx.user.id };
  const outcome = await ctx.store.reratings.order({
    rerating: asksSecond ? { ...rerating, second: "asked" } : rerating,
    ...(asksSecond ? {} : { job }),
    audit: event("rules.rerating-ordered", org, { rerating: id, title, suppliers: all, back }, { at }),
  });
  if (outcome === "busy") return fault("rerate", "rerate-busy");
  if (!asksSecond) await begin(ctx, job);
  return { rerating: id };
}

/** What does a rerating once it may begin. */
export function jobOf(org: string, id: string, at: Date) {
  return { org, kind: reratingKind, key: id, payload: {}, lane: reratingKind, dueAt: at, createdAt: at } as const;
}

/** Wakes whoever does it, and waits for a short one. */
export async function begin(ctx: TeamContext, { org, kind, key }: ReturnType<typeof jobOf>): Promise<void> {
  ctx.jobs.wake();
  await ctx.jobs.waitUntilEnded({ org, kind, key }, patienceMs);
}
