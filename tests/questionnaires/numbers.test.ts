import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuestion, readRow } from "#questionnaires/reading";
import { parseNumber } from "#questionnaires/reading/numbers";
import { context, fields, question, tableOf } from "./forms";

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

/** Rows of the case "number-range": what was typed, and the number that it is, if it is one. */
const cases: readonly (readonly [typed: string, value: number | undefined])[] = [
  ["100-150", undefined],
  ["100–150", undefined],
  ["50~100", undefined],
  ["10/120", undefined],
  ["100:200", undefined],
  ["100x150", undefined],
  ["1e300", undefined],
  ["2*100", undefined],
  ["1a234", undefined],
  ["100-150-200", undefined],
  ["1_200", undefined],
  ["1;200", undefined],
  ["9999999999999999", undefined],
  ["1 200", 1200],
  ["1’200", 1200],
  ["1.200", 1200],
  ["1,20,000", 120_000],
];

/** More of the kind: ranges, sums, units and signs of all scripts, and groups that are none. */
const more: readonly (readonly [typed: string, value: number | undefined])[] = [
  ["100—150", undefined],
  ["100 - 150", undefined],
  ["100〜150", undefined],
  ["100～150", undefined],
  ["100‑150", undefined],
  ["100 to 150", undefined],
  ["100至150", undefined],
  ["100÷2", undefined],
  ["100×150", undefined],
  ["1^3", undefined],
  ["=100", undefined],
  ["~100", undefined],
  ["≈100", undefined],
  [">100", undefined],
  ["100+", undefined],
  ["#100", undefined],
  ["100%", undefined],
  ["$100", undefined],
  ["৳100", undefined],
  ["100人", undefined],
  ["1万", undefined],
  ["1k", undefined],
  ["1|200", undefined],
  ["1`200", undefined],
  ["1\\200", undefined],
  ["1\t200", undefined],
  ["1\n200", undefined],
  ["1؛200", undefined],
  ["1、200", undefined],
  ["1·200", undefined],
  ["१٬२००", undefined],
  ["1 2 3", undefined],
  ["12 34", undefined],
  ["12 34 567", undefined],
  ["1 20 000", undefined],
  ["1.20.000", undefined],
  ["1,2,3", undefined],
  ["0 123", undefined],
  ["012,345", undefined],
  ["0,123,456", undefined],
  ["1 234,567 890", undefined],
  ["1 000'000", undefined],
  ["1  200", undefined],
  ["1,,200", undefined],
  ["1.", undefined],
  ["+-5", undefined],
  ["-+5", undefined],
  ["5-", undefined],
  ["(5)", undefined],
  ["²", undefined],
  ["1²", undefined],
  ["¼", undefined],
  ["①", undefined],
  ["Ⅳ", undefined],
  ["٪", undefined],
  ["1️⃣", undefined],
  ["1٢٣", undefined],
  ["१2", undefined],
  ["\u202e123", undefined],
  ["9007199254740993", undefined],
  ["0.10000000000000000001", undefined],
  ["123456789012345.678", undefined],
  ["1 000 000,5", 1_000_000.5],
  ["1'000.50", 1000.5],
  ["1\u2009000", 1000],
  ["1\u2007000", 1000],
  ["1\u202f000\u202f000", 1_000_000],
  ["1\u3000000", 1000],
  ["1,20,000.50", 120_000.5],
  ["१,२०,०००", 120_000],
  ["১,২০,০০০", 120_000],
  ["١٬٢٣٤٬٥٦٧", 1_234_567],
  ["١،٢٠٠", 1200],
  ["۱٬۲۳۴٫۵", 1234.5],
  ["1٬200", 1200],
  ["１，２００", 1200],
  ["１２00", 1200],
  ["\u200b1\u200b200\u2060", 1200],
  ["9007199254740991", 9_007_199_254_740_991],
  ["33.333333333333336", 33.333333333333336],
];

describe("closed lists of marks", () => {
  it.each([...cases, ...more])("%s", (typed, value) => {
    expect(parseNumber(typed)).toBe(value);
  });

  it("hold in a question, in a row and in a share", () => {
    for (const [typed, value] of [...cases, ...more]) {
      if (value !== undefined) continue;
      const sent = fields({ "L1.suppliers": typed, "B1.sites.workers": typed, "D3.share": typed });
      const codesOf = (errors: readonly { field: string; code: string }[] = []) =>
        errors.filter(({ code }) => code === "not-a-number").map(({ field }) => field);
      expect(codesOf(readQuestion(question("L1"), sent, context).errors)).toContain("L1.suppliers");
      expect(codesOf(readRow(question("B1"), tableOf("B1"), sent, context).errors)).toEqual(["B1.sites.workers"]);
    }
  });

  it("never make a number of any other sign between figures", () => {
    const allowed = new Set(" \u00a0\u2007\u2008\u2009\u202f\u3000'\u2019\u02bc,.\u066b\u066c\u060c\uff0c\uff0e");
    for (let code = 0x20; code < 0x1_0000; code += 1) {
      const sign = String.fromCharCode(code);
      if (allowed.has(sign) || /[\p{Nd}\p{Default_Ignorable_Code_Point}]/u.test(sign)) continue;
      expect([code.toString(16), parseNumber(`1${sign}200`)]).toEqual([code.toString(16), undefined]);
    }
  });

  it("keep every whole number that is exact, and refuse all that are not", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 19n }), (number) => {
        const exact = number <= BigInt(Number.MAX_SAFE_INTEGER);
        expect(parseNumber(String(number))).toBe(exact ? Number(number) : undefined);
      }),
      { numRuns: 1000 },
    );
  });
});
