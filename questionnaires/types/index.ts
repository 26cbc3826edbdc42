import type { Part } from "#questionnaires/definition";
import { date } from "./date";
import { matrix } from "./matrix";
import { multipleChoice } from "./multiple-choice";
import { number } from "./number";
import type { PartType } from "./part-type";
import { percent } from "./percent";
import { singleChoice } from "./single-choice";
import { table } from "./table";
import { text } from "./text";

/** Every kind of part. A kind named in the definition and missing here does not compile. */
export const partTypes: { readonly [Type in Part["type"]]: PartType<Extract<Part, { type: Type }>> } = {
  one: singleChoice,
  many: multipleChoice,
  number,
  percent,
  text,
  date,
  matrix,
  table,
};

/** The type of a part. The list above and the union of parts have the same names, which TypeScript cannot follow. */
export function partTypeOf(part: Part): PartType<Part> {
  return partTypes[part.type] as PartType<Part>;
}

export type { ColumnSummary, PartType, Summary } from "./part-type";
