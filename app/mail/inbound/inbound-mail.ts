import type { BounceClass, InboundKind } from "#terms/mails/inbound";

/** One address of which a message tells. */
export type InboundRecipient = {
  readonly address: string;
  /** Only where the mail failed or waits. */
  readonly class?: BounceClass;
  /** The enhanced status code (RFC 3463), such as 5.1.1, where one is given. */
  readonly status?: string;
  /** What the server said, on one line of at most 500 characters; empty where it said nothing. */
  readonly said: string;
};

/** What a message that came in says, by itself: whom of ours it means is looked up elsewhere. */
export type InboundMail = {
  readonly kind: InboundKind;
  /** In the order in which the message names them; none where it is a reply. */
  readonly recipients: readonly InboundRecipient[];
  /** Message-IDs in angle brackets of the mails that it is about, the likeliest first. */
  readonly messageIds: readonly string[];
  /** Who wrote it, in small letters; empty where nobody is named. */
  readonly from: string;
  readonly subject: string;
  /** What a person would read in it, cut at 20,000 characters. */
  readonly text: string;
  /** The Feedback-Type of a complaint (RFC 5965, 7.3), such as "abuse". */
  readonly feedback?: string;
};

/** What one reader finds in a message. */
export type Finding = Pick<InboundMail, "kind" | "recipients" | "feedback">;

/** How much of a message is looked at, so that none takes long. */
export const limits = {
  /** Bytes of a message that are read: reports and what people write stand before what they attach. */
  bytes: 400_000,
  /** Bytes of the headers of one part: a From of 400,000 took two seconds to be cut into addresses. */
  headers: 65_536,
  /** How deep parts may lie in one another; real mails have fewer than ten. */
  depth: 40,
  /** Characters of one part, and of a message read as it stands. */
  characters: 100_000,
  parts: 200,
  /** Lines of a message; 400,000 bytes of base64 are 5300. */
  messageLines: 10_000,
  /** Lines of one part. */
  lines: 4000,
  /** Characters of a line; RFC 5322 (2.1.1) allows 998. */
  line: 2000,
  recipients: 200,
  messageIds: 20,
  text: 20_000,
  /** Characters of what is judged about one address. */
  judged: 4000,
  said: 500,
} as const;
