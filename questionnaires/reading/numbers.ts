/** Longer than any number somebody means to type. */
const longest = 40;

/** Every digit that Unicode has, as 0 to 9. */
export function toLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, digitValue);
}

/** Digits stand in runs of ten in Unicode, so that a digit's value is its distance from the start of its run. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code <= 0x39) return digit;
  let distance = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - distance - 1))) distance += 1;
  return String(distance % 10);
}

/**
 * The number somebody typed, or undefined when it is none. Takes native digits, spaces, apostrophes, commas and points
 * between groups of digits (of three, or of two before the last three as in South Asia), and a decimal comma or point.
 * A single comma or point before exactly three digits separates thousands, except after a lone 0.
 */
export function parseNumber(typed: string): number | undefined {
  if (typed.length > longest) return undefined;
  const text = toLatinDigits(typed)
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/gu, "")
    .trim()
    .replace(/^[\u2212\u2012\u2013\ufe63\uff0d]/u, "-")
    .replace(/[\u066c\u2019\u02bc'\u060c\uff0c]/gu, (mark) => (mark === "\u060c" || mark === "\uff0c" ? "," : "'"))
    .replace(/\uff0e/gu, ".")
    .replace(/\s/gu, " ");
  const sign = text.startsWith("-") ? -1 : 1;
  const body = text.replace(/^[-+] ?/u, "");
  const split = splitDecimals(body);
  if (split === undefined) return undefined;
  const whole = joinGroups(split.whole);
  if (whole === undefined || !/^\d*$/u.test(split.decimals)) return undefined;
  const value = sign * Number(split.decimals === "" ? whole : `${whole}.${split.decimals}`);
  return Object.is(value, -0) ? 0 : value;
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
  const groups = kinds.size === 1 && after.length === 3 && !/[ ']/u.test(body) && /^[1-9]\d{0,2}$/u.test(before);
  return groups ? { whole: body, decimals: "" } : decimalsAfter(before, after);
}

function decimalsAfter(whole: string, decimals: string): { whole: string; decimals: string } | undefined {
  return decimals === "" ? undefined : { whole: whole === "" ? "0" : whole, decimals };
}

/** The digits of a whole number without what separates its groups, or undefined when the groups are no groups. */
function joinGroups(whole: string): string | undefined {
  if (/^\d+$/u.test(whole)) return whole;
  const mark = /[^\d]/u.exec(whole)?.[0];
  if (mark === undefined) return undefined;
  const groups = whole.split(mark);
  const [first = "", ...rest] = groups;
  const last = rest.pop() ?? "";
  if (!/^\d{1,3}$/u.test(first) || !/^\d{3}$/u.test(last)) return undefined;
  const even =
    rest.every((group) => /^\d{3}$/u.test(group)) ||
    (first.length < 3 && rest.every((group) => /^\d{2}$/u.test(group)));
  return even ? groups.join("") : undefined;
}
