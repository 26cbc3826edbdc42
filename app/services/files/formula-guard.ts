/**
 * What a guard stands before: signs that make a spreadsheet read a cell as a formula, full-width ones included, also after
 * apostrophes, so that a guard can be told from an apostrophe of the text.
 */
const guarded = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** A plain number, such as -5 or +3.2e4, is no formula and stays a number. */
const number = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;

/** A text that no spreadsheet runs: what could be a formula begins with an apostrophe. `withoutGuard` undoes it exactly. */
export function withGuard(text: string): string {
  return guarded.test(text) && !number.test(text) ? `'${text}` : text;
}

/** The text that `withGuard` was given. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && guarded.test(text) ? text.slice(1) : text;
}
