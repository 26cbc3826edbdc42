import { spellingKey } from "#terms/names";
import { type ImportField, importFields } from "#terms/suppliers/import-fields";
import headings from "./headings.json" with { type: "json" };

/** Place of the column (from 0) of each field that was found or chosen. */
export type Mapping = Readonly<Partial<Record<ImportField, number>>>;

/** Headings as they are met in lists, folded, best first. */
const spellings: Readonly<Record<ImportField, readonly string[]>> = headings;

/** The columns whose headings we know. Each column means one thing at most; of two with one heading the first counts. */
export function matchColumns(header: readonly string[]): Mapping {
  const folded = header.map(spellingKey);
  const taken = new Set<number>();
  const mapping: Partial<Record<ImportField, number>> = {};
  for (const field of importFields) {
    const known = spellings[field].map(spellingKey);
    const place = known
      .map((spelling) => folded.findIndex((name, at) => name === spelling && !taken.has(at)))
      .find((at) => at >= 0);
    if (place === undefined) continue;
    mapping[field] = place;
    taken.add(place);
  }
  return mapping;
}
