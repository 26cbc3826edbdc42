const formatters = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs fifty times what using one does.
function formatter(language: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(language, { ...options, timeZone: zone, numberingSystem: "latn" });
    formatters.set(key, made);
  }
  return made;
}

function partOf(date: Date, language: string, zone: string, options: Intl.DateTimeFormatOptions, type: string): string {
  return (
    formatter(language, zone, options)
      .formatToParts(date)
      .find((part) => part.type === type)?.value ?? ""
  );
}

/** The offset of a zone at an instant, e.g. `UTC+8`, `UTC-3:30`, `UTC`. */
export function offsetOf(date: Date, zone: string): string {
  return partOf(date, "en", zone, { timeZoneName: "shortOffset" }, "timeZoneName").replace("GMT", "UTC");
}

/** A zone with its everyday name and its offset then: `China Time (UTC+8)`; only the offset where there is no name. */
export function zoneOf(date: Date, language: string, zone: string): string {
  const name = partOf(date, language, zone, { timeZoneName: "longGeneric" }, "timeZoneName");
  const offset = offsetOf(date, zone);
  return name === "" || /^(GMT|UTC)/.test(name) ? offset : `${name} (${offset})`;
}

/** The day in words in a zone: `Monday, November 30, 2026` or as the language has it. */
export function dayOf(date: Date, language: string, zone: string): string {
  return formatter(language, zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(date);
}

/** A short day without the weekday: `Nov 30, 2026`. */
export function shortDayOf(date: Date, language: string, zone: string): string {
  return formatter(language, zone, { day: "numeric", month: "short", year: "numeric" }).format(date);
}

/** The time of day in a zone, 24 hours: `23:59`. */
export function timeOf(date: Date, language: string, zone: string): string {
  return formatter(language, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);
}

/** Whole days from one instant to another, rounded down; negative when it is past. */
export function daysUntil(date: Date, now: Date): number {
  return Math.floor((date.getTime() - now.getTime()) / 86_400_000);
}
