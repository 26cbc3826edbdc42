import type { Answer, Row } from "#questionnaires/answers";
import type { QuestionState, Walk } from "#questionnaires/walk";
import type { RuleSet } from "#scoring/rules/rule-set";

/** The rows that were given in a table; none where it is silent. */
export function rowsOf({ answers }: Pick<Walk, "answers">, question: string, part: string): readonly Row[] {
  const value = answers[question]?.value?.[part];
  return Array.isArray(value) ? (value as readonly Row[]) : [];
}

/** A number that was given, never negative. */
export function numberOf({ answers }: Walk, question: string, part = "answer"): number | undefined {
  const value = answers[question]?.value?.[part];
  return typeof value === "number" && value > 0 ? value : value === 0 ? 0 : undefined;
}

/** The number in a cell, 0 where it is empty. */
export function cellNumber({ cells }: Row, column: string): number {
  const cell = cells[column];
  return typeof cell === "number" && cell > 0 ? cell : 0;
}

/** The text or id in a cell. */
export function cellText({ cells }: Row, column: string): string | undefined {
  const cell = cells[column];
  return typeof cell === "string" ? cell : undefined;
}

/** Whether somebody said "don't know", or that they cannot answer on legal advice. "Not applicable" is an answer. */
export function isUnsure(answer: Answer | undefined): answer is Answer & { readonly unsure: "dk" | "legal" } {
  return answer?.unsure === "dk" || answer?.unsure === "legal";
}

/** Whether a question that is asked is left blank, or only partly answered. */
export function isUnanswered(walk: Walk, question: string): boolean {
  return isOpen(walk.stateOf(question));
}

/** Whether a question in this state is asked and has no whole answer. */
export function isOpen(state: QuestionState | undefined): boolean {
  return state === "blank" || state === "partly";
}

/**
 * How much of the worst answer is assumed of a question that says nothing: 0 to 1. Nothing is assumed of what is not
 * asked, was answered, or does not apply.
 */
export function assumedShare(walk: Walk, ruleSet: RuleSet, question: string): number {
  if (isUnsure(walk.answers[question])) return ruleSet.silence.unsure / 100;
  return isUnanswered(walk, question) ? ruleSet.silence.blank / 100 : 0;
}
