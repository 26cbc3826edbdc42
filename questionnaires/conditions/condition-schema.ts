import { z } from "zod";
import { type FactList, factLists } from "#questionnaires/answers";

/**
 * Where a value comes from: a part of a question (`answer` unless named), a row of a matrix, or a column of a table.
 * A column without `of` stands for each of its rows; `sum` adds them, `count` counts the rows of the table.
 */
export const Subject = z.strictObject({
  question: z.string(),
  part: z.string().optional(),
  row: z.string().optional(),
  column: z.string().optional(),
  of: z.enum(["sum", "count"]).optional(),
});
export type Subject = z.infer<typeof Subject>;

const Scalar = z.union([z.string(), z.number()]);

/** Exactly one test stands in a condition about a question; dates compare as ISO text. */
const tests = {
  is: Scalar.optional(),
  in: z.array(Scalar).optional(),
  /** A member of a list of the reference data, which is handed in. */
  inList: z.enum(factLists).optional(),
  includes: z.string().optional(),
  includesAny: z.array(z.string()).optional(),
  /** Several were chosen, and nothing but these. */
  includesOnly: z.array(z.string()).optional(),
  atLeast: Scalar.optional(),
  above: Scalar.optional(),
  atMost: Scalar.optional(),
  below: Scalar.optional(),
  /** Greater than another value. */
  aboveValueOf: Subject.optional(),
};

const Tally = z.strictObject({
  question: z.string(),
  part: z.string(),
  /** Column that holds the key, or `$row`: the row's own id. */
  key: z.string(),
  columns: z.array(z.string()).min(1),
});

type Tests = {
  is?: string | number;
  in?: (string | number)[];
  inList?: FactList;
  includes?: string;
  includesAny?: string[];
  includesOnly?: string[];
  atLeast?: string | number;
  above?: string | number;
  atMost?: string | number;
  below?: string | number;
  aboveValueOf?: Subject;
};

/** A test about an answer. */
export type SubjectCondition = Subject & Tests;

/**
 * When something holds, as data. Tests about an answer that was not given are undecided; about a question that is not
 * asked they fail, because what does not apply is not an answer. `mayHold` is what nobody can rule out: it holds or is undecided.
 */
export type Condition =
  | SubjectCondition
  | { question: string; unsure: ("dk" | "na" | "legal")[] }
  | { question: string; answered: boolean; part?: string }
  | { question: string; asked: boolean }
  | { question: string; evidence: boolean }
  | { fact: "inherent"; atLeast: number }
  | { fact: "regimes" | "modules"; includes: string }
  | { tally: z.infer<typeof Tally>; against: z.infer<typeof Tally>; test: "differs" | "exceeds" }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { mayHold: Condition };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ mayHold: Condition }),
    z.strictObject({ fact: z.literal("inherent"), atLeast: z.number() }),
    z.strictObject({ fact: z.enum(["regimes", "modules"]), includes: z.string() }),
    z.strictObject({ question: z.string(), unsure: z.array(z.enum(["dk", "na", "legal"])) }),
    z.strictObject({ question: z.string(), answered: z.boolean(), part: z.string().optional() }),
    z.strictObject({ question: z.string(), asked: z.boolean() }),
    z.strictObject({ question: z.string(), evidence: z.boolean() }),
    z.strictObject({ tally: Tally, against: Tally, test: z.enum(["differs", "exceeds"]) }),
    Subject.extend(tests)
      .refine((c) => Object.keys(tests).filter((t) => t in c).length === 1, { error: "exactly one test" })
      // A check in code is not part of a JSON Schema: said again there, so that an editor marks it too.
      .meta({ oneOf: Object.keys(tests).map((test) => ({ properties: { [test]: {} }, required: [test] })) }),
  ]),
);

/** Whether what a condition comes to can turn on inherent risk. */
export function readsInherentRisk(condition: Condition): boolean {
  if ("all" in condition) return condition.all.some(readsInherentRisk);
  if ("any" in condition) return condition.any.some(readsInherentRisk);
  if ("not" in condition) return readsInherentRisk(condition.not);
  if ("mayHold" in condition) return readsInherentRisk(condition.mayHold);
  return "fact" in condition && condition.fact === "inherent";
}

/** Every place a condition reads, with the part where it names, or means, one. */
export function conditionSubjects(condition: Condition): readonly Pick<Subject, "question" | "part">[] {
  if ("all" in condition) return condition.all.flatMap(conditionSubjects);
  if ("any" in condition) return condition.any.flatMap(conditionSubjects);
  if ("not" in condition) return conditionSubjects(condition.not);
  if ("mayHold" in condition) return conditionSubjects(condition.mayHold);
  if ("fact" in condition) return [];
  if ("tally" in condition) return [condition.tally, condition.against];
  if ("unsure" in condition || "asked" in condition || "evidence" in condition)
    return [{ question: condition.question }];
  if ("answered" in condition) return [condition];
  const subject = { question: condition.question, part: condition.part ?? "answer" };
  const other = condition.aboveValueOf;
  return other ? [subject, { question: other.question, part: other.part ?? "answer" }] : [subject];
}

/** The questions a condition reads, for the cycle check. */
export function conditionQuestions(condition: Condition): readonly string[] {
  return conditionSubjects(condition).map(({ question }) => question);
}
