import type { TeamContext } from "#app/services/context/contexts";
import { ratedInput } from "#app/services/ratings/rated-input";
import type { RatingWords } from "#app/services/team/ratings/rating-words";
import type { OpenReview } from "#app/services/team/reviews/read-review";
import { needsSecond } from "#app/services/team/reviews/second-person";
import type { FloorChoice } from "#app/views/team/reviews/review";
import type { ReviewRules } from "#db/records";
import { floorBandOf } from "#scoring/explanation/floor-bands";
import { outcomeOf } from "#scoring/outcome";
import type { DecisionViews } from "./decision-views";

type Known = { readonly words: RatingWords; readonly rules: ReviewRules; readonly decisions: DecisionViews };

/** The floors of one question, with what lifting each of them alone would do. */
export function floorChoices(
  ctx: TeamContext,
  { latest, file, made, standings }: OpenReview,
  question: string,
  { words, rules, decisions }: Known,
  isShown: (question: string) => boolean,
): readonly FloorChoice[] {
  const { rating, given = {} } = latest;
  const reasons = rating.floor?.reasons ?? [];
  const lifted = standings
    .filter(({ decision, state }) => decision.kind === "floor" && decision.question === question && state === "counts")
    .map(({ decision }) => ({ question, rule: decision.subject, unverified: false }));
  const own = [...reasons, ...lifted].filter((one) => one.question === question);
  const seen = new Map(own.map((one) => [one.rule, one]));
  const { definition } = made.ruleSet;
  const input = ratedInput(file, made, { createdAt: ctx.clock.now(), given });
  return [...seen.values()].map(({ rule, unverified = false }): FloorChoice => {
    const one = { question, rule };
    const { band } = outcomeOf({ ...input, lifted: [...(given.lifted ?? []), one] });
    const moves = band !== rating.band;
    const holding = reasons.filter(
      (other) =>
        !(other.question === question && other.rule === rule) &&
        floorBandOf(definition, other) === floorBandOf(definition, one),
    );
    return {
      ...{ rule, unverified, text: words.rule(rule, question), band: floorBandOf(definition, one) },
      needsSecond: needsSecond(rules, made.ruleSet, { ...one, kind: "floor", verdict: "lifted", subject: rule }),
      alone: { band, moves },
      others: moves ? [] : [...new Set(holding.map((other) => other.question))].filter(isShown),
      decision: decisions.about("floor", rule, question),
    };
  });
}
