import type { Colleague } from "#db/records";
import type { Audited } from "#db/store/audit";
import type { NewMail } from "#db/store/campaigns/mails";

export type NewColleague = Omit<Colleague, "openedAt" | "withdrawnAt" | "returnNote" | "erasedAt"> & {
  readonly tokenHash: string;
};

/** An answer whose newest revision a colleague gave, with their name as it is known now. */
export type AnswerOfColleague = { readonly question: string; readonly id: string; readonly name: string };

type Named = { readonly org: string; readonly attestation: string; readonly id: string };

/** Whom suppliers asked to answer a part of an attestation. */
export interface ColleagueStore {
  /** All of an attestation, taken back or not, in the order in which they were asked. */
  list(org: string, attestation: string): Promise<readonly Colleague[]>;
  get(org: string, id: string): Promise<Colleague | undefined>;
  /** By the SHA-256 of the token of their newest link; not scoped, because the token is the key. */
  byToken(tokenHash: string): Promise<Colleague | undefined>;
  /** Whose session it is, by its hash; `undefined` for all other sessions. */
  bySession(org: string, sessionHash: string): Promise<Colleague | undefined>;
  /** The questions whose newest answer a colleague gave. */
  answers(org: string, attestation: string): Promise<readonly AnswerOfColleague[]>;
  /**
   * Asks one more, unless `most` were asked before, taken back or not. LockedError when no answers are taken any more.
   * @returns "there" where one of this id was asked already: nothing was written
   */
  ask(change: { colleague: NewColleague; most: number; mail?: NewMail } & Audited): Promise<"asked" | "there" | "full">;
  /**
   * Gives them a new link, at the address named; the one before opens nothing any more, nor do sessions begun with it.
   * MissingError unless `generation` is the one after theirs and they are still asked.
   */
  renew(
    change: Named &
      Pick<NewColleague, "email" | "generation" | "linkGeneration" | "tokenHash"> & { mail?: NewMail } & Audited,
  ): Promise<void>;
  /**
   * Takes back what was asked: link and sessions end, mails that wait are not sent, answers stay. Idempotent. MissingError for
   * one that is not of this attestation. `returned`: what they wrote and the mail that says so, where they gave it back themselves.
   * @returns whether it did: not where it was done before
   */
  withdraw(
    change: Named & { at: Date; returned?: { readonly note: string; readonly mail?: NewMail } } & Audited,
  ): Promise<boolean>;
}
