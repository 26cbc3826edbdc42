import type {
  Attestation,
  Colleague,
  Contact,
  Declaration,
  HelpMessage,
  Invitation,
  Mail,
  Supplier,
  User,
} from "#db/records";
import type { Audited } from "./audit";

/** A contact with the supplier that it is of. */
export type ContactOfSupplier = { readonly contact: Contact; readonly supplier: Pick<Supplier, "id" | "ref" | "name"> };

/** Somebody who signed, as they typed themselves; in the record as part of what was signed. */
export type Signer = Pick<Declaration, "name" | "job" | "signedAt"> & {
  readonly attestation: string;
  readonly reference: string;
  readonly supplier: Pick<Supplier, "id" | "name">;
};

/** A colleague whom a supplier asked to answer a part. */
export type ColleagueOfSupplier = {
  readonly colleague: Colleague;
  readonly reference: string;
  readonly supplier: Pick<Supplier, "id" | "name">;
};

/** One request that a contact was asked by. */
export type RequestOfContact = {
  readonly invitation: Invitation;
  readonly campaign: string;
  readonly attestation: Pick<Attestation, "id" | "reference" | "startedAt" | "submittedAt">;
};

/** What somebody wrote about a question or a corrective action: a supplier's own, or the buyer's. `question`: empty where it is about none. */
export type MessageOfPerson = Pick<HelpMessage, "question" | "text" | "at"> & {
  readonly reference: string;
  /** Of its attestation. */
  readonly questionnaire: string;
  readonly version: number;
  /** By name. */
  readonly supplier: string;
  /** Whether it is about a floor, a link or what does not fit: these tell of more than their question. */
  readonly tells?: boolean;
};

/**
 * What the record holds of one person. A contact is one person with all others of the organisation that have its address.
 */
export interface PersonStore {
  /** Whose address this is, or whose name contains it, in any script, case or accents (`foldSpelling`). At most so many of each. */
  find(
    org: string,
    ask: { text: string; most: number },
  ): Promise<{
    readonly contacts: readonly ContactOfSupplier[];
    readonly users: readonly User[];
    readonly signers: readonly Signer[];
    readonly colleagues: readonly ColleagueOfSupplier[];
  }>;
  /** One colleague with all others of the organisation that have their address. Empty for one that is not there. */
  colleague(org: string, id: string): Promise<readonly ColleagueOfSupplier[]>;
  /** Empty for one that is not there. One that was erased stands alone. */
  contact(org: string, id: string): Promise<readonly ContactOfSupplier[]>;
  requests(org: string, ask: { contacts: readonly string[]; most: number }): Promise<readonly RequestOfContact[]>;
  /** Mails that went, or are to go, to an address, newest first. */
  mailsTo(org: string, ask: { email: string; most: number }): Promise<readonly Mail[]>;
  /**
   * What they wrote about questions, newest first: contacts by the suppliers' own links, people of the team also as reasons of decisions
   * and as comments on returned questions; of contacts such reasons and comments of their supplier that name them. What was erased is
   * not among it.
   */
  messages(
    org: string,
    by: {
      readonly contacts?: readonly string[];
      readonly colleagues?: readonly string[];
      readonly user?: string;
      readonly most: number;
    },
  ): Promise<readonly MessageOfPerson[]>;
  /** The keys of all contacts that were erased. */
  erased(org: string): Promise<ReadonlySet<string>>;
  /**
   * Takes name and address of a contact away, with those of all contacts that have its address; mails keep no address, and
   * those that wait are not sent; what they wrote about questions goes. `key` stays in place of the address, so that it is known again and can be read by nobody.
   * Colleagues whom suppliers asked at that address go too.
   * @returns whether it did: not where it was done before. MissingError for one that is not there.
   */
  eraseContact(change: { org: string; id: string; key: string; at: Date } & Audited): Promise<boolean>;
  /**
   * Takes name and address of a colleague away, with those of all colleagues that have the address, and what was written to them;
   * their links and sessions end, what they wrote about questions goes, their answers stay without a name. MissingError for one that is not there.
   * @returns as `eraseContact`
   */
  eraseColleague(change: { org: string; id: string; at: Date } & Audited): Promise<boolean>;
  /**
   * Takes name, address and everything by which they signed in from a person whose access has ended, and their name as whoever
   * launched, held, or answers for a supplier. MissingError for one that is not there or whose access has not ended.
   * @returns as `eraseContact`
   */
  eraseUser(change: { org: string; id: string; at: Date } & Audited): Promise<boolean>;
}
