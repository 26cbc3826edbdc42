import type { Column, SQL, SQLWrapper, Table } from "drizzle-orm";
import type { AnswerDraft, EvidenceAbout } from "#db/records";
import type { Tables } from "#db/tables";
import type { Answer, EvidenceStatus } from "#questionnaires/answers";
import type { SupplierSort } from "#terms/suppliers/supplier-sorts";

/** What databases say differently. Everything else is written once, in `db/queries`. */
export type Dialect = {
  /** Whether a text holds another, with no wildcards. Both must be folded. */
  readonly contains: (text: SQLWrapper, wanted: string) => SQL;

  /** The newest revision of each answer of an attestation, as one JSON text: `AnswerRows`. */
  readonly newestAnswers: (t: Tables, key: AttestationColumns) => SQL<string>;
  /** The same without revisions, as one object by question: a trial reads 100,000 attestations in a quarter less time. */
  readonly answersByQuestion: (t: Tables, key: AttestationColumns) => SQL<string>;
  /** What could not be saved as an answer yet, as one JSON text: `DraftRows`. */
  readonly drafts: (t: Tables, key: AttestationColumns) => SQL<string>;
  /** The documents of an attestation that were not removed, oldest first, as one JSON text: `DocumentRows`. */
  readonly evidence: (t: Tables, key: AttestationColumns) => SQL<string>;
  /** A text out of such a JSON, as it was before it was kept. */
  readonly textOf: (kept: string) => string;

  /** The suppliers, where it matters along the index of a sort. */
  readonly suppliersBy: (t: Tables, sort: SupplierSort) => SQL;
  /** By which the row of a supplier is found again, fastest of all, until the read is over. No id: nobody keeps it. */
  readonly rowKey: (t: Tables) => SQL<string | number>;
  /** Whether a supplier of an organisation has one of these keys. */
  readonly hasRowKey: (t: Tables, org: SQLWrapper, keys: readonly SQLWrapper[]) => SQL;
  /** Who is asked in campaigns, each with the supplier. */
  readonly membersThenSuppliers: (t: Tables) => SQL;

  /**
   * Inside a write: the rows that a select finds in `table` stay as they were read until the write is over. Needed wherever
   * a write decides by what it read. `passing`: rows that another write holds are left out instead of waited for.
   */
  readonly locked: <Query extends object>(query: Query, table: Table, how?: { readonly passing: boolean }) => Query;

  /**
   * How to run a prepared select of `selection`, as fast as the database allows. The records that `optional` names are joined
   * and may be missing; the first column of each is never null where it is there.
   */
  readonly reader: <Row>(
    query: Prepared<Row>,
    selection: Selection,
    optional: readonly string[],
  ) => Prepared<Row>["execute"];
};

/** What a select reads: records of columns, and values that SQL makes. */
export type Selection = Readonly<Record<string, SQL | Readonly<Record<string, Column>>>>;

/** A prepared select. `values` gives the columns of each row in their order, as the driver reads them. */
export type Prepared<Row> = {
  execute(values: Readonly<Record<string, unknown>>): Promise<Row[]>;
  values(values: Record<string, unknown>): Promise<unknown[][]>;
};

/** Where an attestation is named: its organisation and its id. */
export type AttestationColumns = { readonly org: SQLWrapper; readonly id: SQLWrapper };

export type AnswerRows = readonly (readonly [question: string, revision: number, answer: Answer])[];

/** The last is in milliseconds since 1970 (UTC). */
export type DraftRows = readonly (readonly [question: string, fields: AnswerDraft["fields"], keptAt: number])[];

/** Instants are in milliseconds since 1970 (UTC). */
export type EvidenceRows = readonly (readonly [
  id: string,
  question: string,
  name: string,
  type: string,
  bytes: number,
  sha256: string,
  status: EvidenceStatus,
  receivedAt: number,
  scannedAt: number | null,
  heldFor: string | null,
  releasedAt: number | null,
  about: EvidenceAbout | null,
  file: string | null,
  firstReceivedAt: number | null,
])[];
