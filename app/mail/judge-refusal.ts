import type { Refusal } from "#app/domain/mail-error";
import type { MailTrouble } from "#terms/recipients";

/**
 * Whose fault it is that a mail was not taken. `server`: all mails have to wait for somebody to mend it; `mayBeOne` where the
 * reply came to a recipient or a message, so that it may be about that one after all. `mail`: it is about this mail alone.
 */
export type Verdict =
  | { readonly whose: "server"; readonly trouble: MailTrouble; readonly mayBeOne: boolean }
  | { readonly whose: "mail"; readonly isFinal: boolean };

/** The second and third figure of an enhanced status code (RFC 3463), such as 1.1 of "550 5.1.1 No such mailbox". */
const detailOf = /^\d{3}[ -][245]\.(\d{1,3}\.\d{1,3})\b/;

const says = {
  tls: /certificate|\b(?:ssl|tls)\b|starttls|wrong version number/i,
  limit: /quota|limit|too many|too fast|\brates?\b|exceed|throttl|\bdaily\b|per (?:day|hour|minute)/i,
  full: /(?:mailbox|inbox)\b.{0,40}\b(?:full|quota|exceed|storage)|over ?quota|is full|storage allocation/i,
  tooBig: /(?:message|mail|size).{0,30}(?:too (?:big|large)|size|exceeds)/i,
  greylist: /gr[ae]y ?-?list/i,
  relay: /\brelay/i,
  sender:
    /sender|from address|not owned by|client host|\behlo\b|\bhelo\b|block(?:ed using|list)|blacklist|spamhaus|reverse|not verified|authenticat|dmarc|\bspf\b|\bdkim\b/i,
  recipient: /recipient|no such|unknown|mailbox (?:unavailable|not found)|does not exist/i,
};

const aboutThis = (isFinal: boolean): Verdict => ({ whose: "mail", isFinal });

/**
 * Judges by the step at which the mail failed and by the reply: the codes of RFC 5321 and RFC 3463 first, the words of the
 * usual servers (Postfix, Exim, Exchange, Gmail, Amazon) where one code is used for several things.
 */
export function judgeRefusal(refusal: Refusal): Verdict {
  const { step, reply = 0, said } = refusal;
  switch (step) {
    case "not-offered":
      return aboutThis(true);
    case "tls":
    case "login":
      return aboutAll(says.tls.test(said) && reply !== 535 ? "tls" : step);
    case "connection":
      return aboutAll(says.tls.test(said) ? "tls" : reply !== 0 && says.limit.test(said) ? "quota" : "connection");
    case "sender":
      return judgeSender(reply, said);
    case "recipient":
    case "message":
      return judgeOne(step, reply, said);
  }
}

function aboutAll(trouble: MailTrouble, mayBeOne = false): Verdict {
  return { whose: "server", trouble, mayBeOne };
}

/** What every step after the login may be refused with. */
function notSignedIn(reply: number, said: string): MailTrouble | undefined {
  if (reply === 421) return says.limit.test(said) ? "quota" : "connection";
  if (reply !== 530 && reply !== 534 && reply !== 535 && reply !== 538) return undefined;
  return says.tls.test(said) ? "tls" : "login";
}

function judgeSender(reply: number, said: string): Verdict {
  const [, detail = ""] = detailOf.exec(said) ?? [];
  const unsigned = notSignedIn(reply, said);
  if (unsigned) return aboutAll(unsigned);
  if (detail === "3.4" || (reply === 552 && says.tooBig.test(said))) return aboutThis(true);
  if (detail === "1.7" || detail === "1.8") return aboutAll("sender");
  const isLimit = says.limit.test(said) || detail === "4.5" || detail.startsWith("3.");
  return aboutAll(isLimit || (reply < 500 && !says.sender.test(said)) ? "quota" : "sender");
}

/** A reply to one recipient or one message. `detail`: see `detailOf`. */
type Reply = {
  readonly step: "recipient" | "message";
  readonly reply: number;
  readonly detail: string;
  readonly said: string;
};

const whole = (trouble: MailTrouble) => aboutAll(trouble, true);
const asItSays = ({ reply }: Reply) => aboutThis(reply >= 500);

/** The first that fits judges. */
const rules: readonly (readonly [fits: (reply: Reply) => boolean, verdict: (reply: Reply) => Verdict])[] = [
  [({ detail }) => detail === "1.7" || detail === "1.8", () => whole("sender")],
  [({ detail }) => detail === "4.5", () => whole("quota")],
  [({ detail, said }) => detail === "2.2" || says.full.test(said), () => aboutThis(false)],
  [({ detail }) => detail === "3.4", () => aboutThis(true)],
  [({ step, said }) => step === "message" && says.tooBig.test(said), () => aboutThis(true)],
  [({ detail }) => /^[1246]\./.test(detail), asItSays],
  [({ said }) => says.greylist.test(said), () => aboutThis(false)],
  [({ said }) => says.relay.test(said), () => whole("login")],
  [({ said }) => says.sender.test(said), () => whole("sender")],
  [({ detail, said }) => /^3\.|^5\.3$/.test(detail) || says.limit.test(said), () => whole("quota")],
  [({ step, said }) => step === "recipient" && says.recipient.test(said), asItSays],
  [({ detail }) => detail.startsWith("7."), ({ reply }) => whole(reply >= 500 ? "sender" : "quota")],
  // Without more than a number: 452 is "insufficient storage" of the server, 552 of the mailbox (RFC 5321, 4.2.3).
  [({ step, reply }) => step === "recipient" && reply === 452, () => whole("quota")],
  [({ step, reply }) => step === "recipient" && reply === 552, () => aboutThis(false)],
  [({ step }) => step === "recipient", asItSays],
  // Nothing in our mails differs but names and the link: what refuses one message refuses them all.
  [({ reply }) => reply >= 500, () => whole("sender")],
];

function judgeOne(step: Reply["step"], reply: number, said: string): Verdict {
  const unsigned = notSignedIn(reply, said);
  if (unsigned) return whole(unsigned);
  const given = { step, reply, said, detail: detailOf.exec(said)?.[1] ?? "" };
  const rule = rules.find(([fits]) => fits(given));
  return rule ? rule[1](given) : aboutThis(false);
}
