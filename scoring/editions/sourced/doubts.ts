import type { Doubt, DoubtKind } from "#scoring/editions/edition-doubts";
import type { Provenance, RowDoubt } from "#scoring/editions/schemas";

type Doubtful = { readonly doubt?: RowDoubt | undefined };

/** The doubts of rows, each once. @param source id of the list that the rows are of */
export function doubtsOfRows(source: string, rows: readonly Doubtful[]): readonly Doubt[] {
  const doubts = rows.flatMap(({ doubt }) => (doubt ? [{ ...doubt, source }] : []));
  return [...new Map(doubts.map((doubt) => [doubt.text, doubt])).values()];
}

/** The doubts of rows that say the same thing: none where one of them is certain. */
export function sharedDoubts(source: string, rows: readonly Doubtful[]): readonly Doubt[] {
  return rows.some(({ doubt }) => doubt === undefined) ? [] : doubtsOfRows(source, rows);
}

/** One sentence of the doubts of a list; none where it has none at that place. */
export function doubtAt({ id, doubts }: Pick<Provenance, "id" | "doubts">, place: number, kind: DoubtKind) {
  const text = doubts[place];
  return text === undefined ? [] : [{ kind, text, source: id }];
}
