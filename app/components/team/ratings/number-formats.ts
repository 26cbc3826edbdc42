import { useLanguage } from "#app/i18n/texts/use-texts";

/** Figures in the manner of the page's language, always in Latin digits. */
export function makeNumberFormats(language: string) {
  const whole = new Intl.NumberFormat(language, { numberingSystem: "latn", maximumFractionDigits: 0 });
  const exact = new Intl.NumberFormat(language, {
    numberingSystem: "latn",
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const finer = (digits: number) =>
    new Intl.NumberFormat(language, {
      numberingSystem: "latn",
      useGrouping: false,
      minimumFractionDigits: 2,
      maximumFractionDigits: digits,
    });
  const [four, six] = [finer(4), finer(6)];
  const short = new Intl.NumberFormat(language, { numberingSystem: "latn", maximumFractionDigits: 2 });
  return {
    /** A count: `1,284`. */
    count: (value: number) => whole.format(value),
    /** Points with two decimals: `59.33`. */
    points: (value: number) => exact.format(value),
    /** Points that were added or taken away, with a sign: `+6.53`, `−2.10`; nothing was done at `0.00`. */
    signed: (value: number) => `${value < 0 ? "−" : value > 0 ? "+" : ""}${exact.format(Math.abs(value))}`,
    /** A figure that others are worked out from by hand: two decimals, and four where two are not enough. */
    exact: (value: number) => four.format(value),
    /** A small share that large figures are multiplied by: six decimals. */
    fine: (value: number) => six.format(value),
    /** A figure without needless zeros: `1.316` as `1.32`, `27` as `27`. */
    plain: (value: number) => short.format(value),
  };
}

export type NumberFormats = ReturnType<typeof makeNumberFormats>;

const made = new Map<string, NumberFormats>();

/** The figures of the page's language, made once a language: a formatter costs more than a row of the table. */
export function useNumberFormats(): NumberFormats {
  const language = useLanguage();
  const figures = made.get(language) ?? makeNumberFormats(language);
  made.set(language, figures);
  return figures;
}
