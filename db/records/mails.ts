import type { AddressState, InboundWay, InboundWhat } from "#terms/mails/inbound";
import type { MailTrouble } from "#terms/recipients";

/** Where a mail stands. It stays `queued` between two tries, and without a mail server, and is read under Settings, Mail. */
export type MailState = "queued" | "sent" | "failed";

/**
 * A mail as data: it is written out when sent or shown, so that no link is ever stored.
 * `messageId` is fixed when queued: a second copy after a crash carries the same one.
 */
export type Mail = {
  readonly org: string;
  readonly id: string;
  readonly kind:
    | "invitation"
    | "receipt"
    | "reminder"
    | "code"
    | "colleague"
    | "question"
    | "answer"
    | "approval"
    | "returned"
    | "given-back"
    | "actions"
    | "actions-due"
    | "asked-again";
  readonly invitation: string;
  /** Id of the supplier's colleague that it goes to; absent for all other mails. */
  readonly colleague?: string;
  /** Id of the message of a help thread that it tells of; absent for all other mails. */
  readonly help?: string;
  readonly to: string;
  readonly language: string;
  readonly messageId: string;
  readonly state: MailState;
  /** How often it was tried. */
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly sentAt?: Date;
  readonly lastError?: string;
  /** Which reminder it is, from 1; absent for all other mails. */
  readonly round?: number;
};

/**
 * A code that was asked for to confirm a signature: `mail` brings it. It is good for one revision of the attestation and one
 * statement, by its hash. What the code is stands nowhere.
 */
export type SigningCode = {
  readonly org: string;
  readonly attestation: string;
  readonly mail: string;
  readonly revision: number;
  readonly statementHash: string;
  readonly askedAt: Date;
  /** How many wrong codes were typed for it. */
  readonly tries: number;
};

/**
 * That all mails wait, because the mail server or its settings have to be mended. There is one for the whole program, and the
 * last one is kept when it is over.
 */
export type MailHold = {
  readonly trouble: MailTrouble;
  /** What the mail server said, without the address of any recipient. */
  readonly said: string;
  readonly since: Date;
  /** How often it was tried since then, in vain. */
  readonly tries: number;
  /** When one mail is tried again. */
  readonly dueAt: Date;
  /** Ids of mails that the mail server refused in words that spoke of all: if others get through, it was about them. */
  readonly refused: readonly string[];
  /** Absent while it lasts. */
  readonly endedAt?: Date;
};

/** A message that came in. Of one that names no mail of ours nothing is kept but what it is, who wrote it and its subject. */
export type InboundMail = {
  readonly org: string;
  readonly id: string;
  /** SHA-256 of what is the same of a message, whichever way it comes. */
  readonly key: string;
  readonly way: InboundWay;
  readonly receivedAt: Date;
  readonly what: InboundWhat;
  /** The enhanced status code (RFC 3463), where one is given. */
  readonly status?: string;
  /** What the server said; empty where it said nothing. */
  readonly said: string;
  readonly from: string;
  readonly subject: string;
  /** Id of the mail of ours that it is about, and of its invitation. */
  readonly mail?: string;
  readonly invitation?: string;
};

/** What a message that came in told of one address of a contact. It counts while the contact has that address. */
export type ContactState = {
  readonly org: string;
  /** Id of the message that told of it. */
  readonly inbound: string;
  readonly contact: string;
  /** In lower case. */
  readonly address: string;
  readonly state: AddressState;
  readonly status?: string;
  readonly said: string;
  readonly since: Date;
  /** When somebody said that the address works. */
  readonly endedAt?: Date;
};
