import { withoutInvisible } from "#terms/texts/typed-text";
import { isOneScript, toLatinDigits } from "./digits";
import { monthOf } from "./months";
import { yearOf } from "./years";

export type Precision = "day" | "month";

/** A date of the calendar that the parts of a typed one name; the day is absent where none was given. */
export type DateParts = { readonly year: number; readonly month: number; readonly day?: number };

const month = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

/** Whether a text is a real date between 1900 and 2099 in ISO 8601 form: `2019-12`, or `2019-12-22` for a day. */
export function isDate(text: string, precision: Precision): boolean {
  if (precision === "month") return month.test(text);
  if (text.length !== 10 || text[7] !== "-" || !month.test(text.slice(0, 7))) return false;
  const day = text.slice(8);
  return (
    /^\d{2}$/.test(day) && Number(day) >= 1 && Number(day) <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
  );
}

function daysIn(year: number, monthOfYear: number): number {
  if (monthOfYear === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(monthOfYear) ? 30 : 31;
}

/**
 * The ISO date of what stands in the fields for year, month and day, or undefined when there is no such date. Native digits, names
 * of months in the launch languages, two digits of a year and Buddhist, Republic of China and Japanese years are understood.
 */
export function parseDate(
  typed: { year: string; month: string; day: string },
  precision: Precision,
): string | undefined {
  const [year, monthOfYear, day] = [typed.year, typed.month, typed.day].map(plainText);
  if (year === undefined || monthOfYear === undefined || day === undefined) return undefined;
  const numbers = { year: yearOf(year), month: monthOf(monthOfYear), day: dayOf(day) };
  return numbers.year === undefined || numbers.month === undefined
    ? undefined
    : isoDate({ year: numbers.year, month: numbers.month, day: numbers.day }, precision);
}

/** The ISO date, cut to the month where that is asked for; undefined for a day that is not there. */
export function isoDate({ year, month: monthOfYear, day }: DateParts, precision: Precision): string | undefined {
  const start = `${year}-${String(monthOfYear).padStart(2, "0")}`;
  if (day === undefined) return precision === "month" && isDate(start, "month") ? start : undefined;
  const whole = `${start}-${String(day).padStart(2, "0")}`;
  if (!isDate(whole, "day")) return undefined;
  return precision === "day" ? whole : start;
}

/** One form for each digit and letter; undefined for what no date holds: fractions, raised digits, digits of several scripts. */
export function plainText(typed: string): string | undefined {
  if (typed.length > 60 || /[\p{No}\p{Nl}]/u.test(typed) || !isOneScript(typed)) return undefined;
  return toLatinDigits(withoutInvisible(typed)).normalize("NFKC").replace(/\s+/gu, " ").trim();
}

function dayOf(typed: string): number | undefined {
  const digits = /^(\d{1,2}) ?[日일号號.]?$/u.exec(typed)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
