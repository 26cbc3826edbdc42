/** The shapes in which days, times and zones are shown. */
const styles = {
  day: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  shortDay: { day: "numeric", month: "short", year: "numeric" },
  shortMonth: { month: "short", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  offset: { timeZoneName: "shortOffset" },
  zone: { timeZoneName: "longGeneric" },
  clock: {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type DateStyle = keyof typeof styles;

const made = new Map<string, Intl.DateTimeFormat>();

// International English: 30 November 2026, never November 30.
function localeOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}

/** The formatter of a style, made once a language and zone: making one costs fifty times what using it does. */
export function formatter(language: string, zone: string, style: DateStyle): Intl.DateTimeFormat {
  const key = `${style} ${language} ${zone}`;
  let known = made.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(localeOf(language), {
      ...styles[style],
      timeZone: zone,
      numberingSystem: "latn",
      // Thai would count Buddhist years, and 2026 would stand there as 2569.
      calendar: "gregory",
    });
    made.set(key, known);
  }
  return known;
}

/** Milliseconds. Clocks change, and days begin, on a quarter of an hour, everywhere. */
const quarterMs = 15 * 60_000;

/** Which quarter of an hour an instant lies in: within one, a zone's name and the day stay the same. */
export function quarterHourOf(at: Date): number {
  return Math.floor(at.getTime() / quarterMs);
}

const mostKept = 10_000;

/** Keeps texts by key, 10,000 at most: formatting one anew costs far more than finding it. */
export function makeTextCache(): (key: string, make: () => string) => string {
  const kept = new Map<string, string>();
  return (key, make) => {
    let text = kept.get(key);
    if (text === undefined) {
      text = make();
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, text);
    }
    return text;
  };
}
