import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { areSameDay, daysUntil, formatCalendarDate, formatDay, formatLongDay, isoDay } from "#app/i18n/dates/days";
import { dayMoment, formatDue, formatShortDue, formatTime, timeMoment } from "#app/i18n/dates/moments";
import { formatOffset, zonedClock } from "#app/i18n/dates/zones";
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

test("days are counted whole, and told apart where they begin in a zone", () => {
  expect(daysUntil(new Date("2026-12-02T15:58:59.000Z"), at)).toBe(1);
  expect(daysUntil(at, new Date("2026-12-01T00:00:00.000Z"))).toBe(-1);
  const later = new Date("2026-11-30T16:00:00.000Z");
  expect(areSameDay(at, later, "UTC")).toBe(true);
  expect(areSameDay(at, later, "Asia/Shanghai")).toBe(false);
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
