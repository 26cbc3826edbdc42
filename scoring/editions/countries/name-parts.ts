const marks = /\s*[-–—/\\|:;,()（）[\]【】、，·+&]+\s*/u;
const codeFirst = /^([A-Z]{2,3})\s+(\P{Lu}.*|\S{4,}.*)$/u;
const codeLast = /^(.*\S)\s+([A-Z]{2,3})$/u;
const eastAsian = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/**
 * The ways in which a text may name one country more than once: parted by marks, a code before or after it, or in two
 * scripts. Each way has two parts or more.
 */
export function partsOf(text: string): string[][] {
  const first = codeFirst.exec(text);
  const last = codeLast.exec(text);
  const ways = [
    text.split(marks),
    first ? [first[1] ?? "", first[2] ?? ""] : [],
    last ? [last[1] ?? "", last[2] ?? ""] : [],
    [...(text.match(eastAsian) ?? []), ...text.replace(eastAsian, " ").split(marks)],
  ];
  return ways
    .map((parts) => parts.map((part) => part.trim()).filter((part) => part !== ""))
    .filter(({ length }) => length > 1);
}
