/** A number as a spreadsheet writes it, with a point or a comma: `42`, `100000`, `1,00E+05`. */
const shown = /^[+-]?\d+(?:[.,]\d+)?(?:E[+-]?\d+)?$/i;
const asNumber = (text: string) => Number(text.replace(",", "."));

/**
 * Whether a text that we have became another in a spreadsheet, which takes `00042` and `1E5` for numbers and writes `42` and
 * `100000`, and of long numbers only the first digits. What it made of them is not a correction.
 * @param kept what we have
 * @param listed what the table says that was saved from a spreadsheet
 */
export function isSpreadsheetForm(kept: string, listed: string): boolean {
  if (!shown.test(kept) || !shown.test(listed) || /^-?0\d/.test(listed)) return false;
  const [before, after] = [asNumber(kept), asNumber(listed)];
  const allowed = /e/i.test(listed) ? Math.abs(before) * 1e-3 : Math.abs(before) * 1e-14;
  return Number.isFinite(before) && Math.abs(before - after) <= allowed;
}
