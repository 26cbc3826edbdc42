import { plausibility } from "./plausibility";

/** Encodings a list of suppliers may come in, in the order they are offered. Names as WHATWG has them. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "gb18030", "shift_jis"] as const;
export type Encoding = (typeof encodings)[number];

export function findEncoding(name: string | null): Encoding | undefined {
  return encodings.find((encoding) => encoding === name);
}

export type Decoded = {
  readonly text: string;
  readonly encoding: Encoding;
  /** How it was known: a mark at the start, because nothing else fits, by how it reads, or because a person said so. */
  readonly foundBy: "mark" | "validity" | "plausibility" | "choice";
  /** Whether some bytes mean nothing in this encoding; they show as U+FFFD. */
  readonly broken: boolean;
};

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

function markOf(bytes: Uint8Array): Encoding | undefined {
  return marks.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte))?.[0];
}

function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: text with Latin letters, digits and separators has every other byte zero. */
function looksLikeUtf16(bytes: Uint8Array): Encoding | undefined {
  const looked = bytes.subarray(0, 4000);
  let even = 0;
  let odd = 0;
  for (let place = 0; place < looked.length; place++) if (looked[place] === 0) place % 2 === 0 ? even++ : odd++;
  const pairs = looked.length / 2;
  if (odd > pairs * 0.3 && even < pairs * 0.05) return "utf-16le";
  if (even > pairs * 0.3 && odd < pairs * 0.05) return "utf-16be";
  return undefined;
}

function detect(bytes: Uint8Array): { encoding: Encoding; foundBy: Decoded["foundBy"] } {
  const marked = markOf(bytes);
  if (marked) return { encoding: marked, foundBy: "mark" };
  const wide = looksLikeUtf16(bytes);
  if (wide) return { encoding: wide, foundBy: "plausibility" };
  if (isValid(bytes, "utf-8")) return { encoding: "utf-8", foundBy: "validity" };
  const candidates = (["windows-1252", "gb18030", "shift_jis"] as const).filter((encoding) => isValid(bytes, encoding));
  const ranked = candidates
    .map((encoding) => ({ encoding, score: plausibility(bytes, encoding) }))
    .sort((one, other) => other.score - one.score);
  return {
    encoding: ranked[0]?.encoding ?? "windows-1252",
    foundBy: ranked.length === 1 ? "validity" : "plausibility",
  };
}

/** Reads the bytes of a text file. `choice` overrides what would be found. A mark at the start is never part of the text. */
export function decode(bytes: Uint8Array, choice?: Encoding): Decoded {
  const { encoding, foundBy } = choice ? { encoding: choice, foundBy: "choice" as const } : detect(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, foundBy, broken: text.includes("\uFFFD") };
}
