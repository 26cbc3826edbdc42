import { decode } from "#app/services/team/supplier-file/decode";
import { detector } from "#app/services/team/supplier-file/encodings/detector";
import { oddness } from "#app/services/team/supplier-file/encodings/oddness";
import { longestRow } from "#app/services/team/supplier-file/rows";

/** First bytes of files that people take for lists. Office files of today are ZIP archives, older ones compound files. */
const spreadsheets = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const lookedBytes = 20_000;
/** Characters that no text has, and how many of them tell that a file is none: a list may have a NUL or two. */
const mostControls = 2;
const mostControlShare = 0.01;
/** What a list has no use for. A long one may have some, from where it was copied; the end mark of DOS stands at its end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
const strangers = /[\0-\x08\v\f\x0e-\x1f\x7f](?!$)/g;
/** A text read in its own encoding has hardly an odd character; bytes of a picture have every second. */
const mostOdd = 0.4;

/** What an upload is instead of text; undefined where it may be a list. */
export function unsupportedKind(bytes: Uint8Array): "spreadsheet" | "not-text" | undefined {
  if (spreadsheets.some((start) => start.every((byte, place) => bytes[place] === byte))) return "spreadsheet";
  const looked = bytes.subarray(0, lookedBytes);
  const { text, foundBy } = decode(looked);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the end mark of DOS and the line break of mainframes are text
  const controls = text.match(/[\ufffd\p{Cn}]|[^\P{Cc}\t\n\v\f\r\x1a\x85]/gu)?.length ?? 0;
  const isFull = controls > mostControls && controls > text.length * mostControlShare;
  const isGuess = foundBy === "plausibility" || foundBy === "unsure";
  // Of bytes that are no Unicode either, one in a hundred is enough: a short list has none.
  const isStrange = (text.match(strangers)?.length ?? 0) > text.length * mostControlShare;
  if (isFull || (isGuess && (isStrange || oddness(text) > mostOdd))) return "not-text";
  const { mimeType } = detector().detect(looked);
  return foundBy !== "mark" && mimeType !== null && /pdf|image|audio|video|zip|font/.test(mimeType)
    ? "not-text"
    : undefined;
}

/**
 * Whether a text has a line that no list has, told from its bytes alone: a line break is one byte in every encoding that a
 * list comes in, or one of two.
 */
export function hasEndlessLine(bytes: Uint8Array): boolean {
  let begun = 0;
  for (let at = bytes.indexOf(0x0a); ; at = bytes.indexOf(0x0a, begun)) {
    const end = at < 0 ? bytes.length : at;
    if (end - begun > longestRow && !hasOldBreak(bytes.subarray(begun, end))) return true;
    if (at < 0) return false;
    begun = at + 1;
  }
}

/** Lists of old Macintosh programs end their lines with a carriage return alone. */
function hasOldBreak(line: Uint8Array): boolean {
  for (let at = 0; at < line.length; at += longestRow)
    if (!line.subarray(at, at + longestRow).includes(0x0d)) return false;
  return true;
}
