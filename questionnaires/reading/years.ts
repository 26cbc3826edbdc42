const firstYear = 1900;
const lastYear = 2099;

/** What is added to a year to get the Gregorian one. */
const buddhist = -543;
const republic = 1911;

type Reader = (year: number) => number | undefined;

function plus(offset: number, most = 9999): Reader {
  return (year) => (year <= most ? year + offset : undefined);
}

/** 元 is the first year of an era. */
const counted = String.raw`(\d{1,3}|元)`;

/** How a year is written, and what it is then. Two digits are a year of this half century; older ones need four. */
const forms: readonly (readonly [pattern: RegExp, read: Reader])[] = [
  [/^(\d{4})$/u, (year) => (year > lastYear ? year + buddhist : year)],
  [/^(\d{3})$/u, plus(republic)],
  [/^(\d{2})$/u, plus(2000, 49)],
  [/^(\d{4})\s*(?:[年년]|г\.?|год|года)$/iu, (year) => (year > lastYear ? year + buddhist : year)],
  [/^(?:ปี|năm)\s*(\d{4})$/iu, (year) => (year > lastYear ? year + buddhist : year)],
  [/^(?:ปี\s*)?(?:ค\s*\.?\s*ศ\s*\.?|a\.?d\.?|c\.?e\.?|西元|公元|西暦|서기)\s*(\d{4})\s*[年년]?$/iu, plus(0)],
  [/^(?:ปี\s*)?(?:พ\s*\.?\s*ศ\s*\.?|พุทธศักราช|b\.?e\.?|佛曆|佛历)\s*(\d{4})\s*年?$/iu, plus(buddhist)],
  [/^(\d{4})\s*(?:พ\s*\.?\s*ศ\s*\.?|b\.?e\.?)$/iu, plus(buddhist)],
  [new RegExp(String.raw`^(?:中華|中华)?民[國国]\s*${counted}\s*年?$`, "u"), plus(republic)],
  [new RegExp(String.raw`^令和\s*${counted}\s*年?$`, "u"), plus(2018)],
  [new RegExp(String.raw`^平成\s*${counted}\s*年?$`, "u"), plus(1988, 31)],
  [new RegExp(String.raw`^昭和\s*${counted}\s*年?$`, "u"), plus(1925, 64)],
];

/**
 * The Gregorian year, 1900 to 2099, that a text in ASCII digits stands for, or undefined: four digits; two for 2000 to 2049;
 * a Buddhist year, of the Republic of China or of a Japanese era, with its name or where no other year can be meant.
 */
export function yearOf(typed: string): number | undefined {
  const text = typed.trim();
  if (text.length > 30) return undefined;
  for (const [pattern, read] of forms) {
    const digits = pattern.exec(text)?.[1];
    if (digits === undefined) continue;
    const year = read(digits === "元" ? 1 : Number(digits));
    return year !== undefined && year >= firstYear && year <= lastYear ? year : undefined;
  }
  return undefined;
}
