/** A number as a spreadsheet writes it, with a point or a comma: `42`, `100000`, `1,00E+05`. */
const numbered = /^[+-]?\d+(?:[.,]\d+)?(?:E[+-]?\d+)?$/i;
const asNumber = (text: string) => Number(text.replace(",", "."));

/** What a spreadsheet takes for a day, a month or a time: `2024-03`, `1/2`, `3.4.24`, `MARCH1`, `1-Feb`, `12:30`. */
const dated =
  /^(?:\d{1,4}([-/.])\d{1,2}\.?(?:\1\d{1,4})?|\p{L}{3,9}\.?[- /]?\d{1,4}|\d{1,2}[.-]? ?\p{L}{3,9}\.?|\d{1,2}:\d{2})$/iu;
/** A day, a month or a time as a spreadsheet writes it, or their number: `2024-03-01`, `01. Feb`, `Mrz 24`, `45352`, `0.52`. */
const writtenDate =
  /^(?:\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{1,2}[. -]+\p{L}{3,9}\.?(?:[ -]\d{2,4})?|\p{L}{3,9}[. -]+\d{2,4}|\d{1,2}:\d{2}(?::\d{2})?|\d{5}|0[.,]\d+)$/iu;

/** Digits and letters of a text, each as a sign of its kind: two texts of one shape are the same thing with other values. */
const shapeOf = (text: string) => text.replace(/\d/g, "0").replace(/\p{L}/gu, "a");

/**
 * Whether a text that we have became another in a spreadsheet, which takes `00042` and `1E5` for numbers and writes `42` and
 * `100000`, of long numbers only the first digits; takes `2024-03` and `MARCH1` for days; and writes `true` as `TRUE`. What
 * it made of them is not a correction.
 * @param kept what we have
 * @param listed what the table says that was saved from a spreadsheet
 */
export function isSpreadsheetForm(kept: string, listed: string): boolean {
  if (/^(?:true|false)$/i.test(kept)) return kept.toLowerCase() === listed.toLowerCase();
  if (dated.test(kept) && writtenDate.test(listed) && shapeOf(kept) !== shapeOf(listed)) return true;
  if (!numbered.test(kept) || !numbered.test(listed) || /^-?0\d/.test(listed)) return false;
  const [before, after] = [asNumber(kept), asNumber(listed)];
  const allowed = /e/i.test(listed) ? Math.abs(before) * 1e-3 : Math.abs(before) * 1e-14;
  return Number.isFinite(before) && Math.abs(before - after) <= allowed;
}
