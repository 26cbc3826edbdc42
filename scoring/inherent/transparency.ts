import type { Walk } from "#questionnaires/walk";
import { assumedShare, cellText, isUnanswered, numberOf, rowsOf } from "#scoring/answer-values";
import type { RuleSources } from "#scoring/rules/conditions/sources";
import type { RuleSet } from "#scoring/rules/rule-set";

/** How many of how many: steps without a partner, or suppliers that did not answer. */
type Heads = { readonly some: number; readonly all: number };

/** Mean of the parts that apply, in points 0 to 100, and each part. */
export type Transparency = {
  readonly points: number;
  readonly parts: Readonly<Record<string, number>>;
  /** What a part was counted from, where it is a share. */
  readonly heads: Readonly<Record<string, Heads>>;
  /** Percent of the worst that is assumed of a part because nothing, or less, was said. */
  readonly assumed: Readonly<Record<string, number>>;
  /** Points by which visits that have become old raise it: they ask no further question. */
  readonly byAge: number;
};

/**
 * How much of the chain a supplier cannot see. L3 is not part of it: it is asked because of the inherent risk, so that
 * counting it would make the risk depend on itself.
 */
export function transparencyOf(walk: Walk, ruleSet: RuleSet, sources: RuleSources): Transparency {
  const rules = ruleSet.inherent.transparency;
  const { worst } = rules;
  const parts: Record<string, number> = {};
  const heads: Record<string, Heads> = {};
  const silent: Record<string, number> = {};
  const add = (question: string, points: number | undefined, share = assumedShare(walk, ruleSet, question)) => {
    const assumed = share * worst;
    if (points === undefined && assumed === 0) return;
    parts[question] = Math.max(points ?? 0, assumed);
    if (share > 0 && assumed >= (points ?? 0)) silent[question] = 100 * share;
  };
  const addShare = (question: string, share: Heads | undefined) => {
    if (share !== undefined) heads[question] = share;
    add(question, share && (100 * share.some) / share.all);
  };
  let byAge = 0;
  if ("unnamedStep" in rules) {
    const steps = sources.partners(walk);
    const points = (unnamed: number, all: number) =>
      Math.max((100 * unnamed) / all, Math.min(100, rules.unnamedStep * unnamed));
    if (steps) heads.E4 = { some: steps.unnamed, all: steps.all };
    add("E4", steps && points(steps.unnamed, steps.all));
    if (steps && parts.E4 !== worst) byAge = points(steps.unnamed, steps.all) - points(steps.fresh, steps.all);
    // Materials of which nothing is said would be asked about, if they had been named.
    const isOpen = isUnanswered(walk, "C2");
    add("C3", originPoints(walk, rules.materials) ?? unknownOrigins(walk, ruleSet), isOpen ? 1 : undefined);
  } else {
    addShare("E4", unnamedSteps(walk));
    add("C3", unknownOrigins(walk, ruleSet));
  }
  const among = "subTierAmong" in rules ? rules.subTierAmong : "asked";
  addShare("L1", among === "asked" ? silentSuppliers(walk) : unansweredSuppliers(walk));
  const all = Object.values(parts);
  const points = all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length;
  return { points, parts, heads, assumed: silent, byAge: all.length === 0 ? 0 : byAge / all.length };
}

/** Mean over the materials of what is known of the origin of each (C3). */
function originPoints(walk: Walk, points: Readonly<Record<string, number>>): number | undefined {
  const rows = rowsOf(walk, "C3", "origins");
  if (rows.length === 0) return undefined;
  return rows.reduce((sum, row) => sum + (points[cellText(row, "known") ?? ""] ?? 100), 0) / rows.length;
}

/** Of all suppliers in scope (L1) those that did not answer. */
function unansweredSuppliers(walk: Walk): Heads | undefined {
  const suppliers = numberOf(walk, "L1", "suppliers");
  if (suppliers === undefined || suppliers === 0) return undefined;
  return { some: suppliers - Math.min(suppliers, numberOf(walk, "L1", "answered") ?? 0), all: suppliers };
}

/** The outsourced steps (E4) without a named partner; undefined where nothing is outsourced. */
function unnamedSteps(walk: Walk): Heads | undefined {
  const steps = rowsOf(walk, "E4", "steps");
  if (steps.length === 0) return undefined;
  return { some: steps.filter((step) => cellText(step, "partner") === undefined).length, all: steps.length };
}

/** Points for materials whose origin is not known (C3). */
function unknownOrigins(walk: Walk, ruleSet: RuleSet): number | undefined {
  const known = walk.answers.C3?.value?.answer;
  const { origins } = ruleSet.inherent.transparency;
  return known === "all" || known === "some" || known === "none" ? origins[known] : undefined;
}

/** The suppliers asked (L1) who did not answer; all suppliers where nobody was asked. */
function silentSuppliers(walk: Walk): Heads | undefined {
  const suppliers = numberOf(walk, "L1", "suppliers");
  const asked = numberOf(walk, "L1", "asked");
  if (suppliers === undefined || suppliers === 0 || asked === undefined) return undefined;
  if (asked === 0) return { some: suppliers, all: suppliers };
  return { some: asked - Math.min(asked, numberOf(walk, "L1", "answered") ?? 0), all: asked };
}
