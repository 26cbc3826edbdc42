const made = new Map<string, Intl.NumberFormat>();

/** Points as they are written in a language, with two decimals, a true minus and the digits of all other figures. */
export function formatPoints(points: number, language: string): string {
  let format = made.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language, {
      numberingSystem: "latn",
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    });
    made.set(language, format);
  }
  return format.format(points).replace("-", "−");
}
