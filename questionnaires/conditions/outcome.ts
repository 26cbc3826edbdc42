import type { Answers, Facts } from "#questionnaires/answers";

/** `undecided` is an outcome of its own: what is not known must never read as "no". */
export type Outcome = "holds" | "fails" | "undecided";

/** All that a condition may look at: a finished walk, or one that has come as far as the questions the condition names. */
export type EvaluationContext = {
  readonly asked: ReadonlySet<string>;
  readonly answers: Answers;
  readonly facts: Facts;
};

/** A condition made into a function, so that thousands of walks a second do not interpret data. */
export type Test = (context: EvaluationContext) => Outcome;
