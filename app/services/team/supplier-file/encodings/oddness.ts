/** Signs that stand within or beside words in their own right: apostrophes, dashes, dots and quotation marks. */
const usualSigns = /[\u00a0·‘’‚“”„«»‹›–—‐‑…•°ºª®™©、。・「」（），：；“”《》〈〉×]/u;
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Thai}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
];
const isLetter = (sign: string) => /[\p{L}\p{M}]/u.test(sign);
const isLower = (sign: string) => /\p{Ll}/u.test(sign);
const isUpper = (sign: string) => /\p{Lu}/u.test(sign);

function scriptOf(sign: string): number {
  return /\p{M}/u.test(sign) ? -1 : scripts.findIndex((script) => script.test(sign));
}

/** Two letters beside each other that no word has so: of two scripts, or a capital after a small letter. */
function clashes(one: string, other: string): boolean {
  if (!isLetter(one) || !isLetter(other)) return false;
  const [first, second] = [scriptOf(one), scriptOf(other)];
  if (first >= 0 && second >= 0 && first !== second) {
    // "PT服装" and "LG화학" are names; a small letter against an ideograph is half of something else.
    const isEast = first === 6 || second === 6;
    return isEast ? isLower(first === 6 ? other : one) : true;
  }
  return isLower(one) && isUpper(other);
}

/** How odd a character beyond ASCII is where it stands: 0 for what words have, 1 for what none has. */
function oddnessOf(before: string, sign: string, after: string): number {
  if (/[\ufffd\p{Co}\p{Cn}\p{Cc}]/u.test(sign)) return 1;
  // Accents without their letter, ligatures and letters that only phonetics uses.
  if (/[\p{Sk}\u02b0-\u02ff\u00ad]/u.test(sign)) return 1;
  if (/[\uff61-\uff9f\ufb00-\ufb06ƒ]/u.test(sign)) return 0.5;
  if (isLetter(sign)) return clashes(before, sign) || clashes(sign, after) ? 1 : 0;
  if (usualSigns.test(sign)) return 0;
  return isLetter(before) || isLetter(after) ? 1 : 0.3;
}

/**
 * How odd a text reads, 0 to 1: the share of its characters beyond ASCII that no word has where they stand, such as a sign
 * between two letters or letters of two scripts beside each other. Bytes read in the wrong encoding are full of them.
 */
export function oddness(text: string): number {
  let all = 0;
  let odd = 0;
  let before = "";
  const signs = [...text];
  for (const [place, sign] of signs.entries()) {
    if (sign > "\u007f") {
      all++;
      odd += oddnessOf(before, sign, signs[place + 1] ?? "");
    }
    before = sign;
  }
  return all === 0 ? 0 : odd / all;
}
