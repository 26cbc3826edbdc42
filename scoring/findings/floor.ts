import type { Floor } from "#scoring/rating";
import type { RuleSet } from "#scoring/rules/rule-set";
import { type Band, worseBand } from "#terms/bands";
import type { KnockOut } from "./findings";

/** A knock-out that a named reviewer lifted. */
export type LiftedKnockOut = { readonly question: string; readonly rule: string };

/** The band of a score of 0 to 100. */
export function bandOf({ bands }: RuleSet, score: number): Band {
  if (score >= bands.critical) return "critical";
  if (score >= bands.high) return "high";
  return score >= bands.medium ? "medium" : "low";
}

/**
 * The lowest band that knock-outs leave open, or null without any.
 * @param planned questions with an accepted plan that is not overdue: their link is shown as disclosed
 */
export function floorOf(
  knockOuts: readonly KnockOut[],
  lifted: readonly LiftedKnockOut[],
  planned: ReadonlySet<string>,
): Floor | null {
  const standing = knockOuts.filter(
    ({ question, rule }) => !lifted.some((one) => one.question === question && one.rule === rule),
  );
  const [first, ...rest] = standing;
  if (first === undefined) return null;
  return {
    band: rest.reduce<Band>((band, one) => worseBand(band, one.band), first.band),
    reasons: standing.map(({ question, rule }) => ({ question, rule, disclosed: planned.has(question) })),
  };
}
