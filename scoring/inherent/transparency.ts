import type { Walk } from "#questionnaires/walk";
import { assumedShare, cellText, numberOf, rowsOf } from "#scoring/answer-values";
import type { RuleSet } from "#scoring/rules/rule-set";

/** Mean of the parts that apply, in points 0 to 100, and each part. */
export type Transparency = { readonly points: number; readonly parts: Readonly<Record<string, number>> };

/**
 * How much of the chain a supplier cannot see. L3 is not part of it: it is asked because of the inherent risk, so that
 * counting it would make the risk depend on itself.
 */
export function transparencyOf(walk: Walk, ruleSet: RuleSet): Transparency {
  const parts: Record<string, number> = {};
  const add = (question: string, points: number | undefined) => {
    const assumed = assumedShare(walk, ruleSet, question) * ruleSet.inherent.transparency.worst;
    if (points !== undefined || assumed > 0) parts[question] = Math.max(points ?? 0, assumed);
  };
  add("E4", unnamedSteps(walk));
  add("C3", unknownOrigins(walk, ruleSet));
  add("L1", silentSuppliers(walk));
  const all = Object.values(parts);
  return { points: all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length, parts };
}

/** Percent of the outsourced steps (E4) without a named partner; undefined where nothing is outsourced. */
function unnamedSteps(walk: Walk): number | undefined {
  const steps = rowsOf(walk, "E4", "steps");
  if (steps.length === 0) return undefined;
  return (100 * steps.filter((step) => cellText(step, "partner") === undefined).length) / steps.length;
}

/** Points for materials whose origin is not known (C3). */
function unknownOrigins(walk: Walk, ruleSet: RuleSet): number | undefined {
  const known = walk.answers.C3?.value?.answer;
  const { origins } = ruleSet.inherent.transparency;
  return known === "all" || known === "some" || known === "none" ? origins[known] : undefined;
}

/** Percent of the suppliers asked (L1) who did not answer; all of them where nobody was asked. */
function silentSuppliers(walk: Walk): number | undefined {
  const suppliers = numberOf(walk, "L1", "suppliers");
  const asked = numberOf(walk, "L1", "asked");
  if (suppliers === undefined || suppliers === 0 || asked === undefined) return undefined;
  if (asked === 0) return 100;
  return 100 * (1 - Math.min(1, (numberOf(walk, "L1", "answered") ?? 0) / asked));
}
