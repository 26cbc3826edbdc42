import type { Actor } from "#db/audit";
import type { Answers } from "#questionnaires/answers";
import type { Return } from "./asked/returns";
import type { Campaign, Invitation } from "./campaigns";
import type { StoredEvidence } from "./evidence";
import type { Organisation, RemovalGround, RemovalSubject } from "./organisations";
import type { Contact, Supplier } from "./suppliers";

/** `removed`: what was answered was taken out of the record; `submittedAt` still says whether it was sent and counted. */
export type AttestationState = "open" | "submitted" | "removed";

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

/** Who of the buyer answers for a supplier: a person of its organisation. */
export type StandIn = { readonly user: string; readonly name: string };

/** Where an answer comes from that was given before and said to be still true: what was signed then, and when. */
export type Carried = {
  /** `buyer`: an earlier request of the same buyer; `elsewhere`: one of another, which nothing here names. */
  readonly from: "buyer" | "elsewhere";
  /** ISO 8601. */
  readonly signedAt: string;
};

/** What a supplier says is right as it stands, though it does not fit. */
export type Stand = {
  readonly finding: string;
  /** SHA-256 in hex over the answers that it is about. */
  readonly answers: string;
  /** Empty where none was given. */
  readonly reason: string;
  readonly at: Date;
};

/** Whom a supplier asked to answer a part of an attestation. */
export type Colleague = {
  readonly org: string;
  readonly id: string;
  readonly attestation: string;
  readonly name: string;
  readonly email: string;
  /** BCP 47 tag of what they read best. */
  readonly language: string;
  /** In the words of whoever asked; empty where they wrote none. */
  readonly note: string;
  /** Ids of the sections that they see and answer. */
  readonly sections: readonly string[];
  readonly maySign: boolean;
  /** They were asked to approve a signature, and nothing else: they read all answers and change none. */
  readonly approves?: boolean;
  /** The name that whoever asked gave themselves. */
  readonly askedBy: string;
  /** Counts their links: only the newest works. */
  readonly generation: number;
  /** The generation of the supplier's own link that they were asked with: theirs ends with it. */
  readonly linkGeneration: number;
  readonly askedAt: Date;
  readonly openedAt?: Date;
  readonly withdrawnAt?: Date;
  /** In their words, where they gave it back themselves; empty where they wrote none. */
  readonly returnNote?: string;
  readonly erasedAt?: Date;
};

/** One message of the thread that a supplier and its buyer have about a question. */
export type HelpMessage = {
  readonly org: string;
  readonly id: string;
  readonly attestation: string;
  /** Id of the question. */
  readonly question: string;
  readonly side: "supplier" | "buyer";
  /** As it was typed; any language. */
  readonly text: string;
  /** Of a supplier's: BCP 47 tag of what its writer reads. */
  readonly language: string;
  /** Id of the colleague who wrote it; absent for the holder of the supplier's own link. */
  readonly colleague?: string;
  /** Id of the person of the team who wrote it. */
  readonly user?: string;
  readonly at: Date;
  /** Of a supplier's: when the buyer answered it. */
  readonly answeredAt?: Date;
};

/** How a signature was confirmed, as it stands in a signed document; instants are ISO 8601. */
export type SignedConfirmation =
  | {
      readonly confirmedBy: "code";
      readonly confirmedAt: string;
      readonly codeSentTo: string;
      readonly codeSentAt: string;
    }
  | { readonly confirmedBy: "none"; readonly because: "no-mail-server" | "mail-not-sent" };

export type ApprovalOutcome = "approved" | "returned" | "withdrawn";

/**
 * A signature that waits, or waited, for a second person. It is good for one revision of the attestation: it waits no more
 * once an answer changes.
 */
export type Approval = {
  readonly org: string;
  readonly attestation: string;
  /** Id of the colleague who is asked to approve. */
  readonly colleague: string;
  readonly revision: number;
  /** Of the statement that the signer read, in `language`. */
  readonly statementHash: string;
  readonly language: string;
  readonly signer: { readonly name: string; readonly job: string; readonly sharing: string };
  readonly confirmation: SignedConfirmation;
  /** Id of the colleague who signed; absent for the holder of the supplier's own link. */
  readonly signedBy?: string;
  readonly askedAt: Date;
  /** Absent while it waits. */
  readonly outcome?: ApprovalOutcome;
  readonly endedAt?: Date;
  /** Why it was returned, in the words of whoever did. */
  readonly reason?: string;
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

/** What was signed counts no more: who of the buyer said so, when, and why, in words that the supplier reads too. */
export type Void = { readonly reason: string; readonly actor: Actor; readonly voidedAt: Date };

/** Fields as they were typed, kept because they could not be saved as an answer yet. */
export type AnswerDraft = {
  readonly question: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly keptAt: Date;
};

/** Everything a supplier page needs, read in one go. `revisions` holds the newest revision of each answer. */
export type AttestationDetails = {
  readonly attestation: Attestation;
  readonly invitation: Invitation;
  readonly campaign: Campaign;
  readonly supplier: Supplier;
  readonly contact: Contact;
  readonly organisation: Organisation;
  readonly answers: Answers;
  readonly revisions: Readonly<Record<string, number>>;
  readonly drafts: Readonly<Record<string, AnswerDraft>>;
  /** Documents by question, oldest first, without those that were removed. */
  readonly evidence: Readonly<Record<string, readonly StoredEvidence[]>>;
  /** Whether the supplier signed another attestation for the organisation, voided ones included. */
  readonly signedBefore: boolean;
  /** Whether there are messages about any of its questions. */
  readonly helpAsked: boolean;
  readonly declaration?: Declaration;
  /** Only of what was signed. */
  readonly voided?: Void;
  /** What its supplier is asked again, where it answers that; `campaign` says by when then, and is live. */
  readonly returned?: Return;
};

/** The same without what was answered and asked: what a link shows before it is opened. */
export type AttestationHeader = Omit<
  AttestationDetails,
  "answers" | "revisions" | "drafts" | "evidence" | "signedBefore" | "helpAsked"
>;

/** Nothing of the supplier is removed while one stands; without a supplier, nothing of the organisation. */
export type LegalHold = {
  readonly id: string;
  readonly supplier?: string;
  readonly reason: string;
  readonly placedAt: Date;
  readonly placedBy: Actor;
};

/** What is known of what was removed: when, why, by whom, how many rows of each table, and SHA-256 in hex over all of them. */
export type Removal = {
  readonly org: string;
  readonly id: string;
  readonly subjectType: RemovalSubject;
  /** The attestation; of events, the instant up to which they went (ISO 8601). */
  readonly subjectId: string;
  readonly ground: RemovalGround;
  readonly actor: Actor;
  readonly at: Date;
  readonly rows: Readonly<Record<string, number>>;
  readonly hash: string;
  /** Of the declaration that went: a receipt which a supplier still holds can be told from a forged one. */
  readonly declarationHash?: string;
  readonly isOpen: boolean;
};

/** How long something took to answer: the median, and over how many signed attestations. */
export type AnsweringTime = { readonly seconds: number; readonly attestations: number };

/** That of a version of a questionnaire, whole and by section. */
export type AnsweringTimes = {
  readonly whole: AnsweringTime;
  readonly sections: Readonly<Record<string, AnsweringTime>>;
};
