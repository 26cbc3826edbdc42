import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { areSameDay, dateOrder, formatCalendarDate, formatDay, formatLongDay, isoDay } from "#app/i18n/dates/days";
import { daysUntil } from "#app/i18n/dates/distance";
import { dayMoment, formatDue, formatShortDue, formatTime, timeMoment } from "#app/i18n/dates/moments";
import { formatOffset, formatZone, zonedClock, zones } from "#app/i18n/dates/zones";
import { languages } from "#app/i18n/languages";
import { escapeHtml } from "#app/i18n/writing/escape-html";
import { filesBelow } from "./source-strings";

const at = new Date("2026-11-30T15:59:00.000Z");

test("a day and a time are written the same way everywhere, in the zone they belong to", () => {
  expect(isoDay(at)).toBe("2026-11-30");
  expect(formatDay(at, "en", "Asia/Shanghai")).toBe("30 Nov 2026");
  expect(formatLongDay(at, "en", "Asia/Shanghai")).toBe("Monday 30 November 2026");
  expect(formatTime(at, "en", "Asia/Shanghai")).toBe("23:59");
  expect(dayMoment(at, "en")).toEqual({ iso: at.toISOString(), text: "30 Nov 2026" });
  expect(timeMoment(at, "en").text).toBe("30 Nov 2026, 15:59 UTC");
  expect(formatCalendarDate("2026-11", "month", "en")).toBe("Nov 2026");
  expect(formatCalendarDate("soon", "day", "en")).toBe("soon");
});

test("a due date names its zone, and in a row only the offset", () => {
  // Versions of ICU name the same zone differently.
  expect(formatDue(at, "Asia/Shanghai", "en")).toMatch(/^30 Nov 2026, 23:59 China (Standard )?Time \(UTC\+8\)$/);
  expect(formatShortDue(at, "Asia/Shanghai", "en")).toBe("30 Nov 2026, 23:59 (UTC+8)");
  expect(formatOffset(at, "America/St_Johns")).toBe("UTC-3:30");
  expect(zonedClock(at, "Pacific/Kiritimati")).toEqual({ date: "2026-12-01", time: "05:59" });
});

test.each(languages.map(({ tag }) => tag))("no zone says its offset twice, in %s", (tag) => {
  const offsets = /[+\-−‎‏]\s*[\d٠-٩]+(?::\d+)?/g;
  const twice = zones()
    .map((zone) => formatZone(at, tag, zone))
    .filter((text) => (text.match(offsets) ?? []).length > 1 || /(UTC|GMT).*(UTC|GMT)/.test(text));
  expect(twice).toEqual([]);
});

test("in Arabic a zone without a name is its offset alone, and one with a name has it once", () => {
  expect(formatZone(at, "ar", "Asia/Shanghai")).toMatch(/^[^()\d]+ \(UTC\+8\)$/);
  expect(formatZone(at, "ar", "UTC")).toMatch(/^([^()\d]+ \()?UTC(\+0)?\)?$/);
  for (const zone of ["Etc/GMT-8", "Asia/Kathmandu", "America/St_Johns", "Africa/Casablanca"]) {
    expect(formatZone(at, "ar", zone)).toMatch(/^([^()\d]+ \()?UTC[+-][\d:]+\)?$/);
  }
});

test.each([
  // due in Shanghai on 30 November at 23:59, which is 15:59 in UTC
  ["2026-11-29T16:30:00.000Z", "Asia/Shanghai", 0],
  ["2026-11-29T15:58:00.000Z", "Asia/Shanghai", 1],
  ["2026-11-29T15:58:00.000Z", "UTC", 1],
  ["2026-11-30T15:58:00.000Z", "Asia/Shanghai", 0],
  ["2026-11-30T16:01:00.000Z", "Asia/Shanghai", -1],
  ["2026-11-30T16:01:00.000Z", "UTC", 0],
  ["2026-12-07T15:00:00.000Z", "Asia/Shanghai", -7],
  ["2026-11-28T11:00:00.000Z", "Pacific/Kiritimati", 2],
])("at %s in %s the due day is %i days of the calendar away", (now, zone, days) => {
  expect(daysUntil(at, new Date(now), zone)).toBe(days);
});

test("days are told apart where they begin in a zone", () => {
  const later = new Date("2026-11-30T16:00:00.000Z");
  expect(areSameDay(at, later, "UTC")).toBe(true);
  expect(areSameDay(at, later, "Asia/Shanghai")).toBe(false);
});

test.each(languages.map(({ tag }) => tag))(
  "years are those of the Gregorian calendar in %s, in Latin figures",
  (tag) => {
    for (const words of [
      formatDay(at, tag, "UTC"),
      formatLongDay(at, tag, "UTC"),
      formatCalendarDate("2026-11", "month", tag),
      formatDue(at, "Asia/Bangkok", tag),
    ]) {
      expect(words).toContain("2026");
      expect(words).not.toMatch(/2569|115|٢/);
    }
  },
);

test.each([
  ["en", "day month year"],
  ["ar", "day month year"],
  ["th", "day month year"],
  ["zh-Hans", "year month day"],
  ["zh-Hant", "year month day"],
  ["ja", "year month day"],
  ["ko", "year month day"],
])("a date is written in %s as %s", (language, order) => {
  expect(dateOrder(language).join(" ")).toBe(order);
});

test("nothing that a person typed can be markup", () => {
  expect(escapeHtml(`<a title="x" id='y'>&</a>`)).toBe("&lt;a title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
});

test.each([
  [
    "days are cut, counted and formatted",
    /toISOString\(\)\.slice\(0, 10\)|86_400_000|Intl\.DateTimeFormat/,
    "app/i18n/dates/",
  ],
  ["HTML is escaped", /&(lt|quot|#39|#x27);/, "app/i18n/writing/escape-html.ts"],
])("%s in one place only", (_what, signs, place) => {
  const elsewhere = filesBelow("app", [".ts", ".tsx"]).filter(
    (file) => !file.startsWith(place) && signs.test(readFileSync(file, "utf8")),
  );
  expect(elsewhere).toEqual([]);
});
