import type { AnswerDraft, AttestationDetails, Carried, Declaration, ReviewLeft, StandIn, Void } from "#db/records";
import type { Audited, AuditedMany } from "#db/store/audit";
import type { NewMail } from "#db/store/campaigns/mails";
import type { NewDecision } from "#db/store/reviews/reviews";
import type { Answer } from "#questionnaires/answers";
import type { NewRating, RatingSummaries } from "./ratings";

/** Attestations: what suppliers answer, from the first look at the link to the signature. */
export interface AttestationStore {
  get(org: string, id: string): Promise<AttestationDetails | undefined>;
  /**
   * The session cookie of a supplier, by hash; `undefined` unless it belongs to this attestation and was begun after
   * `begunSince`, if that is given.
   */
  bySession(sessionHash: string, attestation: string, begunSince?: Date): Promise<AttestationDetails | undefined>;
  /** Ends one session; what was saved in it stays. MissingError when there is none. */
  signOut(change: { org: string; attestation: string; sessionHash: string } & Audited): Promise<void>;
  /** Removes sessions of all organisations that were begun at `begunBy` or before. @returns how many */
  forgetSessions(begunBy: Date): Promise<number>;
  /** Who of the buyer answers for the supplier in a session, by its hash; `undefined` for the supplier's own. */
  standInOf(org: string, sessionHash: string): Promise<StandIn | undefined>;
  /** The questions whose newest answer somebody of the buyer gave for the supplier; whoever was erased since has no name. */
  standIns(org: string, id: string): Promise<readonly { readonly question: string; readonly standIn: StandIn }[]>;
  /**
   * The id of what a supplier signed last, besides one attestation; nothing that is void or was removed. `undefined` where it
   * signed nothing else.
   */
  lastSigned(org: string, of: { supplier: string; besides: string }): Promise<string | undefined>;
  /** The questions whose newest answer was taken from what was signed before. */
  carried(org: string, id: string): Promise<readonly { readonly question: string; readonly carried: Carried }[]>;
  /** When an answer was last saved; `undefined` where none was. */
  lastAnsweredAt(org: string, id: string): Promise<Date | undefined>;
  /** Trades a link for a session; the first one starts the attestation. LockedError for a colleague who was taken back. */
  start(
    change: {
      org: string;
      attestation: string;
      sessionHash: string;
      at: Date;
      standIn?: StandIn;
      colleague?: string;
    } & Audited,
  ): Promise<void>;
  /**
   * Makes revision `basedOn` + 1 of that answer (0: none yet) and removes the draft of the question. ConflictError when
   * `basedOn` is not its newest revision; LockedError when submitted, closed, withdrawn or declined, or the colleague was taken back.
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
      /** Id of the colleague who gives it. */
      colleague?: string;
      /** What was signed before that it is taken from. */
      carried?: Carried;
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
   * `code`: the one that confirmed it, by its mail; MissingError when `most` wrong ones were typed for it meanwhile. `approval`: the
   * colleague who approves it; ConflictError where another one or none waits, and where one waits and none is named.
   */
  submit(
    change: {
      org: string;
      attestation: string;
      revision: number;
      declaration: Declaration;
      rating: NewRating;
      /** Of its longer texts, each once at a question. */
      marks?: readonly { readonly question: string; readonly mark: string }[];
      mail?: NewMail;
      code?: { readonly mail: string; readonly most: number };
      approval?: string;
      /**
       * Of a correction: decisions about what it corrects that it takes over, and what is left then. ConflictError where `basedOn`
       * is not the last place of what was decided there.
       */
      carried?: {
        readonly from: string;
        readonly basedOn: number;
        readonly decisions: readonly NewDecision[];
        readonly left: ReviewLeft;
      };
      /** Id of the user whose review it is from the start. */
      reviewer?: string;
    } & AuditedMany,
  ): Promise<{ readonly declaration: Declaration; readonly first: boolean }>;
  /**
   * Says of what was signed that it counts no more; it stays as it is, and its ratings too. The suppliers table shows the newest
   * rating of a submission that is not void, or what is expected before answers. Idempotent: one that is void already stays void
   * for its first reason, which is returned. MissingError unless it is signed, and by this supplier.
   */
  void(
    change: {
      org: string;
      attestation: string;
      supplier: string;
      voided: Void;
      summary: RatingSummaries;
    } & Audited,
  ): Promise<{ readonly voided: Void; readonly first: boolean }>;
  /** Every revision of every answer, oldest first. */
  history(
    org: string,
    id: string,
  ): Promise<readonly { question: string; revision: number; answer: Answer; savedAt: Date }[]>;
}
