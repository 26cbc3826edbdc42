import type { LoadedEdition } from "#scoring/editions/load-edition";
import type { Figures } from "#scoring/figures";
import { capOf } from "#scoring/findings/adverse";
import type { Inherent } from "#scoring/inherent/inherent";
import { questionsOf } from "#scoring/inherent/inherent-questions";
import type { RuleSources } from "#scoring/rules/conditions/sources";
import type { RuleSet } from "#scoring/rules/rule-set";
import { type InherentPart, inherentParts } from "#terms/inherent-parts";
import { maxPoints, roundPoints } from "#terms/points";
import { type ExactStep, roundFactor, tolerance } from "./step-rounding";

/** Every step of the sum, in the order of the arithmetic. Before rounding they add up to `residual + adverse`. */
export function exactSteps(
  figures: Figures,
  ruleSet: RuleSet,
  edition: LoadedEdition,
  { lists }: Pick<RuleSources, "lists">,
): ExactStep[] {
  return [
    ...inherentSteps(figures.inherent, ruleSet, { C: edition.id, S: lists.goods.id, W: edition.id, T: ruleSet.id }),
    ...controlSteps(figures, ruleSet),
    ...adverseSteps(figures, ruleSet),
  ];
}

/** Country, goods, workforce and transparency: what each part of the inherent risk adds. */
function inherentSteps(
  inherent: Inherent,
  ruleSet: RuleSet,
  sources: Readonly<Record<InherentPart, string>>,
): ExactStep[] {
  const { goods: reason } = inherent.worst;
  const rules = { C: "tier", S: reason.reason, W: "workforce", T: "mean-of-parts" };
  const params = inherentParams(inherent, ruleSet.inherent.weights);
  return inherentParts.map((part) => ({
    kind: "inherent",
    code: part,
    rule: rules[part],
    exact: inherent.parts[part],
    questions: [...questionsOf[part]],
    params: params[part],
    source: sources[part],
  }));
}

/** What is told of each part: the worst site, its figures, and the weight of the part in percent. */
function inherentParams(
  { worst, transparency }: Inherent,
  weights: RuleSet["inherent"]["weights"],
): Record<InherentPart, ExactStep["params"]> {
  const { site, country, tier, goods: reason, workforce } = worst;
  return {
    C: { site, country, tier, worst: worst.C, weight: weights.C },
    S: { site, reason: reason.reason, item: reason.item, worst: roundPoints(worst.S), weight: weights.S },
    W: {
      site,
      foreign: roundPoints(100 * workforce.foreignShare),
      indirect: roundPoints(100 * workforce.indirectShare),
      worst: roundPoints(worst.W),
      weight: weights.W,
    },
    T: {
      ...Object.fromEntries(Object.entries(transparency.parts).map(([code, points]) => [code, roundPoints(points)])),
      weight: weights.T,
    },
  };
}

/** What each group of controls takes away. Groups share the whole reduction by what they are worth. */
function controlSteps({ inherent, residual, summary, counted, controls }: Figures, ruleSet: RuleSet): ExactStep[] {
  const { groups, weights, total } = summary;
  const reduction = inherent.total - residual;
  return groups.map(({ group, weight, score, earned, available }) => ({
    kind: "control",
    code: group,
    rule: counted < total - tolerance ? "limited-at-gate" : "earned",
    exact: total > 0 ? (-reduction * weight * score) / (weights * total) : 0,
    questions: [...new Set(controls.filter((one) => one.group === group).map(({ question }) => question))],
    params: { earned: roundPoints(earned), available, score: roundPoints(score), weight },
    source: ruleSet.id,
  }));
}

/** What each red flag adds, after the country factor: all that is left of it under a cap, or its part of a share. */
function adverseSteps({ findings, adverse, residual, countryFactor }: Figures, ruleSet: RuleSet): ExactStep[] {
  const { flags, redFlags } = findings;
  const weighted = countryFactor * redFlags;
  const isCapped = weighted > capOf(ruleSet);
  const together = ruleSet.adverse && {
    weighted: roundPoints(weighted),
    halfAt: ruleSet.adverse.halfAt,
    rest: roundPoints(maxPoints - residual),
    adverse: roundPoints(adverse),
  };
  return flags.map(({ question, rule, points, relief }) => ({
    kind: "adverse",
    code: question,
    rule,
    exact: redFlags > 0 ? (adverse * points) / redFlags : 0,
    questions: [question],
    params: {
      points: roundPoints(points),
      factor: roundFactor(countryFactor),
      ...(isCapped && { capped: capOf(ruleSet) }),
      ...(together && { own: roundPoints(countryFactor * points), ...together }),
      ...(relief !== "" && { relief }),
    },
    source: ruleSet.id,
  }));
}
