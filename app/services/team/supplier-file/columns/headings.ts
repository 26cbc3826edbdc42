import headings from "#app/services/team/supplier-file/headings.json" with { type: "json" };
import { foldSpelling, spellingKey } from "#terms/names";
import { type ImportField, importFields } from "#terms/suppliers/import-fields";
import parts from "./heading-parts.json" with { type: "json" };

/** What a heading says that its column holds. */
export type HeadingMeaning = {
  readonly field: ImportField;
  /** Place among the spellings of the field, best first. */
  readonly rank: number;
  /** It names the supplier itself ("Vendor"), so its column may hold names or numbers. */
  readonly isSubject: boolean;
};

const spellings: Readonly<Record<ImportField, readonly string[]>> = headings;
const known = new Map<string, HeadingMeaning>();
const subjects = new Set(parts.subjects.map(spellingKey));
const fillers = new Set(parts.fillers.map(spellingKey));
const subdivisions = new Set(parts.subdivisions.map(spellingKey));
for (const field of importFields) {
  for (const [rank, spelling] of spellings[field].entries()) {
    const key = spellingKey(spelling);
    if (!known.has(key)) known.set(key, { field, rank, isSubject: field === "name" && subjects.has(key) });
  }
}

const wordsOf = (heading: string) =>
  foldSpelling(heading.replace(/#|№/g, " number "))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");

/** What a heading says; nothing where it is none of those that we know. "Name 1" and "Smelter Name" say what "Name" does. */
export function headingMeaning(heading: string): HeadingMeaning | undefined {
  const exact = known.get(spellingKey(heading));
  if (exact) return exact;
  const all = wordsOf(heading);
  const words = all.filter((word) => !fillers.has(word) && !/^1$/.test(word));
  const whole = known.get(words.join(""));
  if (whole) return whole;
  const rest = words.filter((word) => !subjects.has(word));
  if (rest.length === words.length) return undefined;
  if (rest.length > 0) return known.get(rest.join(""));
  return words.length > 0 ? { field: "name", rank: 100, isSubject: true } : undefined;
}

/** Whether a heading names a part of a country: what stands below it is no country, whatever its letters. */
export function isSubdivisionHeading(heading: string): boolean {
  if (subdivisions.has(spellingKey(heading))) return true;
  // "Country/Region" names countries.
  return headingMeaning(heading)?.field !== "country" && wordsOf(heading).some((word) => subdivisions.has(word));
}
