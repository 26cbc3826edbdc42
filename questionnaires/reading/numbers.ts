import { withoutInvisible } from "#terms/texts/typed-text";
import { isOneScript, toLatinDigits } from "./digits";

/** Longer than any number somebody means to type. */
const longest = 40;

/** Spaces that stand between groups: the usual one, the no-break ones, figure, punctuation, thin and ideographic space. */
const spaces = /[ \u00a0\u2007-\u2009\u202f\u3000]/gu;
const apostrophes = /[\u2019\u02bc]/gu;
/** Signs that stand for minus at the beginning; a dash anywhere else makes a range. */
const minus = /^[\u2212\u2012\u2013\ufe63\uff0d]/u;
/** Marks of Arabic and of full-width digits, as the plain ones that they stand for. U+066B is the decimal mark. */
const marksOfScripts: readonly (readonly [digits: RegExp, marks: Readonly<Record<string, string>>])[] = [
  [/[0-9\u0660-\u0669\u06f0-\u06f9]/u, { "\u066c": ",", "\u060c": ",", "\u066b": "\u066b" }],
  [/[0-9\uff10-\uff19]/u, { "\uff0c": ",", "\uff0e": ".", "\uff0b": "+" }],
];

/**
 * The number somebody typed, or undefined when it is none: what is not listed here is never left out. Takes the digits of one
 * script; between groups of three a space, apostrophe, comma or point, all of one kind; commas also between the groups of two
 * of South Asia; a decimal comma or point, in Arabic also its own marks. A single comma or point before exactly three digits
 * separates thousands, except after a lone 0. A number that would not be kept digit by digit is none.
 */
export function parseNumber(typed: string): number | undefined {
  if (typed.length > longest || !isOneScript(typed)) return undefined;
  const text = plainMarks(withoutInvisible(typed).trim());
  if (text === undefined) return undefined;
  const body = text.replace(/^[-+] ?/u, "");
  const split = splitDecimals(body);
  const whole = split && joinGroups(split.whole);
  if (split === undefined || whole === undefined || !/^\d*$/u.test(split.decimals)) return undefined;
  const value = exactNumber(whole, split.decimals);
  return value === undefined || value === 0 || !text.startsWith("-") ? value : -value;
}

/** The text in ASCII digits and marks, U+066B apart; undefined for anything else in it. */
function plainMarks(typed: string): string | undefined {
  let text = typed.replace(spaces, " ").replace(apostrophes, "'").replace(minus, "-");
  for (const [digits, marks] of marksOfScripts) {
    if (digits.test(typed)) text = text.replace(/[^\x20-\x7e]/gu, (mark) => marks[mark] ?? mark);
  }
  text = toLatinDigits(text);
  return /^[-+]?[\d ',.\u066b]+$/u.test(text) ? text : undefined;
}

function splitDecimals(body: string): { whole: string; decimals: string } | undefined {
  const arabic = body.split("\u066b");
  if (arabic.length > 2) return undefined;
  if (arabic.length === 2) return decimalsAfter(arabic[0] ?? "", arabic[1] ?? "");
  const marks = [...body.matchAll(/[.,]/gu)];
  const last = marks.at(-1);
  if (last === undefined) return { whole: body, decimals: "" };
  const before = body.slice(0, last.index);
  const after = body.slice(last.index + 1);
  const kinds = new Set(marks.map(([mark]) => mark));
  // The same mark twice can only separate groups, and two kinds of marks end with the decimal one.
  if (kinds.size === 1 && marks.length > 1) return { whole: body, decimals: "" };
  const groups = kinds.size === 1 && after.length === 3 && !/[ ']/u.test(body) && /^\d{1,3}$/u.test(before);
  return groups && before !== "0" ? { whole: body, decimals: "" } : decimalsAfter(before, after);
}

function decimalsAfter(whole: string, decimals: string): { whole: string; decimals: string } | undefined {
  return decimals === "" ? undefined : { whole: whole === "" ? "0" : whole, decimals };
}

/** Groups of three, with the same mark between all of them; with commas also South Asian ones, of two before the last. */
const grouped = /^[1-9]\d{0,2}(?:( \d{3})+|('\d{3})+|(,\d{3})+|(\.\d{3})+)$/u;
const southAsian = /^[1-9]\d?(?:,\d{2})*,\d{3}$/u;

/** The digits of a whole number without what separates its groups, or undefined when the groups are no groups. */
function joinGroups(whole: string): string | undefined {
  if (/^\d+$/u.test(whole)) return whole;
  return grouped.test(whole) || southAsian.test(whole) ? whole.replace(/\D/gu, "") : undefined;
}

/** The value, if a computer's number keeps every digit of it. */
function exactNumber(whole: string, decimals: string): number | undefined {
  const digits = whole.replace(/^0+(?=\d)/u, "");
  if (BigInt(digits) > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  const written = decimals === "" ? digits : `${digits}.${decimals}`;
  const value = Number(written);
  return value.toFixed(decimals.length) === written ? value : undefined;
}
