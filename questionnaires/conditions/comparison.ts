import { type Cell, unknownId } from "#questionnaires/answers";
import type { SubjectCondition } from "./condition-schema";
import type { EvaluationContext, Outcome } from "./outcome";

export type Compare = (value: Cell, context: EvaluationContext) => Outcome;

/**
 * The comparison of a condition with one value; values of another type do not fit. Dates compare as ISO text, and nobody can say
 * on which side of a bound one lies that is not known.
 */
export function compileComparison(condition: SubjectCondition): Compare {
  const { is, inList, includes, includesAny, includesOnly } = condition;
  if (is !== undefined) return (value) => decide(value === is);
  if (condition.in !== undefined) {
    const list = new Set<unknown>(condition.in);
    return (value) => decide(list.has(value));
  }
  if (inList !== undefined) {
    return (value, { facts }) => {
      const list = facts.lists?.[inList];
      return list === undefined ? "undecided" : decide(typeof value === "string" && list.has(value));
    };
  }
  if (includes !== undefined) return (value) => decide(Array.isArray(value) && value.includes(includes));
  if (includesAny !== undefined) {
    return (value) => decide(Array.isArray(value) && includesAny.some((one) => value.includes(one)));
  }
  if (includesOnly !== undefined) {
    return (value) =>
      decide(Array.isArray(value) && value.length > 0 && value.every((one) => includesOnly.includes(one)));
  }
  const bound = compileBound(condition);
  if (bound !== undefined) return (value) => (value === unknownId ? "undecided" : decide(bound(value)));
  throw new Error(`A condition about ${condition.question} has no test`);
}

function decide(holds: boolean): Outcome {
  return holds ? "holds" : "fails";
}

function compileBound({ atLeast, above, atMost, below }: SubjectCondition): ((value: Cell) => boolean) | undefined {
  if (atLeast !== undefined) return (value) => typeof value === typeof atLeast && value >= atLeast;
  if (above !== undefined) return (value) => typeof value === typeof above && value > above;
  if (atMost !== undefined) return (value) => typeof value === typeof atMost && value <= atMost;
  if (below !== undefined) return (value) => typeof value === typeof below && value < below;
  return undefined;
}
