import { compareRatings } from "#scoring/explanation/comparison";
import type { Rating, Step } from "#scoring/rating";
import type { RatingWords } from "./rating-words";
import type { VersionNames } from "./versions";

/** A rating with the words of what it was made from. */
type InWords = { readonly rating: Rating; readonly words: RatingWords };

/**
 * What changed between two ratings of a supplier, in words; figures in points. A line that only the rating before had is
 * called as it was called there.
 */
export function comparisonView(before: InWords, after: InWords, names: VersionNames) {
  const { score, steps, versions } = compareRatings(before.rating, after.rating);
  return {
    score: { change: score, before: before.rating.score, after: after.rating.score },
    lines: steps.map((step) => ({
      key: `${step.kind} ${step.code} ${step.rule}`,
      code: step.kind === "inherent" || step.kind === "adverse" ? step.code : "",
      text: (hasStep(after.rating, step) ? after : before).words.step(step),
      before: step.before,
      after: step.after,
      change: step.change,
    })),
    versions: versions.map(({ of, before: was, after: is }) => ({
      of,
      before: nameOf(names, of, was),
      after: nameOf(names, of, is),
    })),
  };
}

function hasStep({ steps }: Rating, { kind, code, rule }: Pick<Step, "kind" | "code" | "rule">): boolean {
  return steps.some((step) => step.kind === kind && step.code === code && step.rule === rule);
}

function nameOf(names: VersionNames, of: "questionnaire" | "ruleSet" | "edition", id: string): string {
  return of === "questionnaire" ? id : names[of](id);
}
