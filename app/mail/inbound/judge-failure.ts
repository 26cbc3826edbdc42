import type { BounceClass } from "#terms/mails/inbound";
import { meaningOf } from "./bounce-words";

/** What a report gives about one address. */
export type Evidence = {
  /** What the refusing server said, without what the reporting program adds. */
  readonly said: string;
  /** The words of the reporting program about this address. */
  readonly told: string;
  readonly status: string;
};

/** After the content of the mail was handed over: a filter speaks then, often in the words of an unknown address. */
const afterContent =
  /(?:after|following|in reply to|our) (?:the )?(?:end of |final )?data\b|(?:^|\n)\s{0,8}>>> ?(?:data|\.)\s*(?:\n|$)|smtp command\s{0,5}\n\s{0,5}data\b/i;
/** Before the recipient was named: then it can only be about the sender or its server. */
const beforeRecipient =
  /(?:after|following|in reply to|our) (?:mail from|initial connection|helo|ehlo)\b|(?:^|\n)\s{0,8}>>> ?(?:mail from|helo|ehlo)\b|\[mail_from\]|(?:sender|my name) was rejected|smtp command\s{0,5}\n\s{0,5}mail\b/i;
/** At the recipient; a server that is sent several commands at once says it after DATA, and then asks where the recipient is. */
const atRecipient =
  /(?:after|following|in reply to|our) rcpt\b|(?:^|\n)\s{0,8}>>> ?rcpt\b|\[rcpt_to\]|does not like recipient|smtp command\s{0,5}\n\s{0,5}rcpt\b|need rcpt|no valid recipients|recipient address rejected:/i;

/** Replies that the content of a mail never gets (RFC 5321, 4.3.2), unlike 550 and 554. */
const onlyForRecipients = /\b55[13][ -]/;

/** Status codes (RFC 3463, 3.2 and 3.5) of an address or a domain that is not there. */
const deadCodes = /^5\.(?:1\.(?:0|1|2|3|6|10|351)|4\.4)$/;

/** Words that are about nothing but an address that is not there. */
const unmistakable =
  /by that name|(?:local|virtual|relay) (?:recipient|alias|mailbox)\w* (?:domain )?table|recip(?:ient)?notfound|(?:recipient|user|is) no longer|recipient name is not recogni[sz]ed|^\W{0,5}unknown recipient$|final delivery userid|address book|not listed in|unknown user:|user not exist|unrouteable address|mx records point to non-existent|\b(?:domain|host)(?: name)? (?:\S{1,80} )?(?:does not exist|unknown|not found)|(?:unknown|invalid|no such|unrouteable) (?:domain|host)|null ?mx|no (?:valid )?mx\b/i;

/**
 * Judges by the words first, for one code is used for many things, and by the code where no words are known. An address is
 * `hard` only where words or an unmistakable code say so and nothing speaks against it.
 */
export function judgeFailure(evidence: Evidence): BounceClass {
  const { said, told, status } = evidence;
  const all = `${told}\n${said}`;
  const isAboutSender = beforeRecipient.test(all) && !atRecipient.test(all) && /\b5\d\d[ -]/.test(said);
  const meant = meaningOf(said);
  if ((meant ?? "hard") === "hard" && isAboutSender) return "blocked";
  if (meant) return meant === "hard" && !isSure(evidence) ? unsure(all) : meant;
  const read = meaningOf(told);
  // What a server said that nobody understands may be anything: the reporting program's reading of it is a guess.
  if (read === "hard") return /[a-z]{3}/i.test(said) || !isSure(evidence) ? unsure(all) : "hard";
  return read ?? byCode(status, said);
}

/** Words of an unknown address that do not count: after the content they are a filter's. */
const unsure = (all: string): BounceClass => (afterContent.test(all) && !atRecipient.test(all) ? "blocked" : "soft");

function isSure(evidence: Evidence): boolean {
  const { said, told, status } = evidence;
  const all = `${told}\n${said}`;
  if (status.startsWith("4") || /^\W{0,5}4\d\d[ -]/.test(said)) return false;
  if (atRecipient.test(all)) return true;
  const words = said || told;
  // A code of policy beside words about the address, or an answer that hides the address: the words may be a filter's mask.
  if (status.startsWith("5.7.") || hidden.test(words)) return false;
  if (onlyForRecipients.test(words) || unmistakable.test(words)) return true;
  return isSureByCode(evidence, words, all);
}

function isSureByCode({ said, told, status }: Evidence, words: string, all: string): boolean {
  if (afterContent.test(all) && status !== "5.1.1") return false;
  // 5.2.1 is a mailbox that is closed, unless a report quotes a server that names the address as unknown.
  if (status === "5.2.1") return /@[^\n]{1,200}user unknown/i.test(said) && !told.includes(said);
  // Rules of a filter are set to say that a mailbox does not exist; that a user or a recipient is unknown, they are not.
  return deadCodes.test(status) && (namesUser.test(words) || !justMailbox.test(words));
}

const hidden = /\b55\d ?:? ?: *\n? *user unknown/i;
const justMailbox = /\bmail ?box (?:does not exist|not found|unavailable)/i;
const namesUser = /unknown (?:user|recipient)|(?:user|recipient) unknown/i;

function byCode(status: string, said: string): BounceClass {
  if (/^[45]\.2\.2$/.test(status)) return "full";
  if (/^5\.7\.\d/.test(status)) return "blocked";
  return /^5\.1\.(?:1|10)$/.test(status) && !/[a-z]{3}/i.test(said) ? "hard" : "soft";
}
