import type { ExpectedRisk } from "#scoring/inherent/expected-risk";

export type Supplier = {
  readonly org: string;
  readonly id: string;
  /** Counted per organisation, `SUP-00001`: what people write in mails. */
  readonly ref: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly place?: string;
  /** The buyer's own number for this supplier; unique in the organisation when given. */
  readonly externalId?: string;
  readonly createdAt: Date;
  /** When the team put it aside, and the id of the user who did: such a supplier stands in no list but that of the archived. */
  readonly archivedAt?: Date;
  readonly archivedBy?: string;
};

/** What is expected of a supplier before it has a rating, and the names of what that was made from. */
export type SupplierExpectation = { readonly risk: ExpectedRisk; readonly basis: string };

export type Contact = {
  readonly org: string;
  readonly id: string;
  readonly supplier: string;
  readonly name?: string;
  readonly email: string;
  /** BCP 47, one of the offered languages. */
  readonly language: string;
  /** When name and address were taken away; nothing is sent to them any more. */
  readonly erasedAt?: Date;
};
