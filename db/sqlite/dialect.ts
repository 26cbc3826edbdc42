import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Draft } from "#db/records";
import type { SupplierSort } from "#db/supplier-table";
import type { Answer, EvidenceStatus } from "#questionnaires/answers";

/** SQL that another database says otherwise. Everything else is written once, in `db/queries`. */
export const dialect = {
  /** Whether a text holds another. Not LIKE: nothing in the text asked for is a wildcard. Both must be folded. */
  contains: (text: SQLWrapper, wanted: string): SQL => sql`instr(${text}, ${wanted}) > 0`,

  /**
   * The newest revision of each answer of an attestation, as one JSON text: forty rows and forty small texts take three
   * times as long to fetch and parse. Where one row of a group has the max(), SQLite takes the other columns from that row.
   */
  newestAnswers: (org: SQLWrapper, attestation: SQLWrapper) => ({
    json: sql<string>`'[' || coalesce(group_concat('[' || json_quote(question) || ',' || revision || ',' || answer || ']'), '') || ']'`,
    from: sql`(select question, max(revision) as revision, answer from answers where org = ${org} and attestation = ${attestation} group by question)`,
  }),

  /** What could not be saved as an answer yet, as one JSON text. */
  drafts: (org: SQLWrapper, attestation: SQLWrapper) => ({
    json: sql<string>`json_group_array(json_array(question, json(fields), kept_at))`,
    from: sql`(select * from drafts where org = ${org} and attestation = ${attestation})`,
  }),

  /** The documents of an attestation that were not removed, oldest first, as one JSON text, for the same reason. */
  documents: (org: SQLWrapper, attestation: SQLWrapper) => ({
    json: sql<string>`json_group_array(json_array(id, question, name, type, bytes, sha256, status, received_at))`,
    from: sql`(select * from evidence where org = ${org} and attestation = ${attestation} and removed_at is null order by position)`,
  }),

  /** The suppliers in the order of a sort. Naming the index keeps the planner from guessing wrong on a new database. */
  suppliersBy: (sort: SupplierSort): SQL => sql.raw(`suppliers INDEXED BY suppliers_by_${indexes[sort]}`),

  /** Who is asked in campaigns, each with the supplier. CROSS JOIN keeps the planner from turning the two round. */
  membersThenSuppliers: sql.raw(
    "campaign_suppliers CROSS JOIN suppliers ON suppliers.org = campaign_suppliers.org AND suppliers.id = campaign_suppliers.supplier",
  ),
};

/** What the JSON of `newestAnswers` holds. */
export type NewestAnswers = readonly (readonly [question: string, revision: number, answer: Answer])[];

/** What the JSON of `drafts` holds; the last is in milliseconds since 1970 (UTC). */
export type DraftRows = readonly (readonly [question: string, fields: Draft["fields"], keptAt: number])[];

/** How a part of a file is asked for: what to select, and where from. */
export type JsonOf = { readonly json: SQL<string>; readonly from: SQL };

/** What the JSON of `documents` holds; the last is in milliseconds since 1970 (UTC). */
export type DocumentRows = readonly (readonly [
  id: string,
  question: string,
  name: string,
  type: string,
  bytes: number,
  sha256: string,
  status: EvidenceStatus,
  receivedAt: number,
])[];

export type Dialect = typeof dialect;

const indexes: Readonly<Record<SupplierSort, string>> = {
  rating: "rating",
  name: "name",
  confidence: "confidence",
  country: "country",
  dprk: "dprk",
  signed: "signed",
  change: "change",
  ref: "number",
};
