import { isEmail } from "#app/services/team/sign-in/password-rules";
import { foldName } from "#terms/names";
import type { ImportField } from "#terms/suppliers/import-fields";
import type { Mapping } from "./columns";
import { type CountryReader, countryReader } from "./country-reader";
import { readLanguage } from "./languages";
import type { FileRow } from "./rows";

/** What a row of a list says about a supplier, once it can be read. */
export type SupplierDetails = {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly email?: string;
  readonly contact?: string;
  /** BCP 47, one of the offered languages; absent when the row does not say. */
  readonly language?: string;
  readonly externalId?: string;
  readonly place?: string;
};

export type RowProblem = {
  readonly field: ImportField;
  readonly code:
    | "name-missing"
    | "country-missing"
    | "country-unknown"
    | "email-missing"
    | "email-bad"
    | "language-unknown"
    | "too-long"
    | "duplicate"
    | "duplicate-id";
  /** A refused row is not added and can be downloaded; any other is added all the same. */
  readonly refuses: boolean;
  readonly value: string;
  /** Codes of countries that may have been meant, nearest first. */
  readonly suggestions?: readonly string[];
  /** Row with the same supplier. */
  readonly row?: number;
};

export type ReadRow = {
  readonly row: FileRow;
  readonly facts?: SupplierDetails;
  readonly problems: readonly RowProblem[];
};

/** Characters a cell may have. E-mail by RFC 5321, the others by what fits a line of a letter. */
export const longest: Readonly<Record<ImportField, number>> = {
  name: 200,
  country: 200,
  email: 254,
  contact: 200,
  language: 60,
  externalId: 100,
  place: 300,
};

type Cells = (field: ImportField) => string;

function requiredProblems(cell: Cells, countryOf: CountryReader): RowProblem[] {
  const problems: RowProblem[] = [];
  if (cell("name") === "") problems.push({ field: "name", code: "name-missing", refuses: true, value: "" });
  if (cell("country") === "") problems.push({ field: "country", code: "country-missing", refuses: true, value: "" });
  const match = cell("country") === "" ? undefined : countryOf(cell("country"));
  if (match && "suggestions" in match) {
    problems.push({
      field: "country",
      code: "country-unknown",
      refuses: true,
      value: cell("country"),
      suggestions: match.suggestions,
    });
  }
  return problems;
}

function contactProblems(cell: Cells): RowProblem[] {
  const email = cell("email");
  const problems: RowProblem[] = [];
  if (email === "") problems.push({ field: "email", code: "email-missing", refuses: false, value: "" });
  else if (!isEmail(email)) problems.push({ field: "email", code: "email-bad", refuses: true, value: email });
  const language = cell("language");
  if (language !== "" && !readLanguage(language)) {
    problems.push({ field: "language", code: "language-unknown", refuses: false, value: language });
  }
  return problems;
}

/** Reads one row. What is wrong is named by field; a row with a problem that refuses has no facts. */
export function readSupplierRow(row: FileRow, mapping: Mapping, countryOf: CountryReader): ReadRow {
  const cell: Cells = (field) => {
    const column = mapping[field];
    const text = column === undefined ? "" : (row.cells[column] ?? "");
    return text.normalize("NFC").replace(/\s+/gu, " ").trim();
  };
  const fields = Object.keys(longest) as ImportField[];
  const long = fields
    .filter((field) => cell(field).length > longest[field])
    .map((field): RowProblem => ({ field, code: "too-long", refuses: true, value: `${cell(field).slice(0, 60)}…` }));
  const problems = [...long, ...requiredProblems(cell, countryOf), ...contactProblems(cell)];
  if (problems.some(({ refuses }) => refuses)) return { row, problems };
  const match = countryOf(cell("country"));
  const country = "iso2" in match ? match.iso2 : "";
  const optional = (field: ImportField) => cell(field) || undefined;
  const facts: SupplierDetails = {
    name: cell("name"),
    country,
    email: optional("email"),
    contact: optional("contact"),
    language: readLanguage(cell("language")),
    externalId: optional("externalId"),
    place: optional("place"),
  };
  return { row, facts, problems };
}

/** One supplier as rows are compared: by the buyer's own number where there is one, else by name and country. */
export function nameKey({ name, country }: { name: string; country: string }): string {
  return `${country} ${foldName(name)}`;
}

/** Reads rows one after the other, and refuses each that repeats an earlier one. */
export function supplierRowReader(mapping: Mapping): (row: FileRow) => ReadRow {
  const byName = new Map<string, { row: number; externalId?: string }>();
  const byId = new Map<string, number>();
  const countryOf = countryReader();
  return (row) => {
    const read = readSupplierRow(row, mapping, countryOf);
    if (!read.facts) return read;
    const problem = repeats(read.facts, byName, byId);
    if (problem) return { row, problems: [...read.problems, problem] };
    byName.set(nameKey(read.facts), { row: row.number, externalId: read.facts.externalId });
    if (read.facts.externalId) byId.set(read.facts.externalId, row.number);
    return read;
  };
}

function repeats(
  facts: SupplierDetails,
  byName: ReadonlyMap<string, { row: number; externalId?: string }>,
  byId: ReadonlyMap<string, number>,
): RowProblem | undefined {
  const sameId = facts.externalId === undefined ? undefined : byId.get(facts.externalId);
  if (sameId !== undefined) {
    return { field: "externalId", code: "duplicate-id", refuses: true, value: facts.externalId ?? "", row: sameId };
  }
  const sameName = byName.get(nameKey(facts));
  // Two numbers of the buyer's are two suppliers, even of one name.
  const apart = facts.externalId !== undefined && sameName?.externalId !== undefined;
  return sameName && !apart
    ? { field: "name", code: "duplicate", refuses: true, value: facts.name, row: sameName.row }
    : undefined;
}
