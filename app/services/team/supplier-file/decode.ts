import { evidence } from "./encodings/evidence";
import { type Encoding, encodings, findEncoding, textIn } from "./encodings/list";
import { type Reading, rankReadings, usual } from "./encodings/rank";

export { type Encoding, encodings, findEncoding };

/** A way a file may be read, with names from it as they would stand there. */
export type OfferedReading = { readonly encoding: Encoding; readonly names: readonly string[] };

export type Decoded = {
  readonly text: string;
  readonly encoding: Encoding;
  /**
   * How it was known: a mark at the start; plain letters only, which every encoding reads the same; because no other encoding
   * makes such bytes; by how it reads; not for sure; because a person said so; or because a workbook is no text, and says
   * what its letters are.
   */
  readonly foundBy: "mark" | "ascii" | "validity" | "plausibility" | "unsure" | "choice" | "workbook";
  /** Whether some bytes mean nothing in this encoding; they show as U+FFFD. */
  readonly broken: boolean;
  /** Where it is not sure: the best readings, best first. */
  readonly readings: readonly OfferedReading[];
  /** Tag of the language that the names look like, where it was found. */
  readonly looksLike?: string;
};

type Found = Pick<Decoded, "encoding" | "foundBy" | "looksLike"> & { readonly readings?: Decoded["readings"] };

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
/** A second reading that weighs more than this share of the first may be the right one. */
const closeShare = 0.72;
const mostOffered = 3;

function markOf(bytes: Uint8Array): Encoding | undefined {
  return marks.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte))?.[0];
}

/**
 * UTF-16 without a mark: its separators and line breaks, which every list has, are a zero and a plain byte. Read so, all of it
 * is text, which no other bytes are.
 */
function looksLikeUtf16(bytes: Uint8Array): Encoding | undefined {
  const looked = bytes.subarray(0, 4000);
  if (bytes.length % 2 !== 0 || !looked.includes(0)) return undefined;
  return (["utf-16le", "utf-16be"] as const).find((encoding) => {
    const text = textIn(looked, encoding);
    return /[\n\r]/.test(text) && !/[\ufffd\p{Cn}\p{Co}\p{Cs}]|[^\P{Cc}\n\r\t]/u.test(text);
  });
}

/** Whether bytes are UTF-8, but for a few: a file cut off in the middle of a letter, or one line put in by another program. */
function isUtf8(text: string): boolean {
  if (!text.includes("\ufffd")) return true;
  const broken = text.split("\ufffd").length - 1;
  const letters = text.replace(/[\p{ASCII}\ufffd]/gu, "").length;
  return letters >= broken * 10;
}

function detect(bytes: Uint8Array): Found {
  const encoding = markOf(bytes);
  if (encoding) return { encoding, foundBy: "mark" };
  const wide = looksLikeUtf16(bytes);
  if (wide) return { encoding: wide, foundBy: "plausibility" };
  const lines = evidence(bytes);
  if (lines.length === 0) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is how it switches from letters to ideographs
    const isSwitched = /\x1b\$[@B]/.test(Buffer.from(bytes).toString("latin1"));
    return isSwitched ? { encoding: "iso-2022-jp", foundBy: "validity" } : { encoding: "utf-8", foundBy: "ascii" };
  }
  if (isUtf8(textIn(lines, "utf-8"))) return { encoding: "utf-8", foundBy: "validity" };
  return foundAmong(rankReadings(lines));
}

function foundAmong(ranked: readonly Reading[]): Found {
  const [best, second] = ranked;
  if (!best) return { encoding: "windows-1252", foundBy: "unsure", readings: [] };
  const { encoding, language: looksLike } = best;
  const isSure = !second || second.weight < best.weight * closeShare;
  if (isSure) return { encoding, foundBy: "plausibility", looksLike };
  return { encoding, foundBy: "unsure", looksLike, readings: offered(bestOf(ranked)) };
}

/** The readings that are offered: the best, and the usual one among them. */
function bestOf(ranked: readonly Reading[]): readonly Reading[] {
  const best = ranked.slice(0, mostOffered);
  const common = ranked.find((reading) => reading.encoding === usual);
  return common && !best.includes(common) ? [...best.slice(0, mostOffered - 1), common] : best;
}

/** The same cells in each reading: those that differ, names before headings. */
function offered(readings: readonly Reading[]): readonly OfferedReading[] {
  const lines = readings.map(({ text }) => text.split("\n"));
  const places = (lines[0] ?? [])
    .map((_, line) => line)
    .filter((line) => new Set(lines.map((all) => all[line])).size > 1);
  const shown = [...places.slice(1), ...places.slice(0, 1)].slice(0, 3);
  return readings.map(({ encoding }, at) => ({
    encoding,
    names: shown.map((line) => cellBeyondAscii(lines[at]?.[line] ?? "")),
  }));
}

function cellBeyondAscii(line: string): string {
  const cells = line.split(/[,;\t|]/).map((cell) => cell.replace(/^[\s"]+|[\s"]+$/g, ""));
  return (cells.find((cell) => /\P{ASCII}/u.test(cell)) ?? line).slice(0, 80);
}

/** Reads the bytes of a text file. `choice` overrides what would be found. A mark at the start is never part of the text. */
export function decode(bytes: Uint8Array, choice?: Encoding): Decoded {
  const found: Found = choice ? { encoding: choice, foundBy: "choice" } : detect(bytes);
  const text = textIn(bytes, found.encoding);
  return { readings: [], ...found, text, broken: text.includes("\ufffd") };
}
