import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { requireAsSigned } from "#app/services/answers/signed/mismatches";
import type { SystemContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { recordId } from "#app/services/context/inputs";
import { systemUseCase } from "#app/services/context/use-case";
import { jobLease, stopSignal } from "#app/services/jobs/job-input";
import { givenNow } from "#app/services/ratings/given";
import { ratedFor } from "#app/services/ratings/rated-for";
import type { Actor } from "#db/audit";
import type { JobLease, Rerating, StoredRating } from "#db/records";
import type { Rerated, ReratingScope } from "#db/store";
import { bands } from "#terms/bands";
import { doneOf } from "./rerating-line";
import { type RatedBy, scopeOf } from "./scope";

/** Suppliers rated in one step: whoever saves meanwhile waits for the write of a few ratings at most. */
const stepSize = 20;
/** How long everything else has the program to itself after a step, in milliseconds. */
const longestPauseMs = 20;

type Events = "attestation.rated" | "record.mismatched" | "rules.rerated";

/**
 * Rates the suppliers of a rerating again, in steps: each step keeps its ratings, their events and the counts in one write under the lease of the
 * job. Whoever has its new rating is in it no more, so one that is taken up again goes on with the rest, and nobody is rated twice.
 * @returns whether the end of its job is kept
 */
export const rerateSuppliers = systemUseCase({
  permission: "system.work",
  input: z.object({ org: recordId, rerating: recordId, lease: jobLease, signal: stopSignal }),
  events: ["attestation.rated", "record.mismatched", "rules.rerated"],
  async run(ctx, { org, rerating: id, lease, signal }, event): Promise<boolean> {
    const rerating = await ctx.store.reratings.get(org, id);
    if (!rerating || rerating.endedAt || rerating.second === "asked") return false;
    const { scope, by: rules, title } = await scopeOf(ctx, rerating);
    const by: Actor = { kind: "person", id: rerating.orderedBy, name: rerating.name };
    const work = { ctx, event, rerating, rules, scope, by, lease, signal };
    // What came in between is looked at once more, until nothing can be added; what cannot be rated stays.
    let pass = await onePass(work);
    while (pass.kept > 0 && pass.left > 0) pass = await onePass(work);
    const { left } = pass;
    const at = ctx.clock.now();
    const suppliers = doneOf((await ctx.store.reratings.get(org, id)) ?? rerating);
    const back = rerating.takesBack !== undefined;
    const audit = event("rules.rerated", org, { rerating: id, title, suppliers, back }, { by, at });
    await ctx.store.reratings.end({ org, id, lease, at, left, audit });
    return true;
  },
});

type Work = {
  readonly ctx: SystemContext;
  readonly event: EventMaker<Events>;
  readonly rerating: Rerating;
  readonly rules: RatedBy;
  readonly scope: ReratingScope;
  readonly by: Actor;
  readonly lease: JobLease;
  readonly signal: AbortSignal;
};

/** Rates everybody who is due once, in the order of their ids. */
async function onePass(work: Work): Promise<{ readonly kept: number; readonly left: number }> {
  const { ctx, rerating, scope, lease, signal } = work;
  const { org, id } = rerating;
  let [kept, left] = [0, 0];
  let after = "";
  for (;;) {
    signal.throwIfAborted();
    const started = performance.now();
    const due = await ctx.store.reratings.due(org, scope, { after, most: stepSize });
    if (due.length === 0) return { kept, left };
    const rated: Rerated[] = [];
    for (const supplier of due) rated.push(...(await rerated(work, supplier)));
    const added = rated.length === 0 ? 0 : await ctx.store.reratings.keep({ org, id, lease, rated });
    kept += added;
    left += due.length - added;
    after = due.at(-1) ?? after;
    await pause(Math.min(longestPauseMs, (performance.now() - started) / 4));
  }
}

/** The new rating of a supplier; none where it has nothing signed any more, or what is kept is not what was signed. */
async function rerated({ ctx, event, rerating, rules, by }: Work, supplier: string): Promise<Rerated[]> {
  const { org, id, takesBack } = rerating;
  const at = ctx.clock.now();
  const latest = await ctx.store.ratings.latest(org, supplier);
  const kept = latest && (await ctx.store.attestations.get(org, latest.attestation));
  const made = takesBack === undefined ? rules : await madeBefore(ctx, org, supplier, takesBack);
  if (!latest || !kept?.declaration || !made) return [];
  try {
    const file = await requireAsSigned(ctx, event, kept);
    const given = await givenNow(ctx, { org, supplier, attestation: latest.attestation });
    const why = takesBack === undefined ? "rerated" : "taken-back";
    const cause = { kind: "rules", id, why, before: latest.id } as const;
    const rating = await ratedFor(ctx, { file, latest, given, cause, at, ...made });
    const { band: to, score } = rating.rating;
    const from = latest.rating.band;
    const audit = event("attestation.rated", rating.attestation, { rating: rating.id, band: to, score }, { by, at });
    const moved = bands.indexOf(to) - bands.indexOf(from);
    return [{ rating: { ...rating, rerating: { id, moved } }, audit, from, to }];
  } catch (error) {
    if (error instanceof Problem && error.code === "record-changed") return [];
    throw error;
  }
}

/** The rules and countries that a supplier was rated by before it was rated again. */
async function madeBefore(
  ctx: SystemContext,
  org: string,
  supplier: string,
  rerating: string,
): Promise<RatedBy | undefined> {
  const history = await ctx.store.ratings.history(org, supplier);
  const isOfIt = ({ cause }: StoredRating) => cause?.kind === "rules" && cause.id === rerating;
  const before = history.find(({ id }) => id === history.find(isOfIt)?.cause?.before);
  if (!before) return undefined;
  const [ruleSet, edition] = await Promise.all([
    ctx.catalogue.rules(org, before.rating.ruleSet.id),
    ctx.catalogue.edition(org, before.rating.edition.id),
  ]);
  return ruleSet && edition ? { ruleSet, edition } : undefined;
}
