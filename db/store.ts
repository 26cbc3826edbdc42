import type { Answer } from "#questionnaires/answers";
import type { Rating } from "#scoring/rating";
import type { Actor, AuditEvent, StoredAuditEvent } from "./audit";
import type {
  Attestation,
  AttestationFile,
  Campaign,
  Contact,
  Declaration,
  Draft,
  EvidenceRecord,
  Invitation,
  LinkState,
  Mail,
  MailState,
  Organisation,
  Role,
  StoredEvidence,
  StoredRating,
  Supplier,
  TeamSession,
  User,
} from "./records";
import type { Driver, SupplierFilter, SupplierTable } from "./supplier-table";

/** What each write carries: what happened, kept in the same transaction. */
export type Audited = { readonly audit: AuditEvent };
/** For writes that make many things happen at once. */
export type AuditedMany = { readonly audit: readonly AuditEvent[] };

export type NewMail = Omit<Mail, "state" | "attempts" | "sentAt" | "lastError">;
export type NewInvitation = Omit<Invitation, "state" | "unsubscribedAt"> & { readonly tokenHash: string };

/** One supplier who is asked, and what happened by asking. */
export type NewRecipient = {
  readonly invitation: NewInvitation;
  readonly attestation: Attestation;
  readonly mail: NewMail;
  readonly audit?: readonly AuditEvent[];
};

/** A supplier as an import brings it. It may come without a contact, and cannot be invited before it has one. */
export type KeptSupplier = {
  readonly supplier: Supplier;
  readonly contact?: Contact;
  readonly audit?: readonly AuditEvent[];
};

/** A link as the landing page needs it. */
export type LinkTarget = {
  readonly link: LinkState;
  readonly linkChangedAt?: Date;
  readonly file: Omit<AttestationFile, "answers" | "revisions" | "drafts" | "evidence">;
};

export type RecipientRow = {
  readonly invitation: Invitation;
  readonly supplier: Supplier;
  readonly contact: Contact;
  readonly attestation: Attestation;
  readonly answered: number;
  readonly lastMail?: { readonly kind: string; readonly state: MailState; readonly at: Date; readonly error?: string };
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

/** The most documents of a question, bytes of an attestation, and bytes it was ever given, removed ones included. */
export type EvidenceLimits = { readonly files: number; readonly bytes: number; readonly everBytes: number };

/** The rating summary that the suppliers table sorts and filters by; kept on the supplier by the write that adds a rating. */
export type NewRating = {
  readonly id: string;
  readonly attestation: string;
  readonly supplier: string;
  readonly createdAt: Date;
  readonly rating: Rating;
  readonly driver?: Driver;
  /** Distinct site countries with their tier in the rating's edition, worst first. */
  readonly tiers: readonly { readonly country: string; readonly tier: string }[];
};

/**
 * The record. All methods are async. Reading: absence is `undefined` or an empty list. Writing: MissingError when what is
 * named is not there in this organisation or not in the state to be changed, TakenError when something that must be unique
 * is there already, ConflictError for a stale revision, LockedError when an attestation takes no more answers,
 * StorageFullError for a full disk; nothing else is thrown on purpose. Every method that takes `org` sees that organisation
 * only. Every write takes its audit event and keeps both or neither.
 */
export interface Store {
  readonly organisations: {
    count(): Promise<number>;
    get(org: string): Promise<Organisation | undefined>;
    /** First run: organisation and its first administrator. */
    create(change: { organisation: Organisation; admin: User; passwordHash: string } & AuditedMany): Promise<void>;
  };
  readonly users: {
    /** For signing in only: the one lookup that is not scoped, because the login names no organisation. */
    byEmail(email: string): Promise<{ user: User; passwordHash: string } | undefined>;
    list(org: string): Promise<readonly User[]>;
    add(change: { user: User; passwordHash: string } & Audited): Promise<void>;
    changeRole(change: { org: string; id: string; role: Role } & Audited): Promise<void>;
    signIn(
      change: { org: string; user: string; sessionHash: string; createdAt: Date; expiresAt: Date } & Audited,
    ): Promise<void>;
    bySession(sessionHash: string, now: Date): Promise<TeamSession | undefined>;
    signOut(change: { org: string; sessionHash: string } & Audited): Promise<void>;
  };
  readonly suppliers: {
    table(org: string, filter: SupplierFilter): Promise<SupplierTable>;
    /** All rows of a view, in batches, for exports. */
    export(org: string, filter: SupplierFilter): AsyncIterable<SupplierTable["rows"]>;
    get(org: string, id: string): Promise<{ supplier: Supplier; contacts: readonly Contact[] } | undefined>;
    /** For import: who is already there, by buyer's number, by contact mail, by folded name and country. */
    match(
      org: string,
      keys: {
        externalIds: readonly string[];
        emails: readonly string[];
        names: readonly { name: string; country: string }[];
      },
    ): Promise<readonly { supplier: Supplier; contacts: readonly Contact[] }[]>;
    /** The first free number of a `ref`. Whoever writes it later than somebody else gets a TakenError and asks again. */
    nextNumber(org: string): Promise<number>;
    /** Both lists are gone through once, while pages are served; whoever makes them on the way must not ask the store. */
    add(
      change: { org: string; added: Iterable<KeptSupplier>; changed: Iterable<KeptSupplier> } & AuditedMany,
    ): Promise<void>;
    attestations(
      org: string,
      supplier: string,
    ): Promise<readonly { attestation: Attestation; campaign: Campaign; invitation: Invitation }[]>;
  };
  readonly campaigns: {
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
  };
  readonly invitations: {
    get(org: string, id: string): Promise<RecipientRow | undefined>;
    /** A link by the SHA-256 of its token; not scoped, because the token is the key. */
    byToken(tokenHash: string): Promise<LinkTarget | undefined>;
    resend(change: { org: string; id: string; mail: NewMail } & Audited): Promise<void>;
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
    ): Promise<void>;
    extend(change: { org: string; id: string; expiresAt: Date } & Audited): Promise<void>;
    withdraw(change: { org: string; id: string; at: Date } & Audited): Promise<void>;
    decline(change: { org: string; id: string; at: Date } & Audited): Promise<void>;
    unsubscribe(change: { org: string; id: string; at: Date } & Audited): Promise<void>;
  };
  readonly attestations: {
    get(org: string, id: string): Promise<AttestationFile | undefined>;
    /** The session cookie of a supplier, by hash; `undefined` unless it belongs to this attestation. */
    bySession(sessionHash: string, attestation: string): Promise<AttestationFile | undefined>;
    /** Trades a link for a session; the first one starts the attestation. */
    start(change: { org: string; attestation: string; sessionHash: string; at: Date } & Audited): Promise<void>;
    /**
     * Makes revision `basedOn` + 1 of that answer (0: none yet) and removes the draft of the question. ConflictError when
     * `basedOn` is not its newest revision; LockedError when submitted, closed, withdrawn or declined.
     */
    saveAnswer(
      change: {
        org: string;
        attestation: string;
        question: string;
        basedOn: number;
        answer: Answer;
        at: Date;
      } & Audited,
    ): Promise<{ readonly revision: number }>;
    /** Fields that could not become an answer yet; they are offered again on the page. */
    keepDraft(change: { org: string; attestation: string; draft: Draft } & Audited): Promise<void>;
    /**
     * All or nothing; idempotent: if it was submitted before, keeps the first and returns it.
     * ConflictError when an answer changed since `revision` of the attestation; LockedError when closed, withdrawn or declined.
     */
    submit(
      change: {
        org: string;
        attestation: string;
        revision: number;
        declaration: Declaration;
        rating: NewRating;
        mail?: NewMail;
      } & AuditedMany,
    ): Promise<{ readonly declaration: Declaration; readonly first: boolean }>;
    /** Every revision of every answer, oldest first. */
    history(
      org: string,
      id: string,
    ): Promise<readonly { question: string; revision: number; answer: Answer; savedAt: Date }[]>;
  };
  readonly evidence: {
    /**
     * Attaches a document. A file that the question has already is not attached again: the one that is there is returned
     * and nothing happens. EvidenceFullError past `limits`; LockedError as for answers.
     */
    add(
      change: {
        org: string;
        attestation: string;
        evidence: Omit<StoredEvidence, "status">;
        limits: EvidenceLimits;
      } & Audited,
    ): Promise<{ readonly evidence: StoredEvidence; readonly first: boolean }>;
    /** Takes a document back. MissingError when it is not attached (any more); LockedError as for answers. */
    remove(change: { org: string; attestation: string; id: string; at: Date; by: Actor } & Audited): Promise<void>;
    /** Every document of an attestation, oldest first, with those that were removed. */
    list(org: string, attestation: string): Promise<readonly EvidenceRecord[]>;
    get(org: string, id: string): Promise<EvidenceRecord | undefined>;
    /** Which of these files, by SHA-256 in hex, are attached anywhere; for all organisations, because files are shared. */
    used(files: readonly string[]): Promise<ReadonlySet<string>>;
  };
  readonly ratings: {
    add(change: NewRating & { org: string } & Audited): Promise<void>;
    history(org: string, supplier: string): Promise<readonly StoredRating[]>;
    latest(org: string, supplier: string): Promise<StoredRating | undefined>;
  };
  readonly mails: {
    list(org: string, page: { page: number; pageSize: number }): Promise<{ rows: readonly Mail[]; total: number }>;
    get(org: string, id: string): Promise<Mail | undefined>;
    /** Takes due mails under a lease; what is not finished by `leaseUntil` is due again. */
    claim(claim: { now: Date; leaseUntil: Date; most: number }): Promise<readonly Mail[]>;
    sent(change: { org: string; id: string; at: Date } & Audited): Promise<void>;
    /** `retryAt` absent: given up. */
    failed(change: { org: string; id: string; error: string; retryAt?: Date } & Audited): Promise<void>;
  };
  readonly audit: {
    /** Newest first. */
    trail(
      org: string,
      about: { subjects?: readonly string[]; beforeSeq?: number; most: number },
    ): Promise<readonly StoredAuditEvent[]>;
  };
  /** Answers whether a write would succeed now. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
