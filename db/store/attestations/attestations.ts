import type { AnswerDraft, AttestationDetails, Declaration, StandIn } from "#db/records";
import type { Audited, AuditedMany } from "#db/store/audit";
import type { NewMail } from "#db/store/campaigns/mails";
import type { Answer } from "#questionnaires/answers";
import type { NewRating } from "./ratings";

/** Attestations: what suppliers answer, from the first look at the link to the signature. */
export interface AttestationStore {
  get(org: string, id: string): Promise<AttestationDetails | undefined>;
  /** The session cookie of a supplier, by hash; `undefined` unless it belongs to this attestation. */
  bySession(sessionHash: string, attestation: string): Promise<AttestationDetails | undefined>;
  /** Who of the buyer answers for the supplier in a session, by its hash; `undefined` for the supplier's own. */
  standInOf(org: string, sessionHash: string): Promise<StandIn | undefined>;
  /** The questions whose newest answer somebody of the buyer gave for the supplier. */
  standIns(org: string, id: string): Promise<readonly { readonly question: string; readonly standIn: StandIn }[]>;
  /** Trades a link for a session; the first one starts the attestation. */
  start(
    change: { org: string; attestation: string; sessionHash: string; at: Date; standIn?: StandIn } & Audited,
  ): Promise<void>;
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
      standIn?: StandIn;
    } & Audited,
  ): Promise<{ readonly revision: number }>;
  /**
   * Fields that could not become an answer yet; they are offered again on the page. A page that saves itself does so every few
   * seconds, so no event is added where one of the same actor, attestation and question stands since `sameSince`: that one tells
   * of this write too.
   */
  keepDraft(
    change: { org: string; attestation: string; draft: AnswerDraft; sameSince?: Date } & Audited,
  ): Promise<void>;
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
}
