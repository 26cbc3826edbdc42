import type { Floor } from "#scoring/rating";
import type { RuleSet } from "#scoring/rules/rule-set";
import { type Band, worseBand } from "#terms/bands";
import type { Findings, KnockOut } from "./findings";

/** A knock-out that a named reviewer lifted. */
export type LiftedKnockOut = { readonly question: string; readonly rule: string };

/** The band of a score of 0 to 100. */
export function bandOf({ bands }: RuleSet, score: number): Band {
  if (score >= bands.critical) return "critical";
  if (score >= bands.high) return "high";
  return score >= bands.medium ? "medium" : "low";
}

/**
 * The lowest band that knock-outs leave open, or null without any. Facts come first, then what is held until it is answered.
 * @param planned questions with an accepted plan that is not overdue: their link is shown as disclosed
 */
export function floorOf(
  { knockOuts, unverified }: Pick<Findings, "knockOuts" | "unverified">,
  lifted: readonly LiftedKnockOut[],
  planned: ReadonlySet<string>,
): Floor | null {
  const isStanding = ({ question, rule }: KnockOut) =>
    !lifted.some((one) => one.question === question && one.rule === rule);
  const facts = knockOuts.filter(isStanding);
  const open = unverified.filter(isStanding);
  const [first, ...rest] = [...facts, ...open];
  if (first === undefined) return null;
  return {
    band: rest.reduce<Band>((band, one) => worseBand(band, one.band), first.band),
    reasons: [
      ...facts.map(({ question, rule }) => ({ question, rule, disclosed: planned.has(question) })),
      ...open.map(({ question, rule }) => ({ question, rule, disclosed: false, unverified: true as const })),
    ],
  };
}
