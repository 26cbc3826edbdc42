import { foldName, spellingKey } from "#terms/names";
import type { ImportField } from "#terms/suppliers/import-fields";
import { readIdCell } from "./cells/id-cell";
import type { ListedContact } from "./cells/listed-contact";
import { type MailCell, readMailCell } from "./cells/mail-cell";
import { isBlankSign, isPlaceholder } from "./cells/placeholders";
import type { Mapping } from "./columns";
import { type CountryReader, countryReader } from "./country-reader";
import { readLanguage } from "./languages";
import type { OwnExport, OwnRow } from "./own/own-export";
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
  /** Whom else the row names, after the one above. */
  readonly others?: readonly ListedContact[];
  /** Who the supplier is in our own record, where the list is an export of ours. */
  readonly own?: OwnRow;
};

export type RowProblem = {
  readonly field: ImportField;
  readonly code:
    | "name-missing"
    | "country-missing"
    | "country-unknown"
    | "email-missing"
    | "email-bad"
    | "email-several"
    | "email-partly"
    | "contact-erased"
    | "contacts-many"
    | "language-unknown"
    | "too-long"
    | "duplicate"
    | "duplicate-id"
    | "id-taken";
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
  /** Number of an earlier row with the same supplier, to which this one adds a contact. */
  readonly joins?: number;
};

/** What a list is read with: countries that a person chose for cells, and what is known of an export of ours. */
export type ReadingChoices = {
  readonly countries?: Readonly<Record<string, string>>;
  readonly own?: OwnExport;
};

/** Characters a cell may have: what fits a line of a letter. Addresses are read by themselves. */
export const longest: Readonly<Record<Exclude<ImportField, "email">, number>> = {
  name: 200,
  country: 200,
  contact: 200,
  language: 60,
  externalId: 100,
  place: 300,
};

type Cells = (field: ImportField) => string;

/** A cell as it is compared with a choice: one form for each letter, single spaces. */
export const cellText = (text: string) => text.normalize("NFC").replace(/\s+/gu, " ").trim();

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

/** None of these leaves a supplier out: it is added, and is invited when it has an address. */
function contactProblems(cell: Cells, { addresses, rest }: MailCell): RowProblem[] {
  const value = cell("email").slice(0, 200);
  const about = (code: RowProblem["code"], told = value): RowProblem => ({
    field: "email",
    code,
    refuses: false,
    value: told,
  });
  const problems: RowProblem[] = [];
  if (addresses.length === 0) problems.push(about(rest === "" ? "email-missing" : "email-bad"));
  if (addresses.length > 1) problems.push(about("email-several", addresses.map(({ email }) => email).join(", ")));
  if (addresses.length > 0 && rest !== "") problems.push(about("email-partly"));
  const language = cell("language");
  if (language !== "" && !readLanguage(language)) {
    problems.push({ field: "language", code: "language-unknown", refuses: false, value: language });
  }
  return problems;
}

/**
 * What a cell holds when it says something; nothing for what stands for nothing. Words such as "N/A" do so everywhere but where
 * they are words: a supplier may be called "None", and a country has the code NA.
 */
const meanings: Readonly<Record<ImportField, (text: string) => string>> = {
  name: (text) => (isBlankSign(text) || /^(?:n\/a|n\.a\.|null)$/i.test(text) ? "" : text),
  country: (text) => (isBlankSign(text) ? "" : text),
  email: (text) => text,
  contact: (text) => (isPlaceholder(text) ? "" : text),
  language: (text) => (isPlaceholder(text) ? "" : text),
  externalId: (text) => readIdCell(text) ?? "",
  place: (text) => (isPlaceholder(text) ? "" : text),
};

/** What a cell of a field says; empty for what stands for nothing. Addresses stand as the cell has them. */
export const cellMeaning = (field: ImportField, cell: string): string => meanings[field](cellText(cell));

function cellsOf(row: FileRow, mapping: Mapping): Cells {
  return (field) => {
    const column = mapping[field];
    return cellMeaning(field, column === undefined ? "" : (row.cells[column] ?? ""));
  };
}

/** Reads one row. What is wrong is named by field; a row with a problem that refuses has no facts. */
export function readSupplierRow(
  row: FileRow,
  mapping: Mapping,
  countryOf: CountryReader,
  choices: ReadingChoices = {},
): ReadRow {
  const cell = cellsOf(row, mapping);
  const fields = Object.keys(longest) as (keyof typeof longest)[];
  const long = fields
    .filter((field) => cell(field).length > longest[field])
    .map((field): RowProblem => ({ field, code: "too-long", refuses: true, value: `${cell(field).slice(0, 60)}…` }));
  const mail = readMailCell(cell("email"));
  const problems = [...long, ...requiredProblems(cell, countryOf), ...contactProblems(cell, mail)];
  if (problems.some(({ refuses }) => refuses)) return { row, problems };
  const match = countryOf(cell("country"));
  const country = "iso2" in match ? match.iso2 : "";
  const optional = (field: ImportField) => cell(field) || undefined;
  const [first, ...more] = mail.addresses;
  const others = [...more, ...(choices.own?.othersOf(row) ?? [])];
  const facts: SupplierDetails = {
    name: cell("name"),
    country,
    email: first?.email,
    contact: optional("contact") ?? first?.name?.slice(0, longest.contact),
    language: readLanguage(cell("language")),
    externalId: optional("externalId"),
    place: optional("place"),
    others: others.length > 0 ? others : undefined,
    own: choices.own?.supplierOf(row),
  };
  return { row, facts, problems };
}

/** One supplier as rows are compared: by the buyer's own number where there is one, else by name and country. */
export function nameKey({ name, country }: { name: string; country: string }): string {
  return `${country} ${foldName(name)}`;
}

/** Everybody whom a row names. */
export function contactsOf({ email, contact, language, others = [] }: SupplierDetails): readonly ListedContact[] {
  return email === undefined ? others : [{ email, name: contact, language }, ...others];
}

type Before = { readonly row: number; readonly facts: SupplierDetails; readonly emails: Set<string> };

/**
 * Reads rows one after the other. One that repeats an earlier one is refused, unless it has another address: lists with a row
 * for each contact add contacts to one supplier.
 */
export function supplierRowReader(mapping: Mapping, choices: ReadingChoices = {}): (row: FileRow) => ReadRow {
  const byName = new Map<string, Before>();
  const byId = new Map<string, Before>();
  const countryOf = countryReader(choices);
  return (row) => {
    const read = readSupplierRow(row, mapping, countryOf, choices);
    if (!read.facts) return read;
    const { facts } = read;
    const before = sameSupplier(facts, byName, byId);
    const emails = contactsOf(facts).map(({ email }) => email.toLowerCase());
    if (!before) {
      const now = { row: row.number, facts, emails: new Set(emails) };
      byName.set(nameKey(facts), now);
      if (facts.externalId) byId.set(facts.externalId, now);
      return read;
    }
    const isOther = isSameName(facts, before.facts) && emails.some((email) => !before.emails.has(email));
    if (!isOther) return { row, problems: [...read.problems, repetition(facts, before)] };
    for (const email of emails) before.emails.add(email);
    return { ...read, joins: before.row };
  };
}

/** Names that are one but for the marks in them, so that "Alpha Ltd." and "Alpha, Ltd" agree. */
function isSameName(one: SupplierDetails, other: SupplierDetails): boolean {
  return one.country === other.country && spellingKey(one.name) === spellingKey(other.name);
}

function repetition(facts: SupplierDetails, before: Before): RowProblem {
  const { externalId } = facts;
  return externalId !== undefined && externalId === before.facts.externalId
    ? { field: "externalId", code: "duplicate-id", refuses: true, value: externalId, row: before.row }
    : { field: "name", code: "duplicate", refuses: true, value: facts.name, row: before.row };
}

function sameSupplier(
  facts: SupplierDetails,
  byName: ReadonlyMap<string, Before>,
  byId: ReadonlyMap<string, Before>,
): Before | undefined {
  const sameId = facts.externalId === undefined ? undefined : byId.get(facts.externalId);
  if (sameId) return sameId;
  const sameName = byName.get(nameKey(facts));
  // Two numbers of the buyer's are two suppliers, even of one name; so are two of our own.
  const isApart = facts.externalId !== undefined && sameName?.facts.externalId !== undefined;
  return isApart || isOtherOwn(facts.own, sameName?.facts.own) ? undefined : sameName;
}

function isOtherOwn(one: OwnRow | undefined, other: OwnRow | undefined): boolean {
  return one?.ref !== undefined && other?.ref !== undefined && one.ref !== other.ref;
}
