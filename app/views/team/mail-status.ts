import type { MailStep, MailTrouble } from "#terms/recipients";

/** That all mails wait, and why. Times are written out. */
export type MailHoldView = {
  readonly trouble: MailTrouble;
  /** What the mail server said. */
  readonly said: string;
  readonly since: string;
  readonly next: string;
  /** Mails of the organisation that wait. */
  readonly waiting: number;
  /** The address that mails come from. */
  readonly sender: string;
};

/** What came of a test: the step that failed and what the mail server said, or nothing where all went well. */
export type MailTestView = {
  readonly test: "connection" | "mail";
  readonly failed?: { readonly step: MailStep | "no-server"; readonly said: string };
};
