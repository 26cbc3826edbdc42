type Judged = "windows-1252" | "gb18030" | "shift_jis";

/** One character beyond ASCII: its first byte, its second one if it has two, and whether ASCII stands on both sides. */
type Sign = { lead: number; trail: number | undefined };

function* signs(bytes: Uint8Array, isLead: (byte: number) => boolean): Generator<Sign> {
  for (let place = 0; place < bytes.length; place++) {
    const lead = bytes[place] ?? 0;
    if (lead < 0x80) continue;
    const trail = isLead(lead) ? bytes[place + 1] : undefined;
    if (trail !== undefined) place++;
    yield { lead, trail };
  }
}

const within = (byte: number | undefined, from: number, to: number) => byte !== undefined && byte >= from && byte <= to;

// GB 2312 holds what everyday Chinese needs: rows B0 to F7 are its characters, A1 to A3 its signs and full-width letters.
const isUsualChinese = ({ lead, trail }: Sign) =>
  within(trail, 0xa1, 0xfe) && (within(lead, 0xb0, 0xf7) || within(lead, 0xa1, 0xa3));

// Kana, the first level of kanji and the signs of row 81. A single byte is half-width kana, rare in lists.
const isUsualJapanese = ({ lead, trail }: Sign) =>
  within(trail, 0x40, 0xfc) && (within(lead, 0x81, 0x84) || within(lead, 0x88, 0x9f) || within(lead, 0xe0, 0xea));

/** Of Western letters few stand side by side beyond ASCII; in another encoding read as Western nearly all do. */
function westernShare(bytes: Uint8Array): number {
  let all = 0;
  let usual = 0;
  for (let place = 0; place < bytes.length; place++) {
    const byte = bytes[place] ?? 0;
    if (byte < 0x80) continue;
    all++;
    const alone = !within(bytes[place - 1], 0x80, 0xff) && !within(bytes[place + 1], 0x80, 0xff);
    const letterOrSign =
      byte >= 0xc0 || within(byte, 0x91, 0x97) || [0x80, 0x85, 0xa0, 0xa9, 0xab, 0xae, 0xb0, 0xbb].includes(byte);
    if (alone && letterOrSign) usual++;
  }
  return all === 0 ? 1 : usual / all;
}

/**
 * How much bytes read like a language written in an encoding, 0 to 1: the share of characters beyond ASCII that are usual
 * there. Looks at the first 200,000 bytes.
 */
export function plausibility(bytes: Uint8Array, encoding: Judged): number {
  const looked = bytes.subarray(0, 200_000);
  if (encoding === "windows-1252") return westernShare(looked);
  const isUsual = encoding === "gb18030" ? isUsualChinese : isUsualJapanese;
  const isLead = encoding === "gb18030" ? (byte: number) => byte >= 0x81 && byte <= 0xfe : isJapaneseLead;
  let all = 0;
  let usual = 0;
  for (const sign of signs(looked, isLead)) {
    all++;
    if (isUsual(sign)) usual++;
  }
  return all === 0 ? 0 : usual / all;
}

function isJapaneseLead(byte: number): boolean {
  return within(byte, 0x81, 0x9f) || within(byte, 0xe0, 0xfc);
}
