import type { Answer } from "#questionnaires/answers";
import type { Question } from "#questionnaires/definition";
import { inherentQuestions } from "#scoring/inherent/inherent-questions";
import { type Outcome, outcomeOf } from "#scoring/outcome";
import type { RateInput } from "#scoring/rate";
import type { Band } from "#terms/bands";
import { roundPoints } from "#terms/points";
import { otherAnswers, proven } from "./other-answers";

/**
 * Questions that no points are ever held out for: whoever wants a better figure must not be tempted to send people away, hand
 * them over or take children off a list (North Korean workers, labour transfers, children), nor to forget an official case.
 */
export const neverPriced: readonly string[] = ["A2", "D5", "E1", "E2", "E3", "E5", "E6", "E8", "K4", "L4", "M2"];

/**
 * One question put right, alone. `kind`: `silent` where nobody knows or said, `fact` where what was said counts as a red flag,
 * `missing` where more could be in place, `proof` where only a document is missing. `answer` has it, attached and no more.
 */
export type Lowering = {
  readonly question: string;
  readonly kind: "silent" | "fact" | "missing" | "proof";
  readonly answer: Answer;
  /** Points less, two decimals. */
  readonly points: number;
};

/**
 * What would lower a score, largest first: each found by rating again with the one answer changed. Left out are questions that
 * are never priced, those that hold a floor, and who works where, which nobody should say otherwise for a figure.
 */
export function loweringChanges(input: RateInput, now: Outcome): readonly Lowering[] {
  const { compiled, walk, floor } = now;
  const held = (floor?.reasons ?? []).map(({ question }) => question);
  const left = new Set([...neverPriced, ...inherentQuestions, ...held]);
  const rated = new Set([
    ...compiled.questions.map(({ code }) => code),
    ...compiled.controls.map(({ control }) => control.question),
  ]);
  return [...rated]
    .flatMap((code) => {
      const question = walk.questionnaire.questions.get(code);
      if (question === undefined || left.has(code) || !walk.asked.has(code)) return [];
      return bestOf(question, input, now) ?? [];
    })
    .sort((one, other) => other.points - one.points || one.question.localeCompare(other.question, "en"));
}

/** What all of these come to together: each leaves less for the others, so it is not their sum. */
export function together(
  input: RateInput,
  changes: readonly Lowering[],
): { readonly score: number; readonly band: Band } {
  const changed = Object.fromEntries(changes.map(({ question, answer }) => [question, answer]));
  const { score, band } = outcomeOf({ ...input, answers: { ...input.answers, ...changed } });
  return { score, band };
}

function bestOf(question: Question, input: RateInput, now: Outcome): Lowering | undefined {
  let best: Lowering | undefined;
  for (const { answer: other, isNewAnswer } of otherAnswers(question, input, now)) {
    // That something does not apply is no way to put it right.
    if (isNewAnswer && other.unsure) continue;
    const answer = question.evidence ? proven(other, "attached", `another ${question.id}`) : other;
    const { score } = outcomeOf({ ...input, answers: { ...input.answers, [question.id]: answer } });
    const points = roundPoints(now.score - score);
    if (points <= (best?.points ?? 0)) continue;
    best = { question: question.id, kind: kindOf(question.id, isNewAnswer, now), answer, points };
  }
  return best;
}

function kindOf(code: string, isNewAnswer: boolean, { walk, figures }: Outcome): Lowering["kind"] {
  if (walk.stateOf(code) !== "answered" || walk.answers[code]?.unsure) return "silent";
  if (!isNewAnswer) return "proof";
  return figures.findings.flags.some(({ question }) => question === code) ? "fact" : "missing";
}
