import { unzipSync } from "fflate";

/** What an Office file holds or fetches that opens by itself or with a click. */
export type OfficeFinding = "macros" | "holds-files" | "remote" | "unknown";

/** Kinds of parts by what the file itself says of them, in its list of kinds and in the links between parts. */
const signs: readonly (readonly [OfficeFinding, RegExp])[] = [
  ["macros", /vbaproject|macroenabled|macrosheet|vbadata|activex|\/control"|ms-excel\.addin/],
  ["holds-files", /oleobject|\/package"|\.(?:exe|bat|cmd|js|vbs|ps1|scr|hta|lnk|jar|msi)"/],
];

/** Links of these kinds to another place are followed when the file is opened. */
const followed = /attachedtemplate|subdocument|\/frame"|oleobject|\/package"|externallinkpath\/xlstartup/;

const folders = /(?:^|\/)(?:embeddings|activex|macrosheets|dialogsheets)\//;
const fetching = /<(?:\w+:)?(?:ddelink|olelink)\b/;

/** Parts that say what the others are, and bytes that all of them may unpack to: of Office's own they have some thousands. */
const told = /^\[content_types\]\.xml$|\.rels$|^xl\/externallinks\/[^/]+\.xml$/;
const most = { parts: 2_000, bytes: 20_000_000 };

/** The text of an XML part in its own encoding, its characters by number written out, in lower case. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding)
    .decode(bytes)
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/'/g, '"')
    .toLowerCase();
}

/** One link of a `.rels` part to another place. */
const isFollowed = (text: string) =>
  (text.match(/<(?:\w+:)?relationship\b[^>]*>/g) ?? []).some(
    (link) => /targetmode\s*=\s*"external"/.test(link) && followed.test(link),
  );

/**
 * Looks into an Office file (at most 20 MB) for macros under any name, files inside it and templates that are fetched from
 * elsewhere. Only the parts that describe the others are unpacked; "unknown" is a file whose parts cannot be read.
 */
export function findInOffice(bytes: Uint8Array): OfficeFinding | undefined {
  const names: string[] = [];
  let unpacked = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        const lower = name.toLowerCase();
        names.push(lower);
        if (!told.test(lower)) return false;
        unpacked += originalSize;
        if (names.length > most.parts || unpacked > most.bytes) throw new Error("more than any Office program writes");
        return true;
      },
    });
  } catch {
    return "unknown";
  }
  const described = Object.entries(parts).map(([name, part]) => [name.toLowerCase(), textOf(part)] as const);
  // Where a link of a text leads to is anybody's word.
  const own = described.map(([, text]) => text.replace(/<(?:\w+:)?relationship\b[^>]*hyperlink"[^>]*>/g, ""));
  if (names.some((name) => folders.test(name))) {
    return names.some((name) => /(?:activex|macrosheets|dialogsheets)\//.test(name)) ? "macros" : "holds-files";
  }
  for (const [finding, sign] of signs) if (own.some((text) => sign.test(text))) return finding;
  if (described.some(([name, text]) => name.endsWith(".rels") && isFollowed(text))) return "remote";
  return described.some(([, text]) => fetching.test(text)) ? "remote" : undefined;
}
