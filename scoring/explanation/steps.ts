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
  const T: ExactStep["params"] = {};
  for (const code in transparency.parts) T[code] = roundPoints(transparency.parts[code] ?? 0);
  T.weight = weights.T;
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
    T,
  };
}

/** What each group of controls takes away. Groups share the whole reduction by what they are worth. */
function controlSteps({ inherent, residual, summary, counted, controls }: Figures, ruleSet: RuleSet): ExactStep[] {
  const { groups, weights, total } = summary;
  const reduction = inherent.total - residual;
  const questions = new Map<string, string[]>();
  for (const { group, question } of controls) {
    const found = questions.get(group);
    if (found === undefined) questions.set(group, [question]);
    else if (!found.includes(question)) found.push(question);
  }
  return groups.map(({ group, weight, score, earned, available }) => ({
    kind: "control",
    code: group,
    rule: counted < total - tolerance ? "limited-at-gate" : "earned",
    exact: total > 0 ? (-reduction * weight * score) / (weights * total) : 0,
    questions: questions.get(group) ?? [],
    params: { earned: roundPoints(earned), available, score: roundPoints(score), weight },
    source: ruleSet.id,
  }));
}

/** What each red flag adds, after the country factor: all that is left of it under a cap, or its part of a share. */
function adverseSteps({ findings, adverse, residual, countryFactor }: Figures, ruleSet: RuleSet): ExactStep[] {
  const { flags, redFlags } = findings;
  const weighted = countryFactor * redFlags;
  const isCapped = weighted > capOf(ruleSet);
  const factor = roundFactor(countryFactor);
  const paramsOf = ruleSet.adverse
    ? shareParams(ruleSet.adverse.halfAt, { weighted, countryFactor, factor, residual, adverse })
    : (points: number) => ({ points: roundPoints(points), factor, ...(isCapped && { capped: capOf(ruleSet) }) });
  return flags.map(({ question, rule, points, relief }) => ({
    kind: "adverse",
    code: question,
    rule,
    exact: redFlags > 0 ? (adverse * points) / redFlags : 0,
    questions: [question],
    params: relief === "" ? paramsOf(points) : { ...paramsOf(points), relief },
    source: ruleSet.id,
  }));
}

type Weighted = Pick<Figures, "countryFactor" | "residual" | "adverse"> & {
  readonly weighted: number;
  readonly factor: number;
};

/** What is told of a red flag that takes its part of a share: what all of them come to is the same for each. */
function shareParams(halfAt: number, { weighted, countryFactor, factor, residual, adverse }: Weighted) {
  const [all, rest, added] = [roundPoints(weighted), roundPoints(maxPoints - residual), roundPoints(adverse)];
  return (points: number) => ({
    points: roundPoints(points),
    factor,
    own: roundPoints(countryFactor * points),
    weighted: all,
    halfAt,
    rest,
    adverse: added,
  });
}
