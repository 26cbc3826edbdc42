import iconv from "iconv-lite";

/**
 * Every encoding that Excel and older programs write in the countries of the sixteen languages, in the order in which they are
 * offered. Each with the names under which jschardet finds it; parts of it, such as ISO 8859-1 of Windows-1252, are among them.
 */
const known = {
  "utf-8": ["UTF-8"],
  "utf-16le": [],
  "utf-16be": [],
  "windows-1252": ["Windows-1252", "ISO-8859-1", "iso8859-15"],
  "windows-1250": ["Windows-1250"],
  "windows-1251": ["Windows-1251"],
  "windows-1253": ["Windows-1253", "ISO-8859-7"],
  "windows-1254": ["Windows-1254", "ISO-8859-9"],
  "windows-1255": ["Windows-1255", "ISO-8859-8"],
  "windows-1256": ["Windows-1256"],
  "windows-1257": ["Windows-1257", "ISO-8859-13"],
  "windows-1258": ["cp1258"],
  "windows-874": ["CP874", "TIS-620"],
  gb18030: ["GB18030"],
  big5: ["Big5"],
  shift_jis: ["CP932", "SHIFT_JIS"],
  "euc-jp": ["EUC-JP"],
  "iso-2022-jp": ["ISO-2022-JP"],
  "euc-kr": ["CP949", "EUC-KR"],
  macintosh: ["MacRoman"],
  macturkish: ["MacTurkish"],
  maccenteuro: ["MacLatin2"],
  maccyrillic: ["MacCyrillic"],
  "koi8-r": ["KOI8-R", "koi8-u"],
  "iso-8859-2": ["ISO-8859-2"],
  "iso-8859-5": ["ISO-8859-5"],
  "iso-8859-6": ["ISO-8859-6"],
  cp437: ["cp437"],
  cp850: ["cp850", "cp858"],
  cp852: ["cp852"],
  cp857: ["cp857"],
  cp866: ["IBM866", "cp1125"],
} as const;

export type Encoding = keyof typeof known;

export const encodings = Object.keys(known) as [Encoding, ...Encoding[]];

export function findEncoding(name: string | null): Encoding | undefined {
  return encodings.find((encoding) => encoding === name);
}

const byDetectedName = new Map<string, Encoding>(
  encodings.flatMap((encoding) => known[encoding].map((name) => [name, encoding] as const)),
);

/** The encoding that jschardet names so; undefined for one that no list comes in. */
export function encodingNamed(name: string | null): Encoding | undefined {
  return name === null ? undefined : byDetectedName.get(name);
}

/**
 * The text that bytes are in an encoding, its letters composed (NFC): Windows-1258 keeps the tones of Vietnamese apart. Bytes
 * that mean nothing become U+FFFD; a mark at the start is never part of the text.
 */
export function textIn(bytes: Uint8Array, encoding: Encoding): string {
  const text = decoded(bytes, encoding);
  return encoding === "windows-1258" || encoding === "macintosh" ? text.normalize("NFC") : text;
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  // What iconv-lite does not know, or does with fewer marks for what is broken.
  if (encoding.startsWith("utf-") || encoding === "iso-2022-jp") return new TextDecoder(encoding).decode(bytes);
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

/** The bytes that a text is in an encoding of one of the old code pages. */
export function bytesIn(text: string, encoding: Encoding): Uint8Array {
  return iconv.encode(text, encoding);
}
