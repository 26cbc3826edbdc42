import type { AttestationStore } from "./store/attestations";
import type { AuditStore } from "./store/audit";
import type { CampaignStore } from "./store/campaigns";
import type { EvidenceStore } from "./store/evidence";
import type { InvitationStore } from "./store/invitations";
import type { JobStore } from "./store/jobs";
import type { LaunchStore } from "./store/launches";
import type { RequestCountStore, SignInTryStore } from "./store/limits";
import type { MailStore } from "./store/mails";
import type { OrganisationStore } from "./store/organisations";
import type { RatingStore } from "./store/ratings";
import type { SupplierStore } from "./store/suppliers";
import type { UserStore } from "./store/users";

export type { Funnel, RecipientFilter } from "./store/campaigns";
export type { EvidenceLimits } from "./store/evidence";
export type { LinkTarget, RecipientRow } from "./store/invitations";
export type { JobEnd, JobFailure, JobRetry, NewJob } from "./store/jobs";
export type { NewRecipient } from "./store/launches";
export type { MailTry, NewMail } from "./store/mails";
export type { NewRating } from "./store/ratings";
export type { ImportedSupplier } from "./store/suppliers";

/**
 * The record. All methods are async. Reading: absence is `undefined` or an empty list. Writing: MissingError when what is
 * named is not there in this organisation or not in the state to be changed, TakenError when something that must be unique
 * is there already, ConflictError for a stale revision, LockedError when an attestation takes no more answers,
 * StorageFullError for a full disk; nothing else is thrown on purpose. Every method that takes `org` sees that organisation
 * only. Every write takes its audit event and keeps both or neither.
 */
export interface Store {
  readonly organisations: OrganisationStore;
  readonly users: UserStore;
  readonly suppliers: SupplierStore;
  readonly campaigns: CampaignStore;
  readonly launches: LaunchStore;
  readonly invitations: InvitationStore;
  readonly attestations: AttestationStore;
  readonly evidence: EvidenceStore;
  readonly ratings: RatingStore;
  readonly mails: MailStore;
  readonly audit: AuditStore;
  readonly jobs: JobStore;
  readonly signInTries: SignInTryStore;
  readonly requestCounts: RequestCountStore;
  /** Answers whether a write would succeed now. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
