/** The shapes in which moments are shown. */
const styles = {
  day: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  shortDay: { day: "numeric", month: "short", year: "numeric" },
  shortMonth: { month: "short", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  offset: { timeZoneName: "shortOffset" },
  zone: { timeZoneName: "longGeneric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type Style = keyof typeof styles;

const formatters = new Map<string, Intl.DateTimeFormat>();

// International English: 30 November 2026, never November 30.
function localeOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}

// Making a formatter costs fifty times what using one does.
function formatter(language: string, zone: string, style: Style): Intl.DateTimeFormat {
  const key = `${style} ${language} ${zone}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(localeOf(language), { ...styles[style], timeZone: zone, numberingSystem: "latn" });
    formatters.set(key, made);
  }
  return made;
}

const zoneNames = new Map<string, string>();
/** Clocks change on a quarter of an hour, everywhere. */
const quarterMs = 15 * 60_000;
const mostKept = 10_000;

// Taking a zone's name out of a formatted moment is slow, and within a quarter of an hour it stays the same.
function zoneName(date: Date, language: string, zone: string, style: "offset" | "zone"): string {
  const key = `${style} ${language} ${zone} ${Math.floor(date.getTime() / quarterMs)}`;
  let name = zoneNames.get(key);
  if (name === undefined) {
    const parts = formatter(language, zone, style).formatToParts(date);
    name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
    if (zoneNames.size >= mostKept) zoneNames.clear();
    zoneNames.set(key, name);
  }
  return name;
}

/** The offset of a zone at an instant, e.g. `UTC+8`, `UTC-3:30`, `UTC`. */
export function offsetOf(date: Date, zone: string): string {
  return zoneName(date, "en", zone, "offset").replace("GMT", "UTC");
}

/** A zone with its everyday name and its offset then: `China Time (UTC+8)`; only the offset where there is no name. */
export function zoneOf(date: Date, language: string, zone: string): string {
  const name = zoneName(date, language, zone, "zone");
  const offset = offsetOf(date, zone);
  return name === "" || /^(GMT|UTC)/.test(name) ? offset : `${name} (${offset})`;
}

/** The day in words in a zone: `Monday 30 November 2026` or as the language has it. */
export function dayOf(date: Date, language: string, zone: string): string {
  const words = formatter(language, zone, "day").format(date);
  // Some versions of ICU write a comma after the weekday in English and some do not.
  return language === "en" ? words.replace(/^(\p{L}+), /u, "$1 ") : words;
}

const days = new Map<string, string>();

// A day begins on a quarter of an hour, everywhere.
function quickDay(date: Date, zone: string): string {
  const key = `${zone} ${Math.floor(date.getTime() / quarterMs)}`;
  const day = days.get(key) ?? formatter("en", zone, "shortDay").format(date);
  if (days.size >= mostKept) days.clear();
  days.set(key, day);
  return day;
}

/** Whether two instants lie on the same day of a zone. */
export function areSameDay(one: Date, other: Date, zone: string): boolean {
  return quickDay(one, zone) === quickDay(other, zone);
}

/** A short day without the weekday: `30 Nov 2026`. */
export function shortDayOf(date: Date, language: string, zone: string): string {
  return formatter(language, zone, "shortDay").format(date);
}

/**
 * A day (`2026-11-30`) or a month (`2026-11`) that belongs to no zone, because it was typed as such: `30 Nov 2026`,
 * `Nov 2026`. What is no date is given back as it stands.
 */
export function typedDate(date: string, precision: "day" | "month", language: string): string {
  const at = new Date(precision === "month" ? `${date.slice(0, 7)}-01T00:00:00Z` : `${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return formatter(language, "UTC", precision === "month" ? "shortMonth" : "shortDay").format(at);
}

/** The time of day in a zone, 24 hours: `23:59`. */
export function timeOf(date: Date, language: string, zone: string): string {
  return formatter(language, zone, "time").format(date);
}

/** Whole days from one instant to another, rounded down; negative when it is past. */
export function daysUntil(date: Date, now: Date): number {
  return Math.floor((date.getTime() - now.getTime()) / 86_400_000);
}
