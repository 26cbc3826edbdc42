import { spellingKey } from "#terms/names";

/** The launch languages, with the regions that name months otherwise: the Levant, the Maghreb, Portugal, Austria and so on. */
const locales = (
  "en-GB en-US zh-Hans zh-Hant ko ja ru vi th id bn bn-IN tr ar ar-SA ar-SY ar-IQ ar-DZ ar-TN ar-MA es es-MX es-PE " +
  "pt-BR pt-PT fr fr-CA de de-AT"
).split(" ");

/** A month alone and in a date, where several languages bend it, in full and cut short. */
const shapes: readonly Intl.DateTimeFormatOptions[] = (["long", "short"] as const).flatMap((month) => [
  { month },
  { month, year: "numeric" },
  { month, day: "numeric", year: "numeric" },
]);

let known: ReadonlyMap<string, number> | undefined;

/** No two of these languages give one name to different months (a test says so), so a name needs no language. */
function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const locale of locales) {
    for (const shape of shapes) {
      const format = new Intl.DateTimeFormat(locale, {
        ...shape,
        calendar: "gregory",
        numberingSystem: "latn",
        timeZone: "UTC",
      });
      for (let month = 1; month <= 12; month += 1) {
        const name = format.formatToParts(Date.UTC(2026, month - 1, 15)).find(({ type }) => type === "month")?.value;
        // Chinese and Japanese write a number and a sign for "month" apart.
        if (name !== undefined && !/^\d+$/u.test(name)) names.set(keyOf(name), month);
      }
    }
  }
  return names;
}

function keyOf(name: string): string {
  return spellingKey(name).replace(/(?<!\d)0(?=\d)/gu, "");
}

/**
 * The month, 1 to 12, that a number or a name in any of the launch languages stands for, or undefined. Names that stand for the
 * same month may be joined by a slash, as the United Nations do in Arabic. Digits are ASCII.
 */
export function monthOf(typed: string): number | undefined {
  const number = /^\s*(\d{1,2})\s*[月월]?\s*$/u.exec(typed)?.[1];
  if (number !== undefined) return Number(number) >= 1 && Number(number) <= 12 ? Number(number) : undefined;
  if (typed.length > 60 || !/^[\p{L}\p{M}\d\s.'’/]+$/u.test(typed)) return undefined;
  known ??= monthNames();
  const names = known;
  const [month, ...more] = new Set(typed.split("/").map((name) => names.get(keyOf(name))));
  return more.length === 0 ? month : undefined;
}
