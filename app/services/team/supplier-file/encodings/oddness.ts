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

type Traits = {
  readonly isLetter: boolean;
  readonly isLower: boolean;
  readonly isUpper: boolean;
  readonly script: number;
};

/** Looking a character up in the tables of Unicode takes a microsecond for each table, and lists have the same ones again and again. */
const known = new Map<string, Traits>();
const mostKnown = 30_000;

function traitsOf(sign: string): Traits {
  const before = known.get(sign);
  if (before) return before;
  const traits = {
    isLetter: /[\p{L}\p{M}]/u.test(sign),
    isLower: /\p{Ll}/u.test(sign),
    isUpper: /\p{Lu}/u.test(sign),
    script: /\p{M}/u.test(sign) ? -1 : scripts.findIndex((script) => script.test(sign)),
  };
  if (known.size < mostKnown) known.set(sign, traits);
  return traits;
}

const isLetter = (sign: string) => traitsOf(sign).isLetter;
const east = scripts.length - 1;

/** Two letters beside each other that no word has so: of two scripts, or a capital after a small letter. */
function clashes(before: string, after: string): boolean {
  const [one, other] = [traitsOf(before), traitsOf(after)];
  if (!one.isLetter || !other.isLetter) return false;
  if (one.script < 0 || other.script < 0 || one.script === other.script) return one.isLower && other.isUpper;
  // "PT服装" and "LG화학" are names; a small letter against an ideograph is half of something else.
  if (one.script === east) return other.isLower;
  return other.script === east ? one.isLower : true;
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
