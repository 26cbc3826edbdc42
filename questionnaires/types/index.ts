import type { Part } from "#questionnaires/definition";
import { date } from "./date";
import { many } from "./many";
import { matrix } from "./matrix";
import { number } from "./number";
import { one } from "./one";
import { percent } from "./percent";
import type { QuestionType } from "./question-type";
import { table } from "./table";
import { text } from "./text";

/** Every kind of part. A kind named in the definition and missing here does not compile. */
export const questionTypes: { readonly [Type in Part["type"]]: QuestionType<Extract<Part, { type: Type }>> } = {
  one,
  many,
  number,
  percent,
  text,
  date,
  matrix,
  table,
};

/** The type of a part. The list above and the union of parts have the same names, which TypeScript cannot follow. */
export function typeOf(part: Part): QuestionType<Part> {
  return questionTypes[part.type] as QuestionType<Part>;
}

export type { ColumnSummary, QuestionType, Summary } from "./question-type";
