import { type DateParts, isoDate, type Precision, plainText } from "./dates";
import { monthOf } from "./months";
import { yearOf } from "./years";

/** Day and month of `03/04/2026` can be taken for each other. */
type Ambiguous = "ambiguous";

/** A shape of a whole date and what its groups mean. */
type Form = { readonly pattern: RegExp; read(groups: readonly string[]): DateParts | Ambiguous | undefined };

// What stands between the parts of a date with a name in it, and what follows a day in some languages.
const gap = String.raw`[\s.,،/-]*`;
const ofGap = String.raw`${gap}(?:(?:de|del)\s+)?`;
const day = String.raw`(\d{1,2})(?:st|nd|rd|th|er|[ºª°])?`;
const name = String.raw`(\p{L}[\p{L}\p{M}\s.'’/]*?)`;
const year = String.raw`((?:พ\s?\.?\s?ศ\s?\.?|ค\s?\.?\s?ศ\s?\.?|b\.?e\.?)?\s?\d{4}(?:\s?г\.?|\s?года?)?)`;

function form(pattern: string, read: Form["read"]): Form {
  return { pattern: new RegExp(`^${pattern}$`, "iu"), read };
}

const forms: readonly Form[] = [
  // 2026-03-31, 2026/3, 2026. 3. 31., 115/3/31 of the Republic of China
  form(String.raw`(\d{3,4})\s?([-/.])\s?(\d{1,2})(?:\s?\2\s?(\d{1,2}))?\.?`, ([y, , m, d]) => parts(y, m, d)),
  form(String.raw`(\d{4})(\d{2})(\d{2})`, ([y, m, d]) => parts(y, m, d)),
  // 2026年3月31日, 民國115年3月, 2026년 3월 31일
  form(String.raw`(.{1,20}?)\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일号號])?`, ([y, m, d]) =>
    parts(y, m, d),
  ),
  form(String.raw`(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})\.?`, ([one, , other, y]) => yearLast(one, other, y)),
  // 03/2026
  form(String.raw`(\d{1,2})\s?[-/.]\s?(\d{4})`, ([m, y]) => parts(y, m)),
  // ngày 31 tháng 3 năm 2026
  form(String.raw`(?:(?:ngày\s)?(\d{1,2})\s)?((?:tháng|thg)\s?\d{1,2}),?\s?(?:năm\s?)?(\d{4})`, ([d, m, y]) =>
    parts(y, m, d),
  ),
  form(`${day}${ofGap}${name}${ofGap}${year}`, ([d, m, y]) => parts(y, m, d)),
  form(String.raw`${name}[\s.]*${day}[\s,،]+${year}`, ([m, d, y]) => parts(y, m, d)),
  form(`${name}${ofGap}${year}`, ([m, y]) => parts(y, m)),
  form(`${year}${gap}${name}(?:${gap}${day})?`, ([y, m, d]) => parts(y, m, d)),
];

/** Spreadsheets hand days on with the hour at which they begin. */
const midnight = /[ T](?:0?0:00(?::00(?:\.0+)?)?Z?|12:00(?::00)? AM)$/iu;

/**
 * The ISO date that one text holds, cut to the month where that is asked for. Takes what cannot be mistaken: the year first, or
 * the month by its name, or day and month in figures where only one order gives a date; years in full. The rest is
 * "ambiguous", or undefined when there is no such date.
 */
export function parseWholeDate(typed: string, precision: Precision): string | Ambiguous | undefined {
  const text = plainText(typed)?.replace(midnight, "");
  if (text === undefined) return undefined;
  for (const { pattern, read } of forms) {
    const groups = pattern.exec(text)?.slice(1);
    const found = groups && read(groups);
    if (found !== undefined) return found === "ambiguous" ? found : isoDate(found, precision);
  }
  return undefined;
}

function parts(y = "", m = "", d?: string): DateParts | undefined {
  const [inYear, inMonth] = [yearOf(y), monthOf(m)];
  if (inYear === undefined || inMonth === undefined) return undefined;
  return { year: inYear, month: inMonth, ...(d === undefined ? {} : { day: Number(d) }) };
}

function yearLast(one = "", other = "", y?: string): DateParts | Ambiguous | undefined {
  if (Number(one) === Number(other)) return parts(y, one, other);
  if (Number(one) > 12) return parts(y, other, one);
  if (Number(other) > 12) return parts(y, one, other);
  return parts(y, one, other) === undefined ? undefined : "ambiguous";
}
