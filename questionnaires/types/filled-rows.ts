import type { Answers, PartValue, Row } from "#questionnaires/answers";
import type { Fill } from "#questionnaires/definition";

/**
 * The ids that a table fills itself from, in their order; undefined while its source says nothing.
 * @param own what is known so far of the question that the table stands in
 */
export function fillKeys(
  { question, part, except = [] }: Fill,
  answers: Answers,
  own?: { readonly question: string; readonly value: Readonly<Record<string, PartValue>> },
): readonly string[] | undefined {
  const value = own?.question === question ? own.value[part] : answers[question]?.value?.[part];
  if (!Array.isArray(value)) return undefined;
  const ids = (value as readonly (Row | string)[]).map((one) => (typeof one === "string" ? one : one.id));
  return ids.filter((id) => !except.includes(id));
}

/** The rows of a table that fills itself: those that are there for each id, and an empty one where there is none. */
export function filledRows({ into }: Fill, keys: readonly string[], rows: readonly Row[]): readonly Row[] {
  return keys.flatMap((key) => {
    const own = rows.filter(({ cells }) => cells[into] === key);
    return own.length > 0 ? own : [{ id: key, cells: { [into]: key } }];
  });
}
