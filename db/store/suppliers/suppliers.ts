import type { AuditEvent } from "#db/audit";
import type {
  Attestation,
  Campaign,
  Contact,
  Invitation,
  JobLease,
  JobProgress,
  Supplier,
  SupplierExpectation,
  Void,
} from "#db/records";
import type { Audited, AuditedMany } from "#db/store/audit";
import type { JobEnd } from "#db/store/jobs";
import type { CountryMedian, MadeBy, PeerGroups, PeerStanding, SupplierSpread } from "#db/supplier-spread";
import type {
  FilterCounts,
  OpenWork,
  PartialRow,
  RatedWith,
  RowPart,
  SupplierFilter,
  SupplierTable,
} from "#db/supplier-table";
import type { ExpectedRisk } from "#scoring/inherent/expected-risk";
import type { SupplierFilterName } from "#terms/suppliers/supplier-filters";

/**
 * A supplier with contacts that are added or, by their id, changed; those that are not named stay. It may come without a
 * contact, and cannot be invited before it has one.
 */
export type ImportedSupplier = {
  readonly supplier: Supplier;
  readonly contact?: Contact;
  /** After the one above. */
  readonly others?: readonly Contact[];
  /** Kept while the supplier has no rating. */
  readonly expectation: SupplierExpectation;
  readonly audit?: readonly AuditEvent[];
};

/** Suppliers with their contacts, and the table that people look at them in. */
export interface SupplierStore {
  table(org: string, filter: SupplierFilter): Promise<SupplierTable>;
  /** Ids of the suppliers of a view in its order, at most so many. */
  ids(org: string, filter: SupplierFilter, most: number): Promise<readonly string[]>;
  /** How many suppliers each value of these filters would leave, under the others that are set; those of open values are left out. */
  filterCounts(org: string, filter: SupplierFilter, names: readonly SupplierFilterName[]): Promise<FilterCounts>;
  /** All rows of a view, in batches, for exports. */
  export(org: string, filter: SupplierFilter): AsyncIterable<SupplierTable["rows"]>;
  /** The same with only some parts of each: reading what nobody looks at took a tenth of `export.csv.rows_per_s`. */
  export<Part extends RowPart>(
    org: string,
    filter: SupplierFilter,
    parts: readonly Part[],
  ): AsyncIterable<readonly PartialRow<Part>[]>;
  /** Rows of a view in the order in which suppliers were numbered, those after one of them; what was added since comes last. */
  after(
    org: string,
    filter: SupplierFilter,
    part: { readonly after?: string; readonly most: number },
  ): Promise<SupplierTable["rows"]>;
  /** The row of one. */
  row(org: string, id: string): Promise<SupplierTable["rows"][number] | undefined>;
  /** By what the ratings of a view were made, most first; none where all of the organisation share theirs. */
  ratedWith(org: string, filter: SupplierFilter): Promise<readonly RatedWith[]>;
  /** What is still to be done about each of these: at most a thousand. Whoever has nothing open and never answered is left out. */
  openWork(org: string, ids: readonly string[]): Promise<ReadonlyMap<string, OpenWork>>;
  spread(org: string): Promise<SupplierSpread>;
  /** How many suppliers each country has, in no order: one walk along an index. */
  countries(org: string): Promise<readonly { readonly country: string; readonly suppliers: number }[]>;
  medians(org: string, made: MadeBy): Promise<readonly CountryMedian[]>;
  /** Where a rated supplier stands among others; undefined without a rating. */
  standing(org: string, supplier: string): Promise<PeerStanding | undefined>;
  /** Groups of `least` rated suppliers or more, at most `most` by country and by sector. */
  peerGroups(org: string, ask: { readonly least: number; readonly most: number }): Promise<PeerGroups>;
  /** With what is expected of it, while it has no rating. */
  get(
    org: string,
    id: string,
  ): Promise<{ supplier: Supplier; contacts: readonly Contact[]; expected?: ExpectedRisk } | undefined>;
  /** For import: who is already there, by buyer's number, contact mail, folded name and country, or our own id or ref. */
  match(
    org: string,
    keys: {
      externalIds: readonly string[];
      emails: readonly string[];
      names: readonly { name: string; country: string }[];
      ids?: readonly string[];
      refs?: readonly string[];
    },
  ): Promise<readonly { supplier: Supplier; contacts: readonly Contact[] }[]>;
  /** The first free number of a `ref`. Whoever writes it later than somebody else gets a TakenError and asks again. */
  nextNumber(org: string): Promise<number>;
  /**
   * Both lists are gone through once, while pages are served; whoever makes them on the way must not ask the store. With a
   * job, how far it is or how it ends is kept with them, and LeaseLostError is thrown when it was taken over.
   */
  add(
    change: {
      org: string;
      added: Iterable<ImportedSupplier>;
      changed: Iterable<ImportedSupplier>;
      job?: { readonly lease: JobLease } & ({ readonly progress: JobProgress } | { readonly end: JobEnd });
    } & AuditedMany,
  ): Promise<void>;
  /**
   * Changes the contact that has the id, or adds it after the others. Throws MissingError where the supplier is not there.
   * @returns whether it did: not where it stands so already, or another contact of the supplier has the address
   */
  saveContact(change: { readonly contact: Contact } & Audited): Promise<boolean>;
  /** Suppliers without a rating whose expectation is not of this basis: at most so many of them. */
  withOtherBasis(org: string, ask: { basis: string; most: number }): Promise<readonly Supplier[]>;
  /**
   * Keeps what is expected of suppliers by the newest rules. One that was rated, or moved to another country, since it was
   * read is left as it is.
   */
  expectAnew(
    change: {
      org: string;
      suppliers: readonly { readonly supplier: Supplier; readonly expectation: SupplierExpectation }[];
    } & AuditedMany,
  ): Promise<void>;
  /** Every time that it was asked, newest first. */
  attestations(
    org: string,
    supplier: string,
  ): Promise<readonly { attestation: Attestation; campaign: Campaign; invitation: Invitation; voided?: Void }[]>;
}
