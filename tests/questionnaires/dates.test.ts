import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { languages } from "#app/i18n/languages";
import { readQuestion, readRow } from "#questionnaires/reading";
import { isDate, parseDate } from "#questionnaires/reading/dates";
import { monthOf } from "#questionnaires/reading/months";
import { parseWholeDate } from "#questionnaires/reading/whole-dates";
import { yearOf } from "#questionnaires/reading/years";
import { context, fields, question, tableOf } from "./forms";

describe("a date", () => {
  it("exists on 29 February in leap years only", () => {
    const dates = ["2020-02-29", "2000-02-29", "2021-02-29", "1900-02-29"];
    expect(dates.filter((date) => isDate(date, "day"))).toEqual(["2020-02-29", "2000-02-29"]);
  });

  it("agrees with the calendar on every day", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        (date) => {
          expect(isDate(date.toISOString().slice(0, 10), "day")).toBe(true);
          expect(isDate(date.toISOString().slice(0, 7), "month")).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is refused with a day or month that is not there", () => {
    const dates = ["2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00", "2024-1-1", "24-01-01", "2024-01-01T00:00"];
    expect(dates.filter((date) => isDate(date, "day"))).toEqual([]);
    expect(isDate("2024-01-01", "month")).toBe(false);
  });

  it.each<[string, { year: string; month: string; day: string }, string | undefined]>([
    ["plain", { year: " 2020 ", month: "2", day: "29" }, "2020-02-29"],
    ["no leap year", { year: "2021", month: "02", day: "29" }, undefined],
    ["no day", { year: "2020", month: "2", day: "" }, undefined],
    ["two digits", { year: "21", month: "6", day: "1" }, "2021-06-01"],
    ["two digits of the last century", { year: "98", month: "6", day: "1" }, undefined],
    ["one digit", { year: "7", month: "6", day: "1" }, undefined],
    ["a name", { year: "2021", month: "June", day: "1" }, "2021-06-01"],
    ["a name cut short", { year: "2021", month: "sept.", day: "1" }, "2021-09-01"],
    ["a Buddhist year", { year: "พ.ศ. 2569", month: "มิถุนายน", day: "1" }, "2026-06-01"],
    ["a bare Buddhist year in Thai digits", { year: "๒๕๖๙", month: "มิ.ย.", day: "๑" }, "2026-06-01"],
    ["a year of the Republic", { year: "民國115", month: "6月", day: "1日" }, "2026-06-01"],
    ["a bare year of the Republic", { year: "115", month: "六月", day: "1" }, "2026-06-01"],
    ["a Japanese year", { year: "令和8年", month: "6月", day: "1日" }, "2026-06-01"],
    ["Arabic digits", { year: "٢٠٢٦", month: "حزيران", day: "١" }, "2026-06-01"],
    ["month 0", { year: "2026", month: "0", day: "1" }, undefined],
    ["month 13", { year: "2026", month: "13", day: "1" }, undefined],
    ["two months", { year: "2026", month: "6-7", day: "1" }, undefined],
    ["a fraction", { year: "2026", month: "½", day: "1" }, undefined],
    ["a raised digit", { year: "2026", month: "6", day: "1²" }, undefined],
    ["an Islamic year", { year: "1447", month: "6", day: "1" }, undefined],
    ["a range of years", { year: "2020-2021", month: "6", day: "1" }, undefined],
  ])("is put together from its fields: %s", (_, typed, date) => {
    expect(parseDate(typed, "day")).toBe(date);
  });
});

describe("names of months", () => {
  const shapes: readonly Intl.DateTimeFormatOptions[] = (["long", "short"] as const).flatMap((month) => [
    { month },
    { month, year: "numeric" },
    { month, day: "numeric", year: "numeric" },
  ]);

  test.each(languages.map(({ tag }) => tag))("are understood in %s, in full and short, alone and in a date", (tag) => {
    for (const shape of shapes) {
      const format = new Intl.DateTimeFormat(tag, { ...shape, calendar: "gregory", timeZone: "UTC" });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2026, month - 1, 5));
        const name = parts.find(({ type }) => type === "month")?.value ?? "";
        const typed = { year: "2026", month: name, day: "" };
        expect([name, parseDate(typed, "month")]).toEqual([name, `2026-${String(month).padStart(2, "0")}`]);
        expect(parseDate({ ...typed, month: name.toLocaleUpperCase(tag) }, "month")).toBe(parseDate(typed, "month"));
      }
    }
  });

  const regions = [...languages.map(({ tag }) => tag), "ar-SY", "ar-DZ", "ar-MA", "pt-PT", "de-AT", "es-PE", "en-US"];

  test.each(regions)("stand for one month only, whatever language they are in: %s", (tag) => {
    for (const shape of shapes) {
      const format = new Intl.DateTimeFormat(tag, {
        ...shape,
        calendar: "gregory",
        numberingSystem: "latn",
        timeZone: "UTC",
      });
      const names = Array.from({ length: 12 }, (_, month) =>
        format.formatToParts(Date.UTC(2026, month, 5)).find(({ type }) => type === "month"),
      );
      expect(names.map((name) => monthOf(name?.value ?? ""))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    }
  });

  test.each(["Junee", "J", "summer", "", "6 June", "June/July", "اذار شباط"])("%s is none", (name) => {
    expect(monthOf(name)).toBeUndefined();
  });

  test("that stand for the same month may be joined, as the United Nations do", () => {
    expect(monthOf("آذار/مارس")).toBe(3);
  });
});

test.each<[string, number | undefined]>([
  ["1900", 1900],
  ["1899", undefined],
  ["2099", 2099],
  ["2100", undefined],
  ["2442", undefined],
  ["2443", 1900],
  ["2642", 2099],
  ["2643", undefined],
  ["00", 2000],
  ["49", 2049],
  ["50", undefined],
  ["69", undefined],
  ["B.E. 2569", 2026],
  ["พ.ศ.2569", 2026],
  ["ปี พ.ศ. 2569", 2026],
  ["ค.ศ. 2026", 2026],
  ["ค.ศ. 2569", undefined],
  ["พ.ศ. 2026", undefined],
  ["民國99年", 2010],
  ["民国元年", 1912],
  ["中華民國115年", 2026],
  ["188", 2099],
  ["202", undefined],
  ["平成31年", 2019],
  ["平成32年", undefined],
  ["昭和64", 1989],
  ["令和元年", 2019],
  ["2026年", 2026],
  ["2026년", 2026],
  ["2026 г.", 2026],
  ["year 2026", undefined],
  ["2026?", undefined],
])("the year %s is %s", (typed, year) => {
  expect(yearOf(typed)).toBe(year);
});

describe("a date in one cell", () => {
  it.each<[string, string | undefined]>([
    ["2026-03-31", "2026-03-31"],
    ["2026/3/31", "2026-03-31"],
    ["2026. 3. 31.", "2026-03-31"],
    ["２０２６－０３－３１", "2026-03-31"],
    ["20260331", "2026-03-31"],
    ["2026-03-31 00:00:00", "2026-03-31"],
    ["2026-03-31T00:00:00.000Z", "2026-03-31"],
    ["2026年3月31日", "2026-03-31"],
    ["民國115年3月31日", "2026-03-31"],
    ["115/3/31", "2026-03-31"],
    ["令和8年3月31日", "2026-03-31"],
    ["2026년 3월 31일", "2026-03-31"],
    ["31/03/2026", "2026-03-31"],
    ["03/31/2026", "2026-03-31"],
    ["31.03.2026", "2026-03-31"],
    ["31/03/2569", "2026-03-31"],
    ["5/5/2026", "2026-05-05"],
    ["٣١/٠٣/٢٠٢٦", "2026-03-31"],
    ["31 March 2026", "2026-03-31"],
    ["March 31, 2026", "2026-03-31"],
    ["31-Mar-2026", "2026-03-31"],
    ["1er mars 2026", "2026-03-01"],
    ["31. März 2026", "2026-03-31"],
    ["31 de março de 2026", "2026-03-31"],
    ["31 марта 2026 г.", "2026-03-31"],
    ["ngày 31 tháng 3 năm 2026", "2026-03-31"],
    ["31 มีนาคม พ.ศ. 2569", "2026-03-31"],
    ["31 মার্চ 2026", "2026-03-31"],
    ["31 مارس 2026", "2026-03-31"],
    ["31 KASIM 2026", undefined],
    ["30 KASIM 2026", "2026-11-30"],
    ["2026-03", undefined],
    ["March 2026", undefined],
    ["31/03/26", undefined],
    ["26-03-31", undefined],
    ["31 Mar 26", undefined],
    ["2026-02-30", undefined],
    ["2026/03-31", undefined],
    ["2026-03-31 14:00", undefined],
    ["45747", undefined],
    ["Q1 2026", undefined],
    ["early 2026", undefined],
    ["31 March or April 2026", undefined],
    ["2026-0³-31", undefined],
    ["2026-03-31 / 2026-04-30", undefined],
  ])("%s is the day %s", (typed, date) => {
    expect(parseWholeDate(typed, "day")).toBe(date);
  });

  it.each([
    ["2026-03"],
    ["03/2026"],
    ["3.2026"],
    ["Mar-2026"],
    ["mars 2026"],
    ["2026年3月"],
    ["มี.ค. 2569"],
    ["2026-03-31"],
  ])("%s is a month", (typed) => {
    expect(parseWholeDate(typed, "month")).toBe("2026-03");
  });

  it.each(["03/04/2026", "3-4-2026", "03.04.2026", "٠٣/٠٤/٢٠٢٦", "03/04/2569"])(
    "%s is not guessed: day and month can be taken for each other",
    (typed) => {
      expect(parseWholeDate(typed, "day")).toBe("ambiguous");
      expect(parseWholeDate(typed, "month")).toBe("ambiguous");
    },
  );

  it("is read back as every launch language writes it with the name of the month", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        fc.constantFrom(...languages.map(({ tag }) => tag)),
        fc.constantFrom("long" as const, "short" as const),
        (date, tag, month) => {
          const options = { day: "numeric", month, year: "numeric", timeZone: "UTC" } as const;
          const written = new Intl.DateTimeFormat(tag, options).format(date);
          expect([written, parseWholeDate(written, "day")]).toEqual([written, date.toISOString().slice(0, 10)]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("is a real date or none, whatever is typed", () => {
    const signs = fc.constantFrom(..."0123456789-/. 年月日Mar พ.ศ.٠３de".split(""));
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 14 }), (all) => {
        const found = parseWholeDate(all.join(""), "day");
        expect(found === undefined || found === "ambiguous" || isDate(found, "day")).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("is refused in words of its own on a page and in a row", () => {
    const dated = tableOf("E4").columns.find(({ type }) => type === "date");
    const name = `E4.${tableOf("E4").id}.${dated?.id}`;
    const { errors } = readRow(question("E4"), tableOf("E4"), fields({ [name]: "03/04/2026" }), context);
    expect(errors).toContainEqual({ field: name, code: "ambiguous-date" });
  });
});

describe("dates of version 1", () => {
  const late = { ...context, today: "2026-11-29", allowBlank: true };
  const codes = (typed: Record<string, string>, id: string) =>
    readQuestion(question(id), fields(typed), late).errors?.map(({ field, code }) => [field, code]);

  it.each<[string, Record<string, string>, readonly (readonly [string, string])[] | undefined]>([
    ["E2", { "E2.from": "2022-06", "E2.to": "2019-01" }, [["E2.to", "before-begin"]]],
    ["E2", { "E2.from": "2022-06", "E2.to": "2027-01" }, [["E2.to", "after-today"]]],
    [
      "E2",
      { "E2.from": "2026-12", "E2.to": "2026-12" },
      [
        ["E2.from", "after-today"],
        ["E2.to", "after-today"],
      ],
    ],
    ["E2", { "E2.from": "2019-01", "E2.to": "2019-01" }, undefined],
    [
      "K3",
      { "K3.done": "both", "K3.last-check": "2026-12", "K3.last-audit": "2025-01" },
      [["K3.last-check", "after-today"]],
    ],
    ["K3", { "K3.done": "both", "K3.last-check": "2026-11", "K3.last-audit": "2025-01" }, undefined],
  ])("of %s are refused where they cannot be: %j", (id, typed, errors) => {
    expect(codes({ "E2.answer": "yes", ...typed }, id)).toEqual(errors);
  });

  it.each<[string, Record<string, string>, string]>([
    ["E8", { "E8.orders.from": "2024-05", "E8.orders.to": "2024-04" }, "before-begin"],
    ["E8", { "E8.orders.from": "2031-05" }, "after-today"],
    ["E4", { "E4.steps.visited": "2027-01" }, "after-today"],
  ])("of a row of %s too: %j", (id, typed, code) => {
    const { errors } = readRow(question(id), tableOf(id), fields(typed), late);
    expect(errors?.map((error) => error.code)).toEqual([code]);
  });
});
