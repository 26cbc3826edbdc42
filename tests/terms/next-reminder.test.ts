import { describe, expect, test } from "vitest";
import { zonedClock, zonedInstant } from "#app/i18n/dates/zones";
import { nextReminder, nextWithin } from "#terms/mail/next-reminder";
import { type ReminderSchedule, usualSchedule, type Weekday, weekdays } from "#terms/mail/schedule";
import { zoneOfCountry } from "#terms/mail/zones-by-country";

const clocks = { shown: zonedClock, instant: zonedInstant };
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** From UTC-11 to UTC+14: halves and quarters of hours, changes of an hour and of half an hour, at midnight and on either side of the equator. */
const places = [
  "Pacific/Pago_Pago",
  "America/Los_Angeles",
  "America/New_York",
  "America/St_Johns",
  "America/Santiago",
  "America/Sao_Paulo",
  "Atlantic/Azores",
  "Europe/London",
  "Europe/Berlin",
  "Africa/Cairo",
  "Asia/Beirut",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Shanghai",
  "Australia/Lord_Howe",
  "Australia/Sydney",
  "Pacific/Chatham",
  "Pacific/Tongatapu",
  "Pacific/Kiritimati",
] as const;

const formats = new Map<string, Intl.DateTimeFormat>();
const newFormat = (timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });

/** The clock of a zone by another way than the product's. */
function wallOf(at: Date, zone: string) {
  const format = formats.get(zone) ?? newFormat(zone);
  formats.set(zone, format);
  const [day, time] = format.format(at).split(/,? /);
  return { day: (day ?? "").toLowerCase(), time: time ?? "" };
}

function isWithin({ days, from, to }: ReminderSchedule, zone: string, at: Date): boolean {
  const { day, time } = wallOf(at, zone);
  return days.some((one) => one === day) && time >= from && time < to;
}

const schedules: readonly ReminderSchedule[] = [
  usualSchedule,
  { ...usualSchedule, days: ["sun"], from: "07:00", to: "08:00" },
  { ...usualSchedule, days: weekdays as readonly Weekday[], from: "19:00", to: "20:00" },
];

describe("the next instant within the hours of a schedule", () => {
  test.each(places)("in %s is by day, is not before it was asked for, and is the first there is", (zone) => {
    const begin = Date.UTC(2026, 0, 1, 0, 17);
    for (const schedule of schedules) {
      for (let at = begin; at < begin + 366 * dayMs; at += 29 * hourMs) {
        const earliest = new Date(at);
        const next = nextWithin(schedule, zone, earliest, clocks);
        expect(next.getTime()).toBeGreaterThanOrEqual(at);
        expect(isWithin(schedule, zone, next), `${next.toISOString()} in ${zone}`).toBe(true);
        const before = new Date(next.getTime() - 60_000);
        if (before >= earliest) expect(isWithin(schedule, zone, before)).toBe(false);
        expect(next.getTime() - at).toBeLessThan(7 * dayMs + hourMs);
      }
    }
  });

  test("is looked for past a day that a zone left out, and never for ever", () => {
    const friday = { ...usualSchedule, days: ["fri"] as const };
    const thursday = new Date("2011-12-30T02:00:00Z");
    expect(nextWithin(friday, "Pacific/Apia", thursday, clocks).toISOString()).toBe("2012-01-05T19:00:00.000Z");
    expect(() => nextWithin({ ...usualSchedule, days: [] }, "UTC", thursday, clocks)).toThrow("nothing is within");
  });
});

describe("the next reminder", () => {
  const lastMail = new Date("2026-03-02T03:00:00Z");
  const of = (sent: number, zone = "UTC") => nextReminder(usualSchedule, { zone, sent, lastMail }, clocks);

  test("is so many days after the newest mail, and there are so many and no more", () => {
    expect(of(0)?.toISOString()).toBe("2026-03-16T09:00:00.000Z");
    // Ten days later is a Thursday, before nine.
    expect(of(1)?.toISOString()).toBe("2026-03-12T09:00:00.000Z");
    expect(of(2)).toEqual(of(1));
    expect(of(3)).toBeUndefined();
  });

  test("is by the clock of the supplier", () => {
    expect(of(0, "Asia/Shanghai")?.toISOString()).toBe("2026-03-16T03:00:00.000Z");
    expect(of(0, "America/New_York")?.toISOString()).toBe("2026-03-16T13:00:00.000Z");
  });
});

test("every country that can be written has a zone that there is", () => {
  const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  // Codes that are no country, or none any more.
  const others = new Set(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]);
  const former = new Set(["AN", "BU", "CS", "DD", "FX", "NT", "SU", "TP", "YD", "YU", "ZR", "UK"]);
  const countries = letters
    .flatMap((one) => letters.map((other) => one + other))
    .filter(
      (code) => names.of(code) && !others.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`,
    )
    .filter((code) => !former.has(code));
  expect(countries.length).toBeGreaterThan(240);
  const unknown = countries.filter((country) => zoneOfCountry(country) === "UTC");
  expect(unknown).toEqual(["BV", "HM"]);
  const at = new Date("2026-03-02T12:00:00Z");
  for (const country of countries) expect(zonedClock(at, zoneOfCountry(country)).date).toMatch(/^2026-03-0[123]$/);
  expect(zoneOfCountry("CN")).toBe("Asia/Shanghai");
});
