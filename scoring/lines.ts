import { type CountryEdition, goods } from "#scoring/editions/index";
import type { Flag } from "./adverse";
import type { ControlScore, Summary } from "./controls";
import { type Inherent, inherentParts } from "./inherent/inherent";
import { questionsOf } from "./inherent/inherent-questions";
import type { RuleSet } from "./rule-set";
import { type Line, rounded } from "./steps";

/** Country, goods, workforce and transparency: what each part of the inherent risk adds. */
export function inherentLines(inherent: Inherent, ruleSet: RuleSet, edition: CountryEdition): Line[] {
  const { worst, transparency } = inherent;
  const { weights } = ruleSet.inherent;
  const params: Record<(typeof inherentParts)[number], Line["params"]> = {
    C: { site: worst.site, country: worst.country, tier: worst.tier, worst: worst.C, weight: weights.C },
    S: {
      site: worst.site,
      reason: worst.goods.reason,
      item: worst.goods.item,
      worst: rounded(worst.S),
      weight: weights.S,
    },
    W: {
      site: worst.site,
      foreign: rounded(100 * worst.workforce.foreignShare),
      indirect: rounded(100 * worst.workforce.indirectShare),
      worst: rounded(worst.W),
      weight: weights.W,
    },
    T: transparencyParams(transparency.parts, weights.T),
  };
  const source = { C: edition.id, S: goods.id, W: edition.id, T: ruleSet.id };
  return inherentParts.map((part) => ({
    kind: "inherent",
    code: part,
    rule: part === "T" ? "mean-of-parts" : part === "S" ? worst.goods.reason : part === "C" ? "tier" : "workforce",
    exact: inherent.parts[part],
    questions: [...questionsOf[part]],
    params: params[part],
    source: source[part],
  }));
}

function transparencyParams(parts: Inherent["transparency"]["parts"], weight: number): Line["params"] {
  const params: Record<string, number> = {};
  for (const code in parts) params[code] = rounded(parts[code] ?? 0);
  params.weight = weight;
  return params;
}

/** What each group of controls takes away. Groups share the whole reduction by what they are worth. */
export function controlLines(
  { groups, weights, total }: Summary,
  counted: number,
  reduction: number,
  scores: readonly ControlScore[],
  ruleSet: RuleSet,
): Line[] {
  return groups.map(({ group, weight, score, earned, available }) => ({
    kind: "control",
    code: group,
    rule: counted < total - 1e-9 ? "limited-at-gate" : "earned",
    exact: total > 0 ? (-reduction * weight * score) / (weights * total) : 0,
    questions: [...new Set(scores.filter((one) => one.group === group).map(({ question }) => question))],
    params: { earned: rounded(earned), available, score: rounded(score), weight },
    source: ruleSet.id,
  }));
}

/** What each red flag adds, after the country factor and the cap. */
export function adverseLines(
  flags: readonly Flag[],
  redFlags: number,
  adverse: number,
  countryFactor: number,
  ruleSet: RuleSet,
): Line[] {
  const capped = countryFactor * redFlags > ruleSet.adverseCap;
  return flags.map(({ question, rule, points, relief }) => ({
    kind: "adverse",
    code: question,
    rule,
    exact: redFlags > 0 ? (adverse * points) / redFlags : 0,
    questions: [question],
    params: {
      points: rounded(points),
      factor: Math.round(countryFactor * 10_000) / 10_000,
      ...(capped && { capped: ruleSet.adverseCap }),
      ...(relief !== "" && { relief }),
    },
    source: ruleSet.id,
  }));
}
