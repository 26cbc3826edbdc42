import { detector } from "./detector";
import { countryHints } from "./hints";
import { bytesIn, type Encoding, encodingNamed, encodings, textIn } from "./list";
import { oddness } from "./oddness";

/** A way to read a file, with how well it fits: only the ratio of two weights means something. */
export type Reading = {
  readonly encoding: Encoding;
  readonly text: string;
  readonly weight: number;
  /** Tag of the language that the text looks like, where one is found. */
  readonly language?: string;
};

/** Encodings of a file that has no mark and is no UTF-8. */
const oldEncodings = encodings.filter((encoding) => !encoding.startsWith("utf-") && encoding !== "iso-2022-jp");
/** Programs of before Windows write few of the lists of today. */
const rare: readonly Encoding[] = oldEncodings.filter((encoding) => /^(mac|cp|koi8|iso-)/.test(encoding));
const rareWeight = 0.75;
/** What an encoding weighs that the library does not name, so that it is offered after all that it names. */
const unnamed = 0.002;
/** The encoding of most lists of most offices: the first to be offered where nothing tells. */
export const usual: Encoding = "windows-1252";
const usualWeight = 1.15;
/** Readings with more odd characters than this are not offered. */
const mostOdd = 0.5;

/** Languages that are written in an encoding; of one that is not here, any. */
const languagesOf: Readonly<Partial<Record<Encoding, readonly string[]>>> = {
  "windows-1250": ["pl", "cs", "sk", "hu", "ro", "hr", "sl", "bs", "sr", "sq", "de"],
  "iso-8859-2": ["pl", "cs", "sk", "hu", "ro", "hr", "sl", "bs", "sr", "sq", "de"],
  maccenteuro: ["pl", "cs", "sk", "hu"],
  cp852: ["pl", "cs", "sk", "hu", "ro", "hr", "sl"],
  "windows-1254": ["tr", "az"],
  macturkish: ["tr"],
  cp857: ["tr"],
  "windows-1257": ["lt", "lv", "et"],
  "windows-1258": ["vi"],
};
/** How much less a reading weighs that looks like a language which is not written so. */
const foreignWeight = 0.4;
/** How much more a reading weighs that is usual in a country which the list names. */
const hintWeight = 2;
/** How much a reading weighs in which some bytes mean nothing. */
const brokenWeight = 0.001;

function isWritten(language: string | undefined, encoding: Encoding): boolean {
  const written = languagesOf[encoding];
  return language === undefined || written === undefined || written.includes(language);
}

type Found = { readonly confidence: number; readonly language?: string };

function detected(bytes: Uint8Array): ReadonlyMap<Encoding, Found> {
  const found = new Map<Encoding, Found>();
  for (const { encoding: name, confidence, language } of detector().detectAll(bytes)) {
    const encoding = encodingNamed(name);
    if (!encoding || (found.get(encoding)?.confidence ?? 0) >= confidence) continue;
    found.set(encoding, { confidence, language: language ?? undefined });
  }
  return found;
}

/** Names in capitals are read as small letters too: the library has learnt from texts, and small letters of one encoding are the capitals of another. */
function detectedInSmall(text: string, encoding: Encoding): Found | undefined {
  const beyond = text.replace(/\p{ASCII}/gu, "");
  const capitals = beyond.replace(/[^\p{Lu}]/gu, "").length;
  if (capitals <= beyond.replace(/[^\p{Ll}]/gu, "").length) return undefined;
  return detected(bytesIn(text.toLowerCase(), encoding)).get(encoding);
}

/** How usual an encoding is in a list: of today's programs, of the languages it is for, of the countries that are named. */
function usualness(encoding: Encoding, language: string | undefined, hints: readonly Encoding[]): number {
  const factors = [
    encoding === usual ? usualWeight : 1,
    rare.includes(encoding) ? rareWeight : 1,
    isWritten(language, encoding) ? 1 : foreignWeight,
    hints.includes(encoding) ? hintWeight : 1,
  ];
  return factors.reduce((product, factor) => product * factor);
}

/**
 * The ways to read a text of an old code page, best first; of those that come to the same text only the best. Ranked by what
 * the library finds, by how odd each reads, and by the countries that the text names.
 * @param bytes lines with bytes beyond ASCII
 */
export function rankReadings(bytes: Uint8Array): readonly Reading[] {
  const found = detected(bytes);
  const hints = countryHints(Buffer.from(bytes).toString("latin1"));
  const readings = oldEncodings.flatMap((encoding): Reading[] => {
    const text = textIn(bytes, encoding);
    const odd = oddness(text);
    if (odd > mostOdd) return [];
    const isBroken = text.includes("\ufffd");
    const small = isBroken ? undefined : detectedInSmall(text, encoding);
    const best = [found.get(encoding), small].reduce((one, other) =>
      (other?.confidence ?? 0) > (one?.confidence ?? 0) ? other : one,
    );
    const fits = ((best?.confidence ?? 0) + unnamed) * (1 - odd) ** 6 * (isBroken ? brokenWeight : 1);
    return [{ encoding, text, weight: fits * usualness(encoding, best?.language, hints), language: best?.language }];
  });
  readings.sort((one, other) => other.weight - one.weight);
  return readings.filter(({ text }, place) => readings.findIndex((other) => other.text === text) === place);
}
