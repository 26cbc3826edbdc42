import { isEmail } from "#app/services/team/sign-in/passwords/password-rules";
import { mostContacts } from "#terms/suppliers/contacts";
import { isPlaceholder } from "./placeholders";

export type MailAddress = { readonly email: string; readonly name?: string };

export type MailCell = {
  /** Each address once, in the order of the cell. */
  readonly addresses: readonly MailAddress[];
  /** What could not be read beside them; empty where all was. */
  readonly rest: string;
};

/** Longer cells hold no addresses but a letter. */
const longestCell = 2_000;

/** Something round an `@`, up to a sign that no address of practice has. */
const token = /[^\s@<>()[\]{},;:|/\\"“”„«»、，；]+@[^\s@<>()[\]{},;:|/\\"“”„«»、，；]+/gu;
const scheme = /mailto:/giu;
const afterAddress = /\?(?:subject|cc|bcc|body)=\S*/giu;
/** Words that come before or between addresses and say nothing. */
const labels =
  /(?<![\p{L}\p{N}])(?:e-?mail(?: address)?|mail|to|cc|and|or|und|oder|et|ou|y|o|e|i|ve|veya|и|или|和|或|及|と|및|và|hoặc|dan|atau|و|أو|และ|หรือ|এবং|ও)(?![\p{L}\p{N}@])/giu;

const trimmed = (address: string) => address.replace(/^['’`.*_]+|['’`.*_。．!?]+$/gu, "");

/** The words right before `<address>`, or in brackets right after an address. */
function nameBeside(before: string, after: string): { name: string; from: "before" | "after" } | undefined {
  const inFront = /([^<>@;,、，；|/\\]*|"[^"]*"\s*)<\s*$/u.exec(before);
  const front = inFront?.[1]?.replace(/["“”„«»]/gu, "").trim() ?? "";
  if (/\p{L}/u.test(front)) return { name: front, from: "before" };
  const behind = /^\s*\(([^()@<>]*\p{L}[^()@<>]*)\)/u.exec(after)?.[1]?.trim();
  return behind === undefined ? undefined : { name: behind, from: "after" };
}

/**
 * The addresses of a cell, out of whatever stands round them: `Ha <ha@x.example>`, `mailto:`, brackets, a full stop. "N/A" and
 * the like are no address and nothing left over.
 */
export function readMailCell(cell: string): MailCell {
  const text = cell.normalize("NFKC").replace(scheme, " ").replace(afterAddress, " ").trim();
  if (text === "" || isPlaceholder(text)) return { addresses: [], rest: "" };
  if (text.length > longestCell) return { addresses: [], rest: cell };
  const found = new Map<string, MailAddress>();
  let rest = "";
  let done = 0;
  for (const match of text.matchAll(token)) {
    const email = trimmed(match[0]);
    if (!isEmail(email) || found.size === mostContacts) continue;
    const end = match.index + match[0].length;
    const before = text.slice(done, match.index);
    const beside = nameBeside(before, text.slice(end));
    rest += beside?.from === "before" ? before.slice(0, before.lastIndexOf(beside.name)) : before;
    done = end + (beside?.from === "after" ? text.slice(end).indexOf(")") + 1 : 0);
    if (!found.has(email.toLowerCase())) found.set(email.toLowerCase(), { email, name: beside?.name });
  }
  rest = `${rest} ${text.slice(done)}`.replace(labels, " ").replace(/\s+/gu, " ").trim();
  return { addresses: [...found.values()], rest: isPlaceholder(rest) ? "" : rest };
}
