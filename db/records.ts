import type { Answers, EvidenceStatus } from "#questionnaires/answers";
import type { Rating } from "#scoring/rating";
import type { Actor } from "./audit";

/** What the store keeps, in product words. Times are instants (UTC); ids are random unless said otherwise. */

export type Role = "admin" | "buyer" | "analyst" | "viewer";

export type Organisation = { readonly id: string; readonly name: string; readonly createdAt: Date };

export type User = {
  readonly org: string;
  readonly id: string;
  /** Lower case, unique in the whole installation: it is the login. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly disabledAt?: Date;
};

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
};

export type Contact = {
  readonly org: string;
  readonly id: string;
  readonly supplier: string;
  readonly name?: string;
  readonly email: string;
  /** BCP 47, one of the offered languages. */
  readonly language: string;
};

export type CampaignState = "draft" | "live" | "closed";

export type Campaign = {
  readonly org: string;
  readonly id: string;
  readonly name: string;
  readonly questionnaire: string;
  readonly version: number;
  /** Empty: all regimes. */
  readonly regimes: readonly string[];
  readonly modules: readonly string[];
  readonly ruleSet: string;
  readonly edition: string;
  readonly dueAt: Date;
  /** IANA zone in which the due date is meant and printed. */
  readonly zone: string;
  /** Why the buyer asks, in the buyer's words, by language; English is always there. */
  readonly reason: Readonly<Record<string, string>>;
  readonly state: CampaignState;
  readonly createdAt: Date;
  readonly launchedAt?: Date;
  readonly closedAt?: Date;
};

export type InvitationState = "invited" | "declined" | "withdrawn";

/** How far a launch is. Whoever is asked in the campaign, can be written to and has no invitation yet is still to be invited. */
export type Launch = {
  readonly org: string;
  readonly campaign: string;
  /** Who launched it: the invitations are theirs, whenever they are made. */
  readonly actor: Actor;
  /** How many were to be invited when it began. */
  readonly invitations: number;
  /** Until when the links work. */
  readonly expiresAt: Date;
  /** Absent while it goes on. */
  readonly endedAt?: Date;
};

export type Invitation = {
  readonly org: string;
  readonly id: string;
  readonly campaign: string;
  readonly supplier: string;
  readonly contact: string;
  /** Counts links: each new link is a new generation, and only the newest works. */
  readonly generation: number;
  readonly state: InvitationState;
  /** After this instant the link is expired; the campaign's due date is not the end of the link. */
  readonly expiresAt: Date;
  readonly unsubscribedAt?: Date;
  readonly createdAt: Date;
};

/** `replaced`: a newer link exists. `revoked`: withdrawn by the buyer. */
export type LinkState = "active" | "replaced" | "revoked";

export type AttestationState = "open" | "submitted";

export type Attestation = {
  readonly org: string;
  readonly id: string;
  readonly invitation: string;
  /** What people quote: `AV-2026-000418`, unique in the installation. */
  readonly reference: string;
  readonly questionnaire: string;
  readonly version: number;
  readonly state: AttestationState;
  /** Grows by one with each saved answer and each document that is attached or removed. */
  readonly revision: number;
  readonly startedAt?: Date;
  readonly savedAt?: Date;
  readonly submittedAt?: Date;
};

export type Declaration = {
  readonly name: string;
  readonly job: string;
  readonly sharing: string;
  readonly language: string;
  /** Revision of the texts in which the statement was read, and its SHA-256 in hex. */
  readonly statementHash: string;
  readonly signedAt: Date;
  /** SHA-256 in hex over the canonical JSON of the whole submission. */
  readonly hash: string;
  /** That canonical JSON: the receipt can be checked by an outside script. */
  readonly document: string;
};

/** Fields as they were typed, kept because they could not be saved as an answer yet. */
export type Draft = {
  readonly question: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly keptAt: Date;
};

/** A document that a supplier attached to a question. Its bytes are kept apart, by their SHA-256. */
export type StoredEvidence = {
  readonly id: string;
  readonly question: string;
  /** As the supplier called it, cleaned; for showing only, never a path. */
  readonly name: string;
  /** Media type told from its bytes, not from its name. */
  readonly type: string;
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
  readonly status: EvidenceStatus;
  readonly receivedAt: Date;
};

/** A document with whose it is; `removedAt` when its supplier took it back. */
export type EvidenceRecord = StoredEvidence & {
  readonly attestation: string;
  readonly supplier: string;
  readonly removedAt?: Date;
  readonly removedBy?: Actor;
};

/** Everything a supplier page needs, read in one go. `revisions` holds the newest revision of each answer. */
export type AttestationFile = {
  readonly attestation: Attestation;
  readonly invitation: Invitation;
  readonly campaign: Campaign;
  readonly supplier: Supplier;
  readonly contact: Contact;
  readonly organisation: Organisation;
  readonly answers: Answers;
  readonly revisions: Readonly<Record<string, number>>;
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Documents by question, oldest first, without those that were removed. */
  readonly evidence: Readonly<Record<string, readonly StoredEvidence[]>>;
  readonly declaration?: Declaration;
};

export type StoredRating = {
  readonly id: string;
  readonly attestation: string;
  readonly createdAt: Date;
  readonly rating: Rating;
};

/** Where a mail stands. Without a mail server it stays `queued` and is read under Settings, Mail. */
export type MailState = "queued" | "sending" | "sent" | "failed";

/**
 * A mail as data: it is written out when sent or shown, so that no link is ever stored.
 * `messageId` is fixed when queued: a second copy after a crash carries the same one.
 */
export type Mail = {
  readonly org: string;
  readonly id: string;
  readonly kind: "invitation" | "receipt" | "reminder";
  readonly invitation: string;
  readonly to: string;
  readonly language: string;
  readonly messageId: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly dueAt: Date;
  readonly sentAt?: Date;
  readonly lastError?: string;
};

export type TeamSession = { readonly user: User; readonly organisation: Organisation; readonly expiresAt: Date };
