/**
 * How a mail to one address failed. `hard`: there is no such mailbox or domain. `full`: it is there and has no room. `blocked`:
 * it is there, and the sender, its server or what was written was refused. `soft`: anything else, and whatever is unsure.
 */
export type BounceClass = "hard" | "soft" | "full" | "blocked";

/**
 * What a message that came in is. `bounce`: not delivered, for good. `delay`: still being tried. `delivered`: a report that
 * nothing went wrong. `complaint`: a feedback report (RFC 5965), or a wish to get no more. `auto-reply`: written by a program for a person who may be
 * away. `reply`: written by a person, as far as one can tell. `unreadable`: nothing was found in it.
 */
export type InboundKind = "bounce" | "delay" | "delivered" | "complaint" | "auto-reply" | "reply" | "unreadable";

/** What a message that came in is, in one word: a bounce by its class. */
export type InboundWhat = Exclude<InboundKind, "bounce"> | BounceClass;

/** By which way a message came in. */
export type InboundWay = "file" | "api";

/** How the address of a contact stands: nothing more is sent to one that `fails` or has `complained`; the others are only known. */
export type AddressState = "fails" | "complained" | "full" | "blocked" | "soft";

/** States in which nothing more is sent. */
export const stoppingStates: readonly AddressState[] = ["fails", "complained"];
