import type { Answer } from "#questionnaires/answers";
import type { Condition } from "./condition-schema";
import { every, negate, possibly, some } from "./logic";
import type { EvaluationContext, Outcome, Test } from "./outcome";
import { compileSubject } from "./subject";
import { compileTally } from "./tally";

export type { EvaluationContext, Outcome, Test };

const compiled = new WeakMap<Condition, Test>();

/**
 * Whether a condition holds. Tests about a question that is not asked, or was answered "not applicable", fail; about one
 * that is blank, answered "don't know" or held back on legal advice they are undecided. Never throws on odd answers.
 */
export function evaluate(condition: Condition, context: EvaluationContext): Outcome {
  let test = compiled.get(condition);
  if (test === undefined) {
    test = compile(condition);
    compiled.set(condition, test);
  }
  return test(context);
}

/** The function for a condition; it keeps no state and may be called for any walk. */
export function compile(condition: Condition): Test {
  if ("all" in condition) return every(condition.all.map(compile));
  if ("any" in condition) return some(condition.any.map(compile));
  if ("not" in condition) return negate(compile(condition.not));
  if ("mayHold" in condition) return possibly(compile(condition.mayHold));
  if ("fact" in condition) return compileFact(condition);
  if ("tally" in condition) return compileTally(condition);
  if ("unsure" in condition) return compileUnsure(condition.question, condition.unsure);
  if ("answered" in condition) return compileAnswered(condition.question, condition.part, condition.answered);
  if ("asked" in condition) {
    const { question, asked } = condition;
    return (context) => (context.asked.has(question) === asked ? "holds" : "fails");
  }
  if ("evidence" in condition) return compileEvidence(condition.question, condition.evidence);
  return compileSubject(condition);
}

function compileFact(condition: Extract<Condition, { fact: string }>): Test {
  if (condition.fact === "inherent") {
    const { atLeast } = condition;
    return ({ facts }) => (facts.inherent === undefined ? "undecided" : facts.inherent >= atLeast ? "holds" : "fails");
  }
  const { fact, includes } = condition;
  if (fact === "modules") return ({ facts }) => (facts.modules.includes(includes) ? "holds" : "fails");
  // No regimes means that nothing was narrowed, so every regime is meant.
  return ({ facts }) => (facts.regimes.length === 0 || facts.regimes.includes(includes) ? "holds" : "fails");
}

function compileUnsure(question: string, kinds: readonly string[]): Test {
  return ({ asked, answers }) => {
    if (!asked.has(question)) return "fails";
    const answer = answers[question];
    if (answer === undefined || (answer.unsure === undefined && answer.value === undefined)) return "undecided";
    return answer.unsure !== undefined && kinds.includes(answer.unsure) ? "holds" : "fails";
  };
}

function compileAnswered(question: string, part: string | undefined, wanted: boolean): Test {
  const isGiven = part === undefined ? isAnswered : partTest(part);
  return ({ asked, answers }) => {
    if (!asked.has(question)) return "fails";
    const outcome = isGiven(answers[question]);
    if (typeof outcome === "string") return outcome;
    return outcome === wanted ? "holds" : "fails";
  };
}

function isAnswered(answer: Answer | undefined): boolean {
  return answer !== undefined && (answer.unsure !== undefined || answer.value !== undefined);
}

/** Of a question left open nobody can say whether this part of it would have been given. */
function partTest(part: string): (answer: Answer | undefined) => boolean | Outcome {
  return (answer) => {
    if (answer?.unsure !== undefined) return answer.unsure === "na" ? "fails" : "undecided";
    return answer?.value?.[part] !== undefined;
  };
}

function compileEvidence(question: string, wanted: boolean): Test {
  return ({ asked, answers }) => {
    if (!asked.has(question)) return "fails";
    return hasProof(answers[question]) === wanted ? "holds" : "fails";
  };
}

/** A document that was refused, or has run out, proves nothing. */
function hasProof(answer: Answer | undefined): boolean {
  return answer?.evidence?.some(({ status }) => status !== "rejected" && status !== "expired") ?? false;
}
