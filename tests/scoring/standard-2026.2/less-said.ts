import type { Answer, PartValue, Row } from "#questionnaires/answers";
import type { Part, Question } from "#questionnaires/definition";

type Value = NonNullable<Answer["value"]>;
/** An answer that says less than a full one; `way` says what is left out. */
export type LessSaid = { readonly way: string; readonly answer: Answer };

/**
 * Cells that say which row a row is: without them it is another row, and a row left out is a false answer that no arithmetic
 * can see.
 */
const keys = new Set(["D1 site", "C2 material", "C3 material"]);
/** Columns that may be left empty and whose cells count. */
const counted = new Set(["E4 partner", "E4 country", "E4 visited", "F1 licence"]);

/** Every way of saying less than a full answer: blank, unsure, without a part, a cell of its first row, or a row of a matrix. */
export function lessSaid(question: Question, { value, evidence }: Answer): readonly LessSaid[] {
  const kept = evidence ? { evidence } : {};
  const silent = question.unsure.filter((way) => way !== "na");
  return [
    { way: "blank", answer: kept },
    ...silent.map((unsure) => ({ way: unsure, answer: { ...kept, unsure } })),
    ...question.parts.flatMap((part) => {
      const given = value?.[part.id];
      if (value === undefined || given === undefined || part.optional) return [];
      const { [part.id]: _, ...others } = value;
      const whole = Object.keys(others).length > 0 ? [{ way: `without ${part.id}`, value: others }] : [];
      const lesser = lesserParts(question.id, part, given).map(({ way, left }) => ({
        way,
        value: { ...value, [part.id]: left },
      }));
      return [...whole, ...lesser].map((one: { way: string; value: Value }) => {
        return { way: one.way, answer: { ...kept, value: one.value } };
      });
    }),
  ];
}

function lesserParts(code: string, part: Part, given: PartValue): { way: string; left: PartValue }[] {
  if (part.type === "matrix") return part.rows.flatMap((row) => withoutRow(row, given as Record<string, string>));
  if (part.type !== "table") return [];
  const [first, ...rest] = given as readonly Row[];
  if (first === undefined) return [];
  const columns = part.columns.filter(({ id, optional }) => {
    return !keys.has(`${code} ${id}`) && (!optional || counted.has(`${code} ${id}`)) && first.cells[id] !== undefined;
  });
  return columns.map(({ id }) => {
    const cells = Object.fromEntries(Object.entries(first.cells).filter(([column]) => column !== id));
    return { way: `without ${part.id} ${id}`, left: [{ ...first, cells }, ...rest] };
  });
}

function withoutRow(row: string, matrix: Readonly<Record<string, string>>): { way: string; left: PartValue }[] {
  const left = Object.fromEntries(Object.entries(matrix).filter(([id]) => id !== row));
  const changes = row in matrix && Object.keys(left).length > 0;
  return changes ? [{ way: `without ${row}`, left }] : [];
}
