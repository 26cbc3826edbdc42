import type { TeamContext } from "#app/services/context/contexts";
import { compareRatings } from "#scoring/explanation/comparison";
import type { Rating } from "#scoring/rating";
import type { RatingWords } from "./rating-words";
import { editionName, ruleSetName } from "./versions";

/** What changed between two ratings of a supplier, in words; figures in points. */
export function comparisonView(ctx: TeamContext, before: Rating, after: Rating, words: RatingWords) {
  const { score, steps, versions } = compareRatings(before, after);
  return {
    score: { change: score, before: before.score, after: after.score },
    lines: steps.map((step) => ({
      key: `${step.kind} ${step.code} ${step.rule}`,
      code: step.kind === "inherent" || step.kind === "adverse" ? step.code : "",
      text: words.step(step),
      before: step.before,
      after: step.after,
      change: step.change,
    })),
    versions: versions.map(({ of, before: was, after: is }) => ({
      of,
      before: nameOf(ctx, of, was),
      after: nameOf(ctx, of, is),
    })),
  };
}

function nameOf(ctx: TeamContext, of: "questionnaire" | "ruleSet" | "edition", id: string): string {
  if (of === "edition") return editionName(ctx, id);
  return of === "ruleSet" ? ruleSetName(id) : id;
}
