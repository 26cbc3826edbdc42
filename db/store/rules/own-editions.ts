import type { Audited } from "#db/store/audit";

/** A country edition of an organisation's own, as it was published. Never changed. */
export type OwnEdition = {
  readonly org: string;
  readonly id: string;
  /** Canonical JSON, of which `fingerprint` is the SHA-256 in hex. */
  readonly definition: string;
  readonly fingerprint: string;
  /** SHA-256 in hex of the file that it was read from. */
  readonly file: string;
  readonly addedAt: Date;
  /** Id of a user. */
  readonly addedBy: string;
};

/** Countries of an organisation's own, oldest first. */
export interface OwnEditionStore {
  list(org: string): Promise<readonly OwnEdition[]>;
  get(org: string, id: string): Promise<OwnEdition | undefined>;
  /** @returns "there" for one with the same fingerprint, "full" where there are so many: nothing is written then */
  add(change: { readonly edition: OwnEdition; readonly most: number } & Audited): Promise<"added" | "there" | "full">;
}
