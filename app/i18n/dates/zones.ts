const formats = new Map<string, Intl.DateTimeFormat>();

/** All zones there are, UTC first. */
export function zones(): readonly string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone !== "";
  } catch {
    return false;
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(zone, made);
  return made;
}

/** The clock on the wall of a zone at an instant: `2026-11-30` and `23:59`. */
export function zonedClock(at: Date, zone: string): { date: string; time: string } {
  const parts = Object.fromEntries(
    formatOf(zone)
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
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== date) return undefined;
  let instant = wall;
  // The offset depends on the instant that is being looked for; twice is enough for every zone there is.
  for (let round = 0; round < 2; round++) {
    const shown = zonedClock(new Date(instant), zone);
    instant += wall - asUtc(shown.date, shown.time);
  }
  return new Date(instant);
}
