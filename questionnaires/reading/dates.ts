import { toLatinDigits } from "./numbers";

export type Precision = "day" | "month";

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

/** The ISO date of what stands in the fields for year, month and day, or undefined when there is no such date. */
export function parseDate(
  typed: { year: string; month: string; day: string },
  precision: Precision,
): string | undefined {
  const [year, monthOfYear, day] = [typed.year, typed.month, typed.day].map(shortNumber);
  if (year === undefined || monthOfYear === undefined || !/^\d{4}$/.test(year)) return undefined;
  const parts = [year, monthOfYear.padStart(2, "0")];
  if (precision === "day") {
    if (day === undefined) return undefined;
    parts.push(day.padStart(2, "0"));
  }
  const date = parts.join("-");
  return isDate(date, precision) ? date : undefined;
}

function shortNumber(typed: string): string | undefined {
  if (typed.length > 20) return undefined;
  const digits = toLatinDigits(typed).replace(/[\s\u200e\u200f\u061c]/gu, "");
  return /^\d{1,4}$/.test(digits) ? digits : undefined;
}
