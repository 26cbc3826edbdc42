import type { TFunction } from "i18next";
import type { namespaces } from "#app/i18n/texts/namespaces";
import { withoutGuard } from "#app/services/files/formula-guard";
import type { ListedContact } from "#app/services/team/supplier-file/cells/listed-contact";
import { readMailCell } from "#app/services/team/supplier-file/cells/mail-cell";
import type { Mapping } from "#app/services/team/supplier-file/columns";
import { readLanguage } from "#app/services/team/supplier-file/languages";
import type { FileRow } from "#app/services/team/supplier-file/rows";
import { contactHeadings, contactPlaces, supplierHeadings } from "./own-columns";

/** Who a row of an export is about. Another organisation has other ids, so they match nothing there. */
export type OwnRow = { readonly id?: string; readonly ref?: string };

/** A table that this product wrote, to be read again. */
export type OwnExport = {
  readonly kind: "suppliers" | "recipients";
  readonly mapping: Mapping;
  supplierOf(row: FileRow): OwnRow;
  /** The contacts after the first one. */
  othersOf(row: FileRow): readonly ListedContact[];
};

export type OwnList = {
  /** The rows without their guards, and without columns that we added to the file of a person. */
  readonly rows: readonly FileRow[];
  /** Absent for rows to correct of somebody's own list. */
  readonly own?: OwnExport;
};

type Words = TFunction<typeof namespaces>;

const headingsOf = (row: FileRow | undefined) => (row?.cells ?? []).map((cell) => cell.trim());

const textAt = (row: FileRow, column: number | undefined) =>
  column === undefined ? "" : (row.cells[column] ?? "").trim();

/** Places of columns by what they are called; those that are not there are left out. */
function places<K extends string>(headings: readonly string[], named: Readonly<Record<K, string>>) {
  const entries = Object.entries<string>(named).map(([key, name]) => [key, headings.indexOf(name)] as const);
  return Object.fromEntries(entries.filter(([, at]) => at >= 0)) as Partial<Record<K, number>>;
}

function ownRowAt({ id, ref }: { readonly id?: number; readonly ref?: number }) {
  return (row: FileRow): OwnRow => ({ id: textAt(row, id) || undefined, ref: textAt(row, ref) || undefined });
}

function readSuppliers(headings: readonly string[]): OwnExport | undefined {
  const { id, ref, ...columns } = places(headings, supplierHeadings);
  if (ref === undefined || columns.name === undefined || columns.country === undefined) return undefined;
  const [first, ...others] = contactPlaces.map((place) => places(headings, contactHeadings(place)));
  return {
    kind: "suppliers",
    mapping: {
      ...columns,
      ...withoutUndefined({ email: first?.email, contact: first?.name, language: first?.language }),
    },
    supplierOf: ownRowAt({ id, ref }),
    othersOf: (row) => others.flatMap((columns) => contactAt(row, columns)),
  };
}

function contactAt(row: FileRow, columns: ReturnType<typeof places<"name" | "email" | "language">>): ListedContact[] {
  const [address] = readMailCell(textAt(row, columns.email)).addresses;
  if (address === undefined) return [];
  const name = textAt(row, columns.name) || address.name;
  return [{ email: address.email, name, language: readLanguage(textAt(row, columns.language)) }];
}

function withoutUndefined(mapping: Readonly<Partial<Record<keyof Mapping, number | undefined>>>): Mapping {
  return Object.fromEntries(Object.entries(mapping).filter(([, at]) => at !== undefined));
}

/** Headings by which the recipients of a campaign are known; all of them must be there but the last. */
const recipientHeads = ["ref", "supplier", "country", "contact", "email", "language", "reference", "journey"] as const;

function readRecipients(headings: readonly string[], t: Words): OwnExport | undefined {
  const at = (head: (typeof recipientHeads)[number] | "supplierId") =>
    headings.indexOf(t(`team:recipientsCsv.${head}`));
  if (recipientHeads.some((head) => at(head) < 0)) return undefined;
  const id = at("supplierId");
  return {
    kind: "recipients",
    mapping: {
      name: at("supplier"),
      country: at("country"),
      email: at("email"),
      contact: at("contact"),
      language: at("language"),
    },
    supplierOf: ownRowAt({ id: id < 0 ? undefined : id, ref: at("ref") }),
    othersOf: () => [],
  };
}

const unguarded = (row: FileRow): FileRow => ({ ...row, cells: row.cells.map(withoutGuard) });

/**
 * Knows the tables that this product writes by their headings: suppliers, recipients, and rows to correct, whose last two
 * columns say row and reason. What was written to keep spreadsheets from running a cell is taken back in them, and in no other
 * list. Undefined for any other.
 * @param t the words that the tables were written in
 */
export function findOwnList(rows: readonly FileRow[], t: Words): OwnList | undefined {
  const headings = headingsOf(rows[0]);
  const [row, reason] = headings.slice(-2);
  const isToCorrect = row === t("team:import.row") && reason === t("team:import.reason");
  const kept = isToCorrect ? headings.slice(0, -2) : headings;
  const own = readSuppliers(kept) ?? readRecipients(kept, t);
  if (!own && !isToCorrect) return undefined;
  const width = isToCorrect ? kept.length : Number.POSITIVE_INFINITY;
  return { own, rows: rows.map(unguarded).map((one) => ({ ...one, cells: one.cells.slice(0, width) })) };
}
