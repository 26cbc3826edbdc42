import type { HelpMessage } from "#db/records";
import type { Audited } from "#db/store/audit";
import type { NewMail } from "#db/store/campaigns/mails";

export type NewHelpMessage = Omit<HelpMessage, "answeredAt">;

/** A message with the name of the colleague or the person of the team who wrote it, as it is known now. */
export type NamedHelpMessage = HelpMessage & { readonly name?: string };

/** A supplier's message that nobody answered, with what it is about. */
export type OpenHelpMessage = NamedHelpMessage & {
  readonly reference: string;
  /** The version that was asked. */
  readonly questionnaire: string;
  readonly version: number;
  readonly supplier: { readonly id: string; readonly name: string };
  readonly campaign: { readonly id: string; readonly name: string };
};

/** `there`: one of this id is kept already; `full`: there are `most` by this side. Nothing is written then. */
export type HelpOutcome = "kept" | "there" | "full";

/** `most`: messages of the same side about the attestation; `mails`: to whoever is told. */
type HelpChange = { readonly message: NewHelpMessage; readonly most: number; readonly mails?: readonly NewMail[] };

/** What suppliers ask their buyer about questions, and what it answers. */
export interface HelpStore {
  get(org: string, id: string): Promise<HelpMessage | undefined>;
  /** The messages about a question, or about all of an attestation, in the order in which they were written. */
  messages(org: string, attestation: string, question?: string): Promise<readonly NamedHelpMessage[]>;
  /** What nobody answered yet, the oldest first; of one campaign or of all. */
  open(org: string, ask: { campaign?: string; most: number }): Promise<readonly OpenHelpMessage[]>;
  /** Questions with a message that nobody answered, of one campaign or of all. */
  countOpen(org: string, campaign?: string): Promise<number>;
  /**
   * Keeps what a supplier asks. LockedError when no answers are taken any more, but for what was signed, and for a colleague who
   * was taken back.
   */
  ask(change: HelpChange & Audited): Promise<HelpOutcome>;
  /** Keeps what the buyer answers: everything that was asked about the question before counts as answered. MissingError where nothing was. */
  answer(change: HelpChange & Audited): Promise<HelpOutcome>;
}
