import type { ListedContact } from "#app/services/team/supplier-file/cells/listed-contact";
import { contactsOf, type ReadRow, type SupplierDetails } from "#app/services/team/supplier-file/supplier-row";
import type { ImportField } from "#terms/suppliers/import-fields";
import { type KnownSuppliers, knownSuppliers, type MatchedSupplier } from "./known-suppliers";
import { mapYielding } from "./map-yielding";
import { type ContactChanges, mergeContacts } from "./merge-contacts";
import { isSpreadsheetForm } from "./spreadsheet-text";

/** What will happen to a row. */
export type PlannedRow = ReadRow & {
  /** `contact`: its contacts are added with the supplier of an earlier row, and it brings nothing else. */
  readonly outcome: "added" | "changed" | "unchanged" | "refused" | "contact";
  readonly known?: MatchedSupplier;
  /** What is different from what we have. */
  readonly changedFields: readonly ImportField[];
  /** Who is to be written as a contact, those of later rows with them. */
  readonly contacts: ContactChanges["changes"];
};

const nothing = { changedFields: [], contacts: [] } as const;

/** Finds out what becomes of each row, with what is known already. */
export async function planRows(known: readonly MatchedSupplier[], rows: readonly ReadRow[]): Promise<PlannedRow[]> {
  const lookUp = knownSuppliers(known);
  const told = tellRepetitions(lookUp, await mapYielding(rows, (row) => row));
  const joined = new Map<number, ListedContact[]>();
  for (const { facts, joins } of told) {
    if (!facts || joins === undefined) continue;
    joined.set(joins, [...(joined.get(joins) ?? []), ...contactsOf(facts)]);
  }
  const leaders = new Map<number, ContactChanges>();
  return mapYielding(told, (row) => {
    if (row.joins !== undefined && row.facts) return joiningRow(row, row.facts, leaders.get(row.joins));
    const [planned, changes] = leadingRow(row, lookUp, joined.get(row.row.number) ?? []);
    leaders.set(row.row.number, changes);
    return planned;
  });
}

/**
 * A supplier can be met twice, by number and by name: a second row joins the first where it has another address, and is a
 * repetition where it has not. Whoever joined a row that is itself such a second one joins the first.
 */
function tellRepetitions(lookUp: KnownSuppliers, rows: readonly ReadRow[]): ReadRow[] {
  const met = new Map<string, { readonly row: number; readonly emails: Set<string> }>();
  const roots = new Map<number, number>();
  return rows.map((read): ReadRow => {
    const { row, facts, problems } = read;
    if (!facts) return read;
    if (read.joins !== undefined) return { ...read, joins: roots.get(read.joins) ?? read.joins };
    const found = lookUp.find(facts);
    if (!found) return read;
    const emails = contactsOf(facts).map(({ email }) => email.toLowerCase());
    const before = met.get(found.supplier.id);
    if (!before) {
      met.set(found.supplier.id, { row: row.number, emails: new Set(emails) });
      return read;
    }
    roots.set(row.number, before.row);
    if (emails.some((email) => !before.emails.has(email))) return { ...read, joins: before.row };
    const problem = { field: "name", code: "duplicate", refuses: true, value: facts.name, row: before.row } as const;
    return { row, problems: [...problems, problem] };
  });
}

function leadingRow(
  row: ReadRow,
  lookUp: KnownSuppliers,
  joined: readonly ListedContact[],
): [PlannedRow, ContactChanges] {
  const none: ContactChanges = { changes: [], fields: [], left: [] };
  const { facts } = row;
  if (!facts) return [{ ...row, ...nothing, outcome: "refused" }, none];
  const known = lookUp.find(facts);
  const owner = lookUp.withNumber(facts.externalId);
  if (known && owner && owner !== known) {
    const problem = { field: "externalId", code: "id-taken", refuses: true, value: facts.externalId ?? "" } as const;
    return [{ row: row.row, problems: [...row.problems, problem], ...nothing, outcome: "refused" }, none];
  }
  const listed = listedContacts(facts, known, joined);
  const merged = mergeContacts(known?.contacts ?? [], listed);
  const { changes: contacts, fields } = merged;
  if (!known) return [{ ...row, outcome: "added", changedFields: [], contacts }, merged];
  const changedFields = [...differences(facts, known), ...fields];
  const outcome = changedFields.length > 0 ? "changed" : "unchanged";
  return [{ ...row, known, changedFields, contacts, outcome }, merged];
}

/** Where a row has no address, what it says of a contact is about the first one. */
function listedContacts(
  facts: SupplierDetails,
  known: MatchedSupplier | undefined,
  joined: readonly ListedContact[],
): readonly ListedContact[] {
  const first = known?.contacts[0];
  const { email, contact: name, language } = facts;
  const told = email === undefined && first && (name ?? language) !== undefined;
  return [...(told ? [{ email: first.email, name, language }] : []), ...contactsOf(facts), ...joined];
}

function joiningRow(row: ReadRow, facts: SupplierDetails, leader: ContactChanges | undefined): PlannedRow {
  const own = contactsOf(facts).map(({ email }) => email.toLowerCase());
  const isAmong = (emails: readonly string[] = []) => emails.some((email) => own.includes(email.toLowerCase()));
  if (isAmong(leader?.left)) {
    const problem = { field: "email", code: "contacts-many", refuses: true, value: facts.name } as const;
    return { row: row.row, problems: [...row.problems, problem], ...nothing, outcome: "refused" };
  }
  const isNew = isAmong(leader?.changes.map(({ email }) => email));
  return { ...row, ...nothing, outcome: isNew ? "contact" : "unchanged" };
}

/** What a row says that we do not have. What a row leaves out never removes anything. */
function differences(facts: SupplierDetails, { supplier }: MatchedSupplier): ImportField[] {
  const fields = ["name", "country", "externalId", "place"] as const;
  return fields.filter((field) => {
    const [listed, kept] = [facts[field], supplier[field]];
    if (listed === undefined || listed === kept) return false;
    return !(facts.own && kept !== undefined && isSpreadsheetForm(kept, listed));
  });
}
