import { limits } from "./inbound-mail";

/** One address that a text for people names as failed, with what is said of it. */
export type ToldRecipient = { readonly address: string; readonly told: string };

/** Where the mail that came back begins, or its headers. */
const originalBegins =
  /^[\s>|*_-]{0,60}(?:(?:this|below this line|below|enclosed|included|the following) is a copy of|(?:(?:start|begin|beginning) of )?(?:the )?(?:headers? of the )?(?:original|unsent|returned|attached) (?:message|mail)(?: headers?)?(?: is)?(?: follow\w*|:|[\s>|*_-]{0,60}$)|message (?:log )?(?:headers?|text) follows?|copy of (?:the|your) message)|^(?:received|return-path|dkim-signature|x-originating-ip): ?\S/i;

const address = /[^\s<>"'(),:;@[\]=|]{1,64}@[^\s<>"'(),:;@[\]=|]{1,255}/;
const alone = new RegExp(`^[\\s>]{0,12}["'<]{0,2}(${address.source})(?=[>"':\\s,]|<mailto|$)`);
const named = new RegExp(
  `(?:deliver\\w*|recipients?|mailbox(?: is full)?|address(?:es)?|userid|user|rcpt to|message|mailing list)\\b[^@\\n]{0,60}[\\s<:"'(](${address.source})`,
  "i",
);
const refused = new RegExp(`^(?:<<< )?[45]\\d\\d[ -][^@\\n]{0,40}<(${address.source})>`);

/** The part of a bounce that stands above the mail that came back. */
export function aboveOriginal(text: string): string {
  const lines = text.split("\n");
  const end = lines.findIndex((line, at) => at > 0 && originalBegins.test(line));
  return (end < 0 ? lines : lines.slice(0, end)).join("\n");
}

/**
 * Finds whom a text for people names, in its order. What is said of one goes from the line with its address to the line with
 * another's; where there is but one, all of the text is about it. `ours` are addresses that are never meant.
 */
export function findTold(text: string, ours: ReadonlySet<string>): readonly ToldRecipient[] {
  const blocks = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of text.split("\n")) {
    const found = addressOf(line, ours);
    if (found && (blocks.has(found) || blocks.size < limits.recipients)) {
      current = blocks.get(found) ?? [];
      blocks.set(found, current);
    }
    current?.push(line);
  }
  if (blocks.size === 1)
    return [...blocks.keys()].map((only) => ({ address: only, told: text.slice(0, limits.judged) }));
  return [...blocks].map(([one, lines]) => ({ address: one, told: lines.join("\n").slice(0, limits.judged) }));
}

function addressOf(line: string, ours: ReadonlySet<string>): string | undefined {
  const found = [alone, refused, named].map((pattern) =>
    pattern
      .exec(line)?.[1]
      ?.toLowerCase()
      .replace(/[.>]+$/, ""),
  );
  return found.find((one) => one && !ours.has(one));
}

/** What a server said in a text for people: from its first refusal to the next line of another. Empty where none is quoted. */
export function serverWords(told: string): string {
  const lines = told.split("\n");
  const found = [/^[^\n]{0,200}?\b5[05]\d[ -][^\n]/, /^[^\n]{0,200}?\b4[2-5]\d[ -][^\n]/].map((reply) =>
    lines.findIndex((line) => reply.test(line)),
  );
  const start = found.find((at) => at >= 0);
  if (start === undefined) return /\b(?:said|returned was|reasons?|error)\s?:\s?([\s\S]{1,600})/i.exec(told)?.[1] ?? "";
  const code =
    /\b[45]\d\d(?=[ -])/.exec(lines[start]?.slice(Math.max(0, lines[start].search(/\b[45][025]\d[ -]/))) ?? "")?.[0] ??
    "";
  const rest = lines.slice(start + 1);
  const end = rest.findIndex(
    (line) => !line.trim() || (/^\W{0,6}\d{3}[ -]/.test(line) && !line.includes(code)) || /^>>>/.test(line),
  );
  const first = lines[start]?.replace(new RegExp(`^[^\\n]{0,200}?(?=\\b${code}[ -])`), "") ?? "";
  return [first, ...(end < 0 ? rest : rest.slice(0, end))].slice(0, 12).join("\n");
}
