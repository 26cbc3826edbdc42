/** A firm of the made world. */
export type DemoFirm = {
  /** Number of the buyer's own. */
  readonly number: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly place: string;
  readonly contact: string;
  /** Empty for a supplier whose contact nobody knows yet. */
  readonly email: string;
  /** BCP 47; empty: what most people of the country read. */
  readonly language: string;
};
