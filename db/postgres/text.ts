const nul = "\u0000";
/** Begins each of the two pairs that stand for NUL and for itself. */
const first = "\u0001";
const pairOfNul = "\u0001\u0001";
const pairOfEscape = "\u0001\u0002";

/**
 * PostgreSQL keeps no NUL in a text. It is kept as a pair of characters, and so is the one that begins the pair; code points
 * still sort as they did.
 */
export function escapeNul(text: string): string {
  return text.replaceAll(first, pairOfEscape).replaceAll(nul, pairOfNul);
}

export function unescapeNul(text: string): string {
  if (!text.includes(first)) return text;
  let plain = "";
  for (let at = 0; at < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (pair !== pairOfNul && pair !== pairOfEscape) plain += text[at];
    else {
      plain += pair === pairOfNul ? nul : first;
      at += 1;
    }
  }
  return plain;
}
