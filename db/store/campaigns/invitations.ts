import type { AuditEvent } from "#db/audit";
import type { Attestation, AttestationHeader, Contact, Invitation, LinkState, Mail, Supplier, Void } from "#db/records";
import type { Audited } from "#db/store/audit";
import type { NewMail } from "./mails";

export type NewInvitation = Omit<
  Invitation,
  "state" | "unsubscribedAt" | "declinedReason" | "declinedHint" | "correction"
> & {
  readonly tokenHash: string;
  /** When one looks for the first time whether to remind; absent: never. */
  readonly remindAt?: Date;
};

/** A link as the landing page needs it. */
export type LinkTarget = {
  readonly link: LinkState;
  readonly linkChangedAt?: Date;
  readonly file: AttestationHeader;
};

export type RecipientRow = {
  readonly invitation: Invitation;
  readonly supplier: Supplier;
  readonly contact: Contact;
  readonly attestation: Attestation;
  readonly voided?: Void;
  readonly answered: number;
  readonly lastMail?: Pick<Mail, "id" | "kind" | "state" | "to"> & { readonly at: Date; readonly error?: string };
};

/** Invitations: one supplier in one campaign, with the link that opens it. */
export interface InvitationStore {
  get(org: string, id: string): Promise<RecipientRow | undefined>;
  /** A link by the SHA-256 of its token; not scoped, because the token is the key. */
  byToken(tokenHash: string): Promise<LinkTarget | undefined>;
  /**
   * Queues one more mail, if `after` is still the id of the newest one.
   * @returns whether it was queued
   */
  resend(change: { org: string; id: string; after?: string; mail: NewMail } & Audited): Promise<boolean>;
  /**
   * The same for many at once, but only for those whose last mail failed: doing it twice is doing it once. One job sends them.
   * @returns how many
   */
  resendFailed(change: {
    org: string;
    mails: readonly { readonly mail: NewMail; readonly audit: AuditEvent }[];
  }): Promise<number>;
  /** @returns whether it was made: not where there is one of this generation already */
  replaceLink(
    change: {
      org: string;
      id: string;
      generation: number;
      tokenHash: string;
      at: Date;
      expiresAt: Date;
      mail?: NewMail;
    } & Audited,
  ): Promise<boolean>;
  /** @returns whether it was extended: not where it does not end at `from` any more */
  extend(change: { org: string; id: string; from?: Date; expiresAt: Date } & Audited): Promise<boolean>;
  /** @returns whether it was withdrawn: not where it is already */
  withdraw(change: { org: string; id: string; at: Date } & Audited): Promise<boolean>;
  /** `reason`: its code. `hint`: what was typed, which stays here and out of the trail. */
  decline(change: { org: string; id: string; reason: string; hint?: string; at: Date } & Audited): Promise<void>;
  unsubscribe(change: { org: string; id: string; at: Date } & Audited): Promise<void>;
}
