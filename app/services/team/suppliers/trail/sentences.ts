import type { Action, AuditDetails } from "#db/audit";
import type { Mail } from "#db/records";
import type { Words } from "./detail-words";

export type Details<A extends Action> = AuditDetails<A>["details"];

/**
 * `times`: how often it happened in a row, where events that follow each other are told as one. `byProduct`: nobody did it,
 * it followed from what somebody did. `mailOf`: what became of a mail that an event names. `tellsAll`: the reader sees answers on
 * North Korean labour, and so scores, how often something was saved, and fingerprints of all answers.
 */
export type Told = {
  readonly t: Words;
  readonly language: string;
  readonly times: number;
  readonly byProduct: boolean;
  readonly tellsAll: boolean;
  readonly mailOf: MailOf;
  /** The mail that the event itself is about, where it is known. */
  readonly mail?: ReturnType<MailOf>;
};
export type MailOf = (id: string) => Pick<Mail, "kind" | "state" | "lastError"> | undefined;

/** One sentence, without its full stop, for each of these actions: one without words does not compile. */
export type Sentences<Of extends Action> = { readonly [A in Of]: (details: Details<A>, told: Told) => string };
