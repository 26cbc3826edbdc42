import { type Mismatch, tallyMismatches } from "#questionnaires/conditions/tally";
import type { Contradiction } from "#questionnaires/definition";
import type { Walk } from "./walk";

/** What does not fit together in the answers that count, in the order of the definition. */
export function contradictions(walk: Walk): readonly Contradiction[] {
  const found: Contradiction[] = [];
  for (const { contradiction, test } of walk.questionnaire.plan.contradictions) {
    if (test(walk) === "holds") found.push(contradiction);
  }
  return found;
}

/** Rows of two tables that do not fit, with the questions they stand in; undefined for what compares no tables. */
export type TableMismatches = {
  readonly left: string;
  readonly right: string;
  /** By row of the left table, which for sites is the id of the site. */
  readonly mismatches: readonly Mismatch[];
};

/** Where exactly two tables contradict each other: with 200 sites nobody finds the one. */
export function mismatchesOf(walk: Walk, { when }: Contradiction): TableMismatches | undefined {
  if (!("tally" in when)) return undefined;
  return { left: when.tally.question, right: when.against.question, mismatches: tallyMismatches(when, walk) };
}

/**
 * What the person who answers says to a contradiction that is right as it stands: the comment on its first question, which
 * the buyer reads beside the answers.
 */
export function explanationOf({ answers }: Walk, { questions: [first = ""] }: Contradiction): string | undefined {
  return answers[first]?.comment;
}
