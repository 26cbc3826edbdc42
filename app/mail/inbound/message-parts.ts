import PostalMime, { type Attachment, type Email } from "postal-mime";
import { limits } from "./inbound-mail";

/** A message cut into what the readers of this folder look at. All of it is bounded by `limits`. */
export type MessageParts = {
  /** The first value of a header by its name in small letters; empty where it is not there. */
  readonly header: (name: string) => string;
  readonly subject: string;
  readonly from: string;
  /** What a person would read. */
  readonly text: string;
  /** The machine-readable parts of reports, where there are any. */
  readonly statusReport?: string;
  readonly feedbackReport?: string;
  /** The mail that came back, or its headers. */
  readonly original?: string;
  /** Everything below the headers of the message, as it stands. */
  readonly raw: string;
};

const statusTypes = /^message\/(?:global-)?delivery-status$/;
const feedbackTypes = /^message\/feedback-report$/;
const originalTypes = /^(?:message\/(?:rfc822|global|partial)|(?:text\/rfc822|message\/global)-headers)$/;

/** Reads the first bytes of a message. Broken ones are read as far as they go: this never throws for what stands in them. */
export async function readParts(message: Uint8Array): Promise<MessageParts> {
  const bytes = beginningOf(message);
  const raw = decode(bytes).replaceAll("\r\n", "\n");
  const email = await parse(bytes);
  const headers = email ? parsedHeaders(email) : rawHeaders(raw);
  const body = cut(raw.slice(Math.max(raw.indexOf("\n\n"), 0)));
  const attachments = email?.attachments.slice(0, limits.parts) ?? [];
  const part = (types: RegExp) => contentOf(attachments.filter(({ mimeType }) => types.test(mimeType)));
  return {
    header: (name) => headers.get(name) ?? "",
    subject: (email?.subject ?? headers.get("subject") ?? "").slice(0, limits.line),
    from: email?.from?.address?.toLowerCase() ?? addressIn(headers.get("from") ?? ""),
    text: textOf(email, attachments) || body,
    statusReport: part(statusTypes),
    feedbackReport: part(feedbackTypes),
    original: part(originalTypes),
    raw: body,
  };
}

/** The first bytes, and no more lines than limits say: a parser takes its time over each of them. */
function beginningOf(message: Uint8Array): Uint8Array {
  const bytes = message.subarray(0, limits.bytes);
  let end = -1;
  for (let line = 0; line < limits.messageLines; line += 1) {
    end = bytes.indexOf(10, end + 1);
    if (end < 0) return bytes;
  }
  return bytes.subarray(0, end);
}

async function parse(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: limits.depth,
      maxHeadersSize: limits.headers,
    });
  } catch {
    // Too deep, too many headers: what stands in it is read as text.
    return undefined;
  }
}

function textOf(email: Email | undefined, attachments: readonly Attachment[]): string {
  const written = email?.text?.trim() || plainOf(email?.html ?? "");
  // Some programs attach the words of a bounce as a file of text, and write nothing else.
  return cut(written || contentOf(attachments.filter(({ mimeType }) => mimeType === "text/plain")) || "");
}

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["nbsp", " "],
  ["amp", "&"],
]);

function plainOf(html: string): string {
  return cut(html)
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]{0,200}>/gi, "\n")
    .replace(/<[^<>]{0,2000}>/g, " ")
    .replace(/&(lt|gt|nbsp|amp);/g, (entity, name: string) => entities.get(name) ?? entity)
    .trim();
}

function contentOf(parts: readonly Attachment[]): string | undefined {
  if (parts.length === 0) return undefined;
  return cut(parts.map(({ content }) => (typeof content === "string" ? content : decode(content))).join("\n\n"));
}

/** The first of a name counts: those below it came from elsewhere. */
const parsedHeaders = (email: Email): ReadonlyMap<string, string> =>
  new Map(email.headers.map(({ key, value }) => [key, value] as const).reverse());

function rawHeaders(raw: string): ReadonlyMap<string, string> {
  const end = raw.indexOf("\n\n");
  const lines = cut(end < 0 ? raw : raw.slice(0, end))
    .replace(/\n[ \t]/g, " ")
    .split("\n");
  return new Map(
    lines.map(
      (line) => [line.split(":", 1)[0]?.toLowerCase() ?? "", line.slice(line.indexOf(":") + 1).trim()] as const,
    ),
  );
}

/** The value of a header of a mail that lies in another, folded lines and all; empty where it is not there. */
export function headerIn(text: string, name: string): string {
  return new RegExp(`^${name}: ?(.*(?:\\n[ \\t].*){0,5})`, "im").exec(text)?.[1] ?? "";
}

/** The first mail address in a text, in small letters. */
export function addressIn(text: string): string {
  return /[^\s<>"'(),:;@[\]]{1,64}@[^\s<>"'(),:;@[\]]{1,255}/.exec(text.slice(0, limits.line))?.[0].toLowerCase() ?? "";
}

const decode = (bytes: Uint8Array | ArrayBuffer): string => new TextDecoder().decode(bytes);

/** Bounds a text in characters, in lines and in characters a line. */
function cut(text: string): string {
  return text
    .slice(0, limits.characters)
    .replaceAll("\r\n", "\n")
    .split("\n", limits.lines)
    .map((line) => line.slice(0, limits.line))
    .join("\n");
}
