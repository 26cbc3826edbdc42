import type { Answer } from "#questionnaires/answers";
import type { Question } from "#questionnaires/definition";
import { nearestChange } from "#scoring/explanation/nearest-change";
import { type Outcome, outcomeOf } from "#scoring/outcome";
import type { RateInput } from "#scoring/rate";
import { type Band, bands } from "#terms/bands";
import { couldChange } from "./consequences";
import { type OtherAnswer, otherAnswers, proven } from "./other-answers";

/**
 * One answer given otherwise, or proven, and what the whole rating would be then. `answer` has its documents; `proof`: what
 * they must be for it, absent where the answer alone is enough.
 */
export type SingleChange = {
  readonly question: string;
  readonly answer: Answer;
  readonly isNewAnswer: boolean;
  readonly proof?: "attached" | "verified";
  readonly score: number;
  readonly band: Band;
};

/**
 * Every question whose answer alone, put right or proven, would bring the rating into a better band: found by rating again,
 * with all that follows from the change. The smallest change first. Which sites, goods and workers there are has no red
 * flags and no controls, and stays as it is.
 */
export function singleChanges(input: RateInput, now: Outcome): readonly SingleChange[] {
  const { compiled, walk } = now;
  const rated = new Set([
    ...compiled.questions.map(({ code }) => code),
    ...compiled.controls.map(({ control }) => control.question),
  ]);
  const floors = nearestChange(input.ruleSet.definition, now)?.floors ?? [];
  const found = [...rated].flatMap((code) => {
    const question = walk.questionnaire.questions.get(code);
    if (question === undefined || !walk.asked.has(code)) return [];
    if (!floors.every((floor) => couldChange(floor, code, input))) return [];
    return smallestChange(question, input, now) ?? [];
  });
  return found.sort((one, other) => other.score - one.score || one.question.localeCompare(other.question, "en"));
}

/** The change of one question that takes the least off the score and is enough; undefined where none is. */
function smallestChange(question: Question, input: RateInput, now: Outcome): SingleChange | undefined {
  const enough = otherAnswers(question, input, now).flatMap((other) => proofsThatDo(other, question, input, now));
  const [first, ...rest] = enough;
  return first && rest.reduce((best, one) => (one.score > best.score ? one : best), first);
}

/** An answer with the best proof, and with weaker ones as long as they are enough: a weaker proof never does more. */
function proofsThatDo(
  { answer, isNewAnswer }: OtherAnswer,
  question: Question,
  input: RateInput,
  now: Outcome,
): readonly SingleChange[] {
  const proofs = [
    ...(question.evidence ? (["verified", "attached"] as const) : []),
    ...(isNewAnswer ? [undefined] : []),
  ];
  const found: SingleChange[] = [];
  for (const proof of proofs) {
    const change = tryOut({ answer: proven(answer, proof), isNewAnswer, proof }, question.id, input);
    if (bands.indexOf(change.band) >= bands.indexOf(now.band)) break;
    found.push(change);
  }
  return found;
}

function tryOut(
  change: Pick<SingleChange, "answer" | "isNewAnswer" | "proof">,
  question: string,
  input: RateInput,
): SingleChange {
  const { score, band } = outcomeOf({ ...input, answers: { ...input.answers, [question]: change.answer } });
  return { ...change, question, score, band };
}
