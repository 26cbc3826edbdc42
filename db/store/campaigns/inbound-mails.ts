import type { ContactState, InboundMail, Mail, Supplier } from "#db/records";
import type { Audited } from "#db/store/audit";

/** A message that came in, with the kind of the mail that it is about and the supplier it came from, where it names one. */
export type NamedInboundMail = InboundMail & {
  readonly about?: {
    readonly kind: Mail["kind"];
    readonly campaign: string;
    readonly supplier: Pick<Supplier, "id" | "name">;
  };
};

/** Messages that came in, and what they tell of the addresses of contacts. */
export interface InboundMailStore {
  /** Newest first. */
  list(
    org: string,
    page: { page: number; pageSize: number },
  ): Promise<{ readonly rows: readonly NamedInboundMail[]; readonly total: number }>;
  /** The mail with the first of these Message-IDs that is one of the organisation's. */
  mailOf(org: string, messageIds: readonly string[]): Promise<Mail | undefined>;
  /** What is known of the address that a contact has now, and is not over: what stops mails before all else, then the newest. */
  stateOf(org: string, contact: string): Promise<ContactState | undefined>;
  /** Which of these contacts have an address that nothing more is sent to. */
  stopped(org: string, contacts: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Keeps a message, unless it was kept before; then nothing is done. `failed`: why the mail that it is about came back. `state`: what
   * it tells of a contact; what is known already is not kept again.
   * @returns whether it was kept
   */
  take(
    change: {
      readonly message: InboundMail;
      readonly failed?: string;
      readonly state?: Pick<ContactState, "contact" | "address" | "state">;
    } & Audited,
  ): Promise<boolean>;
  /** Ends whatever is known of the address of a contact. @returns whether there was anything */
  confirm(change: { org: string; contact: string; at: Date } & Audited): Promise<boolean>;
}
