import type { LanguageTag } from "#app/i18n/languages";

/** What a mail says in one language, before it is drawn as text or HTML. */
export type MailBody = {
  language: LanguageTag;
  greeting: string;
  paragraphs: readonly string[];
  /** Words of the buyer, quoted, in the language they were written in. */
  quote?: { label: string; text: string; language: LanguageTag };
  facts: readonly (readonly [label: string, value: string])[];
  button: { label: string; href: string };
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
};

/** Sends one message, or throws what the mail server said. To be closed when the process ends. */
export type Mailer = { send(message: Message): Promise<void>; close(): void };
