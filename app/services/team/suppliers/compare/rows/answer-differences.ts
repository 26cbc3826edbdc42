import type { AnswerPartView } from "#app/views/team/supplier/answers";
import type { AnswerCell, ComparedRow } from "#app/views/team/suppliers/comparison";

type AnswerRow = Extract<ComparedRow, { kind: "answer" }>;
type Given = Extract<AnswerCell, { readonly missing?: undefined }>;

/**
 * A row of answers without the parts, and the statements of a part, in which all that were answered say the same. What is left
 * is what differs; where that is only whether or how far it is proven, the answers stay as they are.
 */
export function withoutAlikeParts(row: AnswerRow): AnswerRow {
  const given = row.cells.flatMap((cell) => (cell && cell.missing === undefined ? [cell] : []));
  const shared = sharedBy(given.map(piecesOf));
  const differs = given.some((cell) => piecesOf(cell).some((piece) => !shared.has(piece)));
  if (given.length < 2 || !differs) return row;
  return {
    ...row,
    cells: row.cells.map((cell) => (cell && cell.missing === undefined ? withoutPieces(cell, shared) : cell)),
  };
}

/** Each part of an answer, or each statement of one that has several, as something that can be compared. */
function piecesOf({ parts }: Given): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === "pairs" ? part.pairs.map((pair) => pieceOf(part, pair)) : [pieceOf(part)],
  );
}

function pieceOf(part: AnswerPartView, of: unknown = part): string {
  return JSON.stringify([part.part, of]);
}

function sharedBy(lists: readonly (readonly string[])[]): ReadonlySet<string> {
  const [first = [], ...others] = lists;
  return new Set(first.filter((piece) => others.every((list) => list.includes(piece))));
}

function withoutPieces(cell: Given, shared: ReadonlySet<string>): Given {
  const parts = cell.parts.flatMap((part): readonly AnswerPartView[] => {
    if (part.kind !== "pairs") return shared.has(pieceOf(part)) ? [] : [part];
    const pairs = part.pairs.filter((pair) => !shared.has(pieceOf(part, pair)));
    return pairs.length === 0 ? [] : [{ ...part, pairs }];
  });
  return { ...cell, parts };
}
