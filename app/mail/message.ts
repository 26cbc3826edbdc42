import type { LanguageTag } from "#app/i18n/languages";

/** What a mail says in one language, before it is drawn as text or HTML. */
export type MailBody = {
  language: LanguageTag;
  greeting: string;
  paragraphs: readonly string[];
  /** Words of the buyer, quoted, in the language they were written in. */
  quote?: { label: string; text: string; language: LanguageTag };
  facts: readonly (readonly [label: string, value: string])[];
  /** Absent where there is nothing to press. */
  button?: { label: string; href: string };
  notes: readonly string[];
  footer: string;
  unsubscribe?: { label: string; href: string };
};

/** A mail ready to be sent or shown. `headers` are those beyond what every mail has. */
export type Message = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers: Readonly<Record<string, string>>;
  /** Where answers go, if not to the sender: one plain address. */
  replyTo?: string;
  /** The Message-ID of the mail that this one belongs below. */
  inReplyTo?: string;
  references?: string;
};

/** A way to a mail server. To be closed when the process ends. */
export type Mailer = {
  /** Hands over one message. @throws {MailError} with the step at which it was not taken, and what the server said */
  send(message: Message): Promise<void>;
  /** Connects and signs in, and sends nothing. Throws as `send` does. */
  verify(): Promise<void>;
  close(): void;
};
