import { namesInZip } from "./zip-names";

/** The kinds of documents that are taken, and why the others are not. */
export const evidenceFileTypes = {
  pdf: { media: "application/pdf", extensions: ["pdf"] },
  jpg: { media: "image/jpeg", extensions: ["jpg", "jpeg"] },
  png: { media: "image/png", extensions: ["png"] },
  xlsx: { media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extensions: ["xlsx"] },
  docx: { media: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", extensions: ["docx"] },
} as const;

export type EvidenceFileType = keyof typeof evidenceFileTypes;

export const refusedTypes = [
  "empty",
  "macros",
  "holds-files",
  "remote",
  "script",
  "locked",
  "virus",
  "old-office",
  "archive",
  "program",
  "web-page",
  "picture",
  "video",
  "text",
  "unknown",
] as const;

export type RefusedType = (typeof refusedTypes)[number];

type Bytes = { readonly bytes: number; readonly head: Uint8Array; readonly tail: Uint8Array };
export type DetectedType =
  | { readonly type: EvidenceFileType; readonly refused?: undefined }
  /** `type`: what it would be without what it is refused for. */
  | { readonly refused: RefusedType; readonly type?: EvidenceFileType };

const signatures: readonly (readonly [at: number, bytes: string, DetectedType])[] = [
  [0, "%PDF-", { type: "pdf" }],
  [257, "ustar", { refused: "archive" }],
  [0, "\xff\xd8\xff", { type: "jpg" }],
  [0, "\x89PNG\r\n\x1a\n", { type: "png" }],
  [0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", { refused: "old-office" }],
  [0, "MZ", { refused: "program" }],
  [0, "\x7fELF", { refused: "program" }],
  [0, "#!", { refused: "program" }],
  [0, "Rar!", { refused: "archive" }],
  [0, "7z\xbc\xaf\x27\x1c", { refused: "archive" }],
  [0, "\x1f\x8b", { refused: "archive" }],
  [0, "GIF8", { refused: "picture" }],
  [0, "II*\0", { refused: "picture" }],
  [0, "MM\0*", { refused: "picture" }],
  [8, "WEBP", { refused: "picture" }],
  [4, "ftyphei", { refused: "picture" }],
  [4, "ftypmif1", { refused: "picture" }],
  [4, "ftyp", { refused: "video" }],
  [0, "\x1a\x45\xdf\xa3", { refused: "video" }],
];

/** Tells a file by its bytes alone. Nothing is unpacked: of an Office file only the list of its parts is read. */
export function detectFileType(file: Bytes): DetectedType {
  if (file.bytes === 0) return { refused: "empty" };
  // latin1 reads one character from each byte.
  const head = Buffer.from(file.head).toString("latin1");
  const known = signatures.find(([at, bytes]) => head.startsWith(bytes, at));
  if (known) return known[2];
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return officeType(file);
  const webPage = isWebPage(head);
  if (!webPage && hasPdfHeader(head)) return { type: "pdf" };
  if (head.includes("\0")) return { refused: "unknown" };
  return { refused: webPage ? "web-page" : "text" };
}

function isWebPage(head: string): boolean {
  return /^\s*<|<(?:html|svg|script|!doctype)\b/i.test(head.replace(/^\xef\xbb\xbf/, ""));
}

/** Readers of PDF look for its header in so many bytes: mail, printers and editors put lines or a mark before it. */
const pdfHeaderWithin = 1024;

/** A text that speaks of the header, and a script with a PDF in it, have it within a line. */
function hasPdfHeader(head: string): boolean {
  const header = /%PDF-\d/.exec(head.slice(0, pdfHeaderWithin + "%PDF-1".length));
  if (!header || header.index >= pdfHeaderWithin) return false;
  const line =
    head
      .slice(0, header.index)
      .split(/[\r\n]/)
      .at(-1) ?? "";
  return !/[\x21-\x7e]/.test(line);
}

/** Macros in an Office file, and embedded documents that may have macros: they open with a double click. */
const macros = /vbaproject\.bin$|\.(?:docm|dotm|xlsm|xltm|xlam|pptm|ppam)$/;

function officeType(file: Bytes): DetectedType {
  const names = namesInZip(file);
  if (!names?.has("[content_types].xml")) return { refused: "archive" };
  const type = names.has("xl/workbook.xml") ? "xlsx" : names.has("word/document.xml") ? "docx" : undefined;
  if ([...names].some((name) => macros.test(name))) return { refused: "macros", ...(type && { type }) };
  return type ? { type } : { refused: "archive" };
}
