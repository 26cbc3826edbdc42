import type { AuditEvent } from "#db/audit";
import type { Attestation, Campaign, Contact, Supplier } from "#db/records";
import type { Audited, AuditedMany } from "./audit";
import type { NewInvitation, RecipientRow } from "./invitations";
import type { NewMail } from "./mails";

/** One supplier who is asked, and what happened by asking. */
export type NewRecipient = {
  readonly invitation: NewInvitation;
  readonly attestation: Attestation;
  readonly mail: NewMail;
  readonly audit?: readonly AuditEvent[];
};

export type FunnelStep = "invited" | "delivered" | "started" | "submitted";

export type RecipientFilter = {
  readonly step?: FunnelStep;
  readonly problem?: "failed-mail" | "declined" | "expired" | "silent";
  readonly search?: string;
  readonly page: number;
  readonly pageSize: number;
  readonly now: Date;
};

export type Funnel = Readonly<
  Record<FunnelStep | "declined" | "withdrawn" | "failed-mail" | "expired" | "silent", number>
>;

/** Campaigns: who is to be asked what by when, and how far everybody is. */
export interface CampaignStore {
  list(org: string): Promise<readonly (Campaign & { readonly recipients: number; readonly submitted: number })[]>;
  get(org: string, id: string): Promise<Campaign | undefined>;
  create(change: { campaign: Campaign; suppliers: readonly string[] } & Audited): Promise<void>;
  /** A draft only. `suppliers` replaces the recipients when given. */
  change(change: { campaign: Campaign; suppliers?: readonly string[] } & Audited): Promise<void>;
  /** Suppliers chosen for a draft, each with its first contact, in the order of their numbers and in batches. */
  chosen(org: string, id: string): AsyncIterable<readonly { supplier: Supplier; contact?: Contact }[]>;
  /**
   * The invitations are gone through once, while pages are served and other writes wait; whoever makes them on the way
   * must not ask the store.
   */
  launch(
    change: { org: string; id: string; launchedAt: Date; invitations: Iterable<NewRecipient> } & AuditedMany,
  ): Promise<void>;
  close(change: { org: string; id: string; closedAt: Date } & Audited): Promise<void>;
  /** The first free number of a reference, in all organisations. Late writers get a TakenError and ask again. */
  nextReference(): Promise<number>;
  recipients(
    org: string,
    id: string,
    filter: RecipientFilter,
  ): Promise<{ rows: readonly RecipientRow[]; total: number }>;
  funnel(org: string, id: string, now: Date): Promise<Funnel>;
}
