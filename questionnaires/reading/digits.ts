/** Every digit that Unicode has, as 0 to 9. */
export function toLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(runOf(digit).value));
}

/** Whether all digits belong together: keyboards mix plain with full-width ones, and the two sets of Arabic writers, and no others. */
export function isOneScript(text: string): boolean {
  const runs = [...text.matchAll(/\p{Nd}/gu)].map(([digit]) => together.get(runOf(digit).start) ?? runOf(digit).start);
  return new Set(runs).size <= 1;
}

/** Where runs of digits begin that are typed together. */
const together: ReadonlyMap<number, number> = new Map([
  [0xff10, 0x30],
  [0x6f0, 0x660],
]);

/** Digits stand in runs of ten in Unicode, so that a digit's value is its distance from the start of its run. */
function runOf(digit: string): { start: number; value: number } {
  const code = digit.codePointAt(0) ?? 0;
  if (code <= 0x39) return { start: 0x30, value: code - 0x30 };
  let distance = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - distance - 1))) distance += 1;
  const value = distance % 10;
  return { start: code - value, value };
}
