import type { Answer } from "#questionnaires/answers";
import type { Question } from "#questionnaires/definition";
import type { Outcome } from "#scoring/outcome";
import type { RateInput } from "#scoring/rate";
import { type Cost, otherValues } from "./better-answers";

/** Values of one question that are worked out in full; the others do no better by its own rules. */
const tried = 4;

/** An answer to try: the one that stands, or another. */
export type OtherAnswer = { readonly answer: Answer; readonly isNewAnswer: boolean };

/** An answer with one more document, which stands as `proof` says. */
export function proven(answer: Answer, proof: "attached" | "verified" | undefined, id = "another"): Answer {
  if (proof === undefined) return answer;
  return { ...answer, evidence: [...(answer.evidence ?? []), { id, status: proof }] };
}

/** The answer that stands, and what else the question can be answered that does best by its own rules. */
export function otherAnswers(question: Question, { answers }: RateInput, now: Outcome): readonly OtherAnswer[] {
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
