import type { Answer } from "#questionnaires/answers";
import type { Question } from "#questionnaires/definition";
import { nearestChange } from "#scoring/explanation/nearest-change";
import { type Outcome, outcomeOf } from "#scoring/outcome";
import type { RateInput } from "#scoring/rate";
import { type Band, bands } from "#terms/bands";
import { type Cost, otherValues } from "./better-answers";
import { couldChange } from "./consequences";

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

/** Values of one question that are worked out in full; the others do no better by its own rules. */
const tried = 4;

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

type OtherAnswer = Pick<SingleChange, "answer" | "isNewAnswer">;

function tryOut(
  change: Pick<SingleChange, "answer" | "isNewAnswer" | "proof">,
  question: string,
  input: RateInput,
): SingleChange {
  const { score, band } = outcomeOf({ ...input, answers: { ...input.answers, [question]: change.answer } });
  return { ...change, question, score, band };
}

function proven(answer: Answer, proof: "attached" | "verified" | undefined): Answer {
  if (proof === undefined) return answer;
  return { ...answer, evidence: [...(answer.evidence ?? []), { id: "another", status: proof }] };
}

function otherAnswers(question: Question, { answers }: RateInput, now: Outcome): readonly OtherAnswer[] {
  const { id, unsure } = question;
  const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
  const cost = costOf(id, now);
  const values = otherValues(question, given?.value, cost)
    .map((value) => ({ value, cost: cost(value) }))
    .sort((one, other) => one.cost - other.cost)
    .slice(0, tried);
  const evidence = given?.evidence;
  const isSilent = now.walk.stateOf(id) !== "answered";
  const ways = unsure.filter((way) => way === "na" || isSilent);
  return [
    ...(given ? [{ answer: given, isNewAnswer: false }] : []),
    ...values.map(({ value }): OtherAnswer => {
      return { answer: evidence ? { value, evidence } : { value }, isNewAnswer: true };
    }),
    ...ways.map((way) => ({ answer: { unsure: way }, isNewAnswer: true })),
  ];
}

/** What a value would cost by the rules of its question alone; a knock-out more than any points, a control less. */
function costOf(code: string, { compiled, walk }: Outcome): Cost {
  const rules = compiled.questions.find((one) => one.code === code)?.rules ?? [];
  const controls = compiled.controls.filter(({ control }) => control.question === code);
  return (value) => {
    const context = { ...walk, answers: { ...walk.answers, [code]: { value } } };
    let cost = 0;
    for (const { rule, count } of rules) {
      const times = count(context);
      if (times > 0) cost += times * rule.points + (rule.floor === undefined ? 0 : 1000);
    }
    for (const { earns } of controls) for (const { points, count } of earns) cost -= points * count(context);
    return cost;
  };
}
