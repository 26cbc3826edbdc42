import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDate, parseDate } from "#questionnaires/reading/dates";
import { parseNumber } from "#questionnaires/reading/numbers";

describe("a typed number", () => {
  it.each<[string, number]>([
    ["1234", 1234],
    ["1,234", 1234],
    ["1.234", 1234],
    ["1 234", 1234],
    ["1\u00a0234", 1234],
    ["1\u202f234\u202f567", 1234567],
    ["1'234'567", 1234567],
    ["1’234", 1234],
    ["12,34,567", 1234567],
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["1 234,5", 1234.5],
    ["12,5", 12.5],
    ["0,500", 0.5],
    [".5", 0.5],
    ["-3", -3],
    ["−3", -3],
    ["+3", 3],
    ["-0", 0],
    ["007", 7],
    ["١٢٣٤", 1234],
    ["١٬٢٣٤٫٥", 1234.5],
    ["۱۲۳", 123],
    ["१२३", 123],
    ["၁၂၃", 123],
    ["１２３", 123],
    ["𝟏𝟐𝟑", 123],
    ["\u200f١٢\u200e", 12],
  ])("%s", (typed, value) => {
    expect(parseNumber(typed)).toBe(value);
  });

  it.each([
    "",
    " ",
    "x",
    "1e5",
    "0x10",
    "Infinity",
    "NaN",
    "1,23,4",
    "1.2.3",
    "12 34",
    "1,",
    "--1",
    "1-2",
    "1,234,5",
    "½",
    "十",
    "1".repeat(50),
  ])("is none: %s", (typed) => {
    expect(parseNumber(typed)).toBeUndefined();
  });

  it("is the same in every script, for every whole number", () => {
    const scripts = ["arab", "arabext", "beng", "deva", "khmr", "mymr", "thai", "fullwide", "mathsans"];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.constantFrom(...scripts), (value, numberingSystem) => {
        expect(parseNumber(new Intl.NumberFormat("en", { numberingSystem }).format(value))).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });

  it("is read back as every launch language writes it", () => {
    const locales = [
      "en",
      "zh-Hans",
      "ko",
      "ja",
      "ru",
      "vi",
      "th",
      "id",
      "bn",
      "tr",
      "ar",
      "es",
      "pt-BR",
      "fr",
      "de",
      "hi",
      "de-CH",
    ];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.constantFrom(...locales), (tenths, locale) => {
        // With one decimal nothing is ambiguous; whole numbers are covered above.
        const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).format(tenths / 10);
        expect(parseNumber(written)).toBe(tenths / 10);
      }),
      { numRuns: 1000 },
    );
  });
});

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

  it("is put together from its fields", () => {
    expect(parseDate({ year: " 2020 ", month: "2", day: "29" }, "day")).toBe("2020-02-29");
    expect(parseDate({ year: "2021", month: "02", day: "29" }, "day")).toBeUndefined();
    expect(parseDate({ year: "2020", month: "2", day: "" }, "day")).toBeUndefined();
    expect(parseDate({ year: "20", month: "2", day: "1" }, "day")).toBeUndefined();
    expect(parseDate({ year: "๒๐๒๐", month: "๒", day: "" }, "month")).toBe("2020-02");
  });
});
