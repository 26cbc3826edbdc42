/**
 * Characters that a person never means, removed wherever they stand: controls (tab and line feed stay), halves of characters,
 * marks of byte order and none at all, object placeholders, soft hyphens, word joiners, invisible operators, Hangul fillers, and
 * everything that turns round the direction of what follows (embeddings, overrides, isolates), for it would make a text be read as
 * another one. Left in place are what words need: joiners (U+200C, U+200D), word breaks of Thai and Khmer (U+200B), marks of
 * direction (U+200E, U+200F, U+061C) and variation selectors.
 */
const unmeant =
  /(?![\t\n])[\p{Cs}\p{Cc}\u00ad\u2028-\u202e\u2060-\u206f\u3164\uffa0\ufeff\ufff0-\ufffc\ufffe\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}]/gu;

/** Tags spell the flags of countries within countries after a black flag; anywhere else they are hidden text. */
const tags = /\u{1f3f4}[\u{e0030}-\u{e007a}]{3,6}\u{e007f}|[\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]/gu;

/** Shows nothing where it stands alone: what Unicode says may be ignored, spaces, controls, blanks of scripts, and marks without a letter. */
const showsNothing = /^[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\p{M}\s\u2800\ufffc\u{13441}\u{13442}\u{1d159}]*$/u;

/** Has ink at first sight: nearly every text, so that the long list is seldom asked. */
const hasInk = /[!-~\p{L}\p{N}]/u;
/** Letters by their class that are drawn as nothing: Hangul fillers and blanks of hieroglyphs. */
const blankLetters = /[\u115f\u1160\u3164\uffa0\u{13441}\u{13442}]/u;

/** Whether a text is one that nobody can see: a text that shows nothing is no answer and nobody's name. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first > 0x20 && first < 0x7f) return false;
  if (hasInk.test(text) && !blankLetters.test(text)) return false;
  return showsNothing.test(text);
}

/** What is cut off at the beginning. */
const invisibleStart = /^[\p{Default_Ignorable_Code_Point}\p{Z}\s\u2800]+/u;
/** What is cut off at the end; what follows a letter belongs to it. */
const space = /^[\p{Z}\s\u200b\u200e\u200f\u061c\u2800]$/u;
const joiner = /^(?:\u200c|\u200d|[\ufe00-\ufe0f])$/u;

/** A line as people meant it: NFC, one line, nothing that is not meant, no space round it; "" when nothing of it shows. */
export function cleanLine(typed: string): string {
  return cleaned(typed.replace(/[\s\u0085\u3164\uffa0]/gu, " ")).replace(/ {2,}/g, " ");
}

/** Several lines as people meant them; line ends become `\n`. "" when nothing of them shows. */
export function cleanLines(typed: string): string {
  return cleaned(typed.replace(/\r\n?|[\u2028\u2029\u0085]/gu, "\n"));
}

function cleaned(text: string): string {
  if (isBlank(text)) return "";
  const meant = text.replace(unmeant, "").replace(tags, (found) => (found.startsWith("\u{1f3f4}") ? found : ""));
  return withoutInvisibleEnd(meant.normalize("NFC").replace(invisibleStart, ""));
}

/** Goes backwards: a pattern for the end would look at each space of a long text again and again. */
function withoutInvisibleEnd(text: string): string {
  let end = text.length;
  for (let at = end; at > 0; at -= 1) {
    const sign = text.charAt(at - 1);
    if (space.test(sign)) end = at - 1;
    else if (!joiner.test(sign)) break;
  }
  return text.slice(0, end);
}

/**
 * A figure without what shows nothing and changes nothing. Marks that turn round the direction stay, and so make it no figure:
 * 12 with one before it is read as 21.
 */
export function withoutInvisible(text: string): string {
  return text.replace(/(?![\u202a-\u202e])\p{Default_Ignorable_Code_Point}/gu, "");
}
