import { inBrackets } from "#app/i18n/writing/punctuation";
import { isoDay } from "./days";
import { formatter, makeTextCache, quarterHourOf } from "./formatters";

/** All zones there are, UTC first. */
export function zones(): readonly string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone !== "";
  } catch {
    return false;
  }
}

const names = makeTextCache();

// Taking a zone's name out of a formatted instant is slow.
function zoneName(at: Date, language: string, zone: string, style: "offset" | "zone"): string {
  return names(`${style} ${language} ${zone} ${quarterHourOf(at)}`, () => {
    const parts = formatter(language, zone, style).formatToParts(at);
    return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  });
}

/** The offset of a zone at an instant, e.g. `UTC+8`, `UTC-3:30`, `UTC`. */
export function formatOffset(at: Date, zone: string): string {
  return zoneName(at, "en", zone, "offset").replace("GMT", "UTC");
}

/** A zone with its everyday name and its offset then: `China Time (UTC+8)`; only the offset where there is no name. */
export function formatZone(at: Date, language: string, zone: string): string {
  const name = zoneName(at, language, zone, "zone");
  const offset = formatOffset(at, zone);
  // Where a zone has no name, some languages write the offset in its place, in letters of their own.
  const isOffset = name === zoneName(at, language, zone, "offset") || /[+\-−]\d/.test(name);
  return name === "" || isOffset || /^(GMT|UTC)/.test(name) ? offset : inBrackets(name, offset, language);
}

/** The clock on the wall of a zone at an instant: `2026-11-30` and `23:59`. */
export function zonedClock(at: Date, zone: string): { date: string; time: string } {
  const parts = Object.fromEntries(
    formatter("en", zone, "clock")
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

const asUtc = (date: string, time: string) => Date.parse(`${date}T${time}:00.000Z`);

/**
 * The instant at which a clock in a zone shows this date (`2026-11-30`) and time (`23:59`); undefined for what is no date,
 * time or zone. A time that a change of clocks leaves out becomes the one as much later.
 */
export function zonedInstant(date: string, time: string, zone: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time) || !isZone(zone)) return undefined;
  const wall = asUtc(date, time);
  if (Number.isNaN(wall) || isoDay(new Date(wall)) !== date) return undefined;
  let instant = wall;
  // The offset depends on the instant that is being looked for; twice is enough for every zone there is.
  for (let round = 0; round < 2; round++) {
    const shown = zonedClock(new Date(instant), zone);
    instant += wall - asUtc(shown.date, shown.time);
  }
  return new Date(instant);
}
