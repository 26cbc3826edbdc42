import type { Attestation, Carried, Return, ReturnedQuestion, Stand, StandIn } from "#db/records";
import type { Audited, AuditedMany } from "#db/store/audit";
import type { NewInvitation } from "#db/store/campaigns/invitations";
import type { NewMail } from "#db/store/campaigns/mails";
import type { Answer } from "#questionnaires/answers";

/** One with the name of whoever wrote it, as it is known now. */
export type NamedReturnedQuestion = ReturnedQuestion & { readonly name?: string };

/** A return with how far its answer is. */
export type SentReturn = Return & {
  readonly reference: string;
  readonly invitation: string;
  /** Name of whoever sent it, as it is known now. */
  readonly name?: string;
  readonly startedAt?: Date;
  readonly answeredAt?: Date;
};

/** One with whom it went to; `zone`: of its campaign, in which its due date is meant. */
export type OpenReturn = SentReturn & {
  readonly supplier: { readonly id: string; readonly name: string };
  readonly zone: string;
  /** Id and version of what was asked. */
  readonly questionnaire: string;
  readonly version: number;
};

/** An answer as it was signed, which the correction begins with. */
export type KeptAnswer = {
  readonly question: string;
  readonly answer: Answer;
  readonly carried: Carried;
  readonly standIn?: StandIn;
};

type Named = { readonly org: string; readonly attestation: string; readonly question: string };

/** Questions of what was signed that suppliers are asked again. */
export interface ReturnStore {
  /** All of an attestation, on the list or sent, in the order in which they were written. */
  questions(org: string, attestation: string): Promise<readonly NamedReturnedQuestion[]>;
  /** What was sent of an attestation, newest first, called back or not. */
  sent(org: string, attestation: string): Promise<readonly SentReturn[]>;
  get(org: string, id: string): Promise<SentReturn | undefined>;
  /** Returns that wait for their supplier, and those that were answered and not looked at in full; of one campaign or of all. */
  counts(org: string, campaign?: string): Promise<{ readonly waiting: number; readonly answered: number }>;
  /** The same, with whom each went to: those that wait by their due date, the others in the order in which they were answered. */
  open(
    org: string,
    ask: { state: "waiting" | "answered"; campaign?: string; most: number },
  ): Promise<readonly OpenReturn[]>;
  /**
   * Puts a question on the list of what goes back, with a comment, or changes the comment. MissingError unless it was signed and is
   * not void.
   * @returns "full" where `most` are on it, "sent" where something was sent and not called back: nothing was written then
   */
  put(
    change: Named & { comment: string; user: string; at: Date; most: number } & Audited,
  ): Promise<"put" | "full" | "sent">;
  /** Takes a question off the list. @returns whether it was on it */
  takeOff(change: Named & Audited): Promise<boolean>;
  /**
   * Sends the list, once: invitation, link, attestation with what stays as it was, and mail, all or nothing. ConflictError where the
   * list is not `questions` with these comments any more; MissingError unless it was signed and is not void; TakenError for a
   * reference that somebody else took.
   * @returns "there" where something was sent and not called back: nothing was written then
   */
  send(
    change: {
      org: string;
      returned: Omit<Return, "calledBackAt" | "questions">;
      /** As whoever sends read them. */
      questions: readonly Pick<ReturnedQuestion, "question" | "comment">[];
      invitation: NewInvitation & { readonly unsubscribedAt?: Date };
      correction: Attestation;
      answers: readonly KeptAnswer[];
      /** Ids for the documents that come along, by the id of each. */
      evidence: ReadonlyMap<string, string>;
      stands: readonly Stand[];
      mail?: NewMail;
    } & AuditedMany,
  ): Promise<"sent" | "there">;
  /**
   * Calls back what was sent, so that its link ends and its questions stand on the list again. Idempotent. MissingError where there
   * is none.
   * @returns "answered" where its supplier signed already: nothing was written then
   */
  callBack(change: { org: string; id: string; at: Date } & Audited): Promise<"called-back" | "there" | "answered">;
  /** Accepts the new answer to a question. MissingError unless it was answered. @returns whether it was not accepted before */
  accept(change: Named & { user: string; at: Date } & Audited): Promise<boolean>;
}
