import { setImmediate as yieldToOthers } from "node:timers/promises";
import { promisify } from "node:util";
import { inflate as inflateCallback } from "node:zlib";

const inflate = promisify(inflateCallback);

/** What makes a PDF do something, or hold what nobody can look into. */
export type PdfFinding = "script" | "locked";

/** A name of PDF in any of its spellings: `/JavaScript` is `/J#61vaScript` too (ISO 32000-1, 7.3.5). */
function nameIn(name: string): RegExp {
  const signs = [...name].map((sign) => `(?:${sign}|#${sign.charCodeAt(0).toString(16)})`);
  return new RegExp(`/${signs.join("")}(?![\\w.-])`, "i");
}

/** Actions that run something, and forms of XFA, which carry scripts of their own. */
const active = ["JavaScript", "Launch", "XFA"].map(nameIn);
const locked = nameIn("Encrypt");
const objectStream = nameIn("ObjStm");
const flate = nameIn("FlateDecode");
const otherFilters = ["ASCIIHexDecode", "ASCII85Decode", "LZWDecode", "RunLengthDecode", "Crypt", "Predictor"].map(
  nameIn,
);

/** Bytes looked at in one go, of which the last ones are looked at again: a name may lie across. */
const window = 1_000_000;
const overlap = 64;

/** Bytes before a stream in which its description stands, and bytes that all packed objects may unpack to. */
const longestDescription = 4_000;
const mostUnpacked = 64_000_000;

async function* textsOf(bytes: Buffer): AsyncGenerator<string> {
  for (let at = 0; at < bytes.length; at += window) {
    yield bytes.toString("latin1", Math.max(0, at - overlap), at + window);
    await yieldToOthers();
  }
}

type Packed = { readonly description: string; readonly from: number };

/** Where streams with objects in them begin. Newer PDFs pack most of what they are made of into such. */
function* packedObjects(bytes: Buffer): Generator<Packed> {
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 6)) {
    const before = bytes.toString("latin1", Math.max(0, at - longestDescription), at);
    const description = before.slice(before.lastIndexOf(" obj") + 1);
    if (!before.endsWith("end") && objectStream.test(description)) {
      const lineEnd = bytes[at + 6] === 0x0d ? (bytes[at + 7] === 0x0a ? 2 : 1) : 1;
      yield { description, from: at + 6 + lineEnd };
    }
  }
}

/** The text of packed objects; undefined where they are packed in a way that no usual program writes. */
async function unpack(bytes: Buffer, { description, from }: Packed, most: number): Promise<string | undefined> {
  const end = bytes.indexOf("endstream", from);
  const packed = bytes.subarray(from, end < 0 ? undefined : end);
  if (otherFilters.some((filter) => filter.test(description))) return undefined;
  if (!flate.test(description)) return packed.toString("latin1");
  try {
    // Bytes after the end of what is packed, such as a line break, are no fault.
    return (await inflate(packed, { maxOutputLength: Math.max(1, most) })).toString("latin1");
  } catch {
    return undefined;
  }
}

/**
 * Looks for scripts and actions in a PDF (at most 20 MB), also in what is packed. "locked" is a PDF whose objects cannot be
 * read, so that nobody could say what it does.
 */
export async function findInPdf(bytes: Buffer): Promise<PdfFinding | undefined> {
  let isLocked = false;
  for await (const text of textsOf(bytes)) {
    if (active.some((name) => name.test(text))) return "script";
    isLocked ||= locked.test(text);
  }
  let left = mostUnpacked;
  for (const packed of packedObjects(bytes)) {
    const text = isLocked ? undefined : await unpack(bytes, packed, left);
    if (text === undefined) return "locked";
    if (active.some((name) => name.test(text))) return "script";
    left -= text.length;
  }
  return undefined;
}
