import { date } from "./date";
import { multipleChoice } from "./multiple-choice";
import { number } from "./number";
import type { CellPart, PartType } from "./part-type";
import { percent } from "./percent";
import { singleChoice } from "./single-choice";
import { text } from "./text";

const cellTypes = { one: singleChoice, many: multipleChoice, number, percent, text, date };

/** The type of a column. The table of types and the union of columns have the same names, which TypeScript cannot follow. */
export function cellType(column: CellPart): PartType<CellPart> {
  return cellTypes[column.type] as PartType<CellPart>;
}
