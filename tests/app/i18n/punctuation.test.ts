import { expect, test } from "vitest";
import { translator } from "#app/i18n/texts/i18n.server";
import { isolate } from "#app/i18n/writing/isolate";
import { inBrackets, joinItems, joinLabel, joinStatements, percentMarks } from "#app/i18n/writing/punctuation";
import { firstSentence } from "#app/i18n/writing/sentences";

test.each([
  ["en", "a, b", "Country: b"],
  ["vi", "a, b", "Country: b"],
  ["ar", "\u2068a\u2069، \u2068b\u2069", "Country: \u2068b\u2069"],
  ["fr", "a, b", "Country\u00a0: b"],
  ["th", "a, b", "Country: b"],
  ["bn", "a, b", "Country: b"],
  ["zh-Hant", "a、b", "Country：b"],
  ["zh-Hans", "a、b", "Country：b"],
  ["ja", "a、b", "Country：b"],
])("lists and labels are set in %s as its readers expect them", (language, row, label) => {
  expect(joinItems(["a", "b"], language)).toBe(row);
  expect(joinLabel("Country", "b", language)).toBe(label);
});

test("statements of a line stand after each other with the comma of the language", () => {
  expect(joinStatements(["丹东一厂", "国家：中国"], "zh-Hans")).toBe("丹东一厂，国家：中国");
  expect(joinStatements(["โรงงาน 1", "ประเทศ: ไทย"], "th")).toBe("โรงงาน 1 ประเทศ: ไทย");
});

test("a label that asks is not followed by a colon, and no other mark stands twice", () => {
  expect(joinLabel("Is it a state company?", "No", "en")).toBe("Is it a state company? No");
  expect(joinLabel("هل هي شركة حكومية؟", "لا", "ar")).toBe("هل هي شركة حكومية؟ لا");
  expect(joinLabel("是否为国有企业？", "否", "zh-Hans")).toBe("是否为国有企业？否");
  expect(joinLabel("Owner:", "Wang Lei", "en")).toBe("Owner: Wang Lei");
  expect(joinLabel("মালিক।", "Wang Lei", "bn")).toBe("মালিক: Wang Lei");
  expect(joinLabel("Pays\u00a0:", "Chine", "fr")).toBe("Pays\u00a0: Chine");
  expect(joinLabel("国家。", "中国", "ja")).toBe("国家：中国");
});

test("a value that runs against its line is kept apart, and no other", () => {
  expect(isolate("invoice 2026-03.pdf", "ar")).toBe("\u2068invoice 2026-03.pdf\u2069");
  expect(isolate("الواحة", "ar")).toBe("الواحة");
  expect(isolate("الواحة 2", "en")).toBe("\u2068الواحة 2\u2069");
  expect(isolate("Plant 2", "zh-Hans")).toBe("Plant 2");
  for (const value of [
    "Завод «Восток»",
    "丹东一厂",
    "서울 공장",
    "+90 212 555 01 01",
    "2026-03",
    "10/2026",
    "-5",
    "Plant-2",
  ])
    expect(isolate(value, "ar")).toBe(`\u2068${value}\u2069`);
  for (const value of ["120", "23:59", "1,250", "12.5", "الواحة 2"]) expect(isolate(value, "ar")).toBe(value);
  for (const value of ["مصنع النور", "Plant النور", "אור"]) expect(isolate(value, "ru")).toBe(`\u2068${value}\u2069`);
  expect(isolate(isolate("الواحة", "en"), "en")).toBe(isolate("الواحة", "en"));
});

test("a name that ends in a full stop does not end a sentence twice", () => {
  const t = translator("en");
  expect(t("supplier:foot.who", { buyer: "Fiação do Ave, Lda." })).toContain("Fiação do Ave, Lda. asks them.");
  expect(t("supplier:decline.not-supplier", { buyer: "a..b.pdf" })).toContain("a..b.pdf");
  const said = t("supplier:receipt.mailed", { mail: "Fiação do Ave, Lda." });
  expect(said.endsWith("Lda.")).toBe(true);
  expect(said.endsWith("Lda..")).toBe(false);
  expect(translator("ar")("supplier:receipt.mailed", { mail: "Ltd." })).toMatch(/\u2068Ltd\.\u2069$/);
  expect(t("supplier:receipt.mailed", { mail: "شركة النور م.م." })).toMatch(/م\.م\.\u2069$/);
});

test.each([
  ["en", "Thank you for saying so. ", "Please wait."],
  ["zh-Hans", "感谢贵公司如实说明。", "请勿解雇任何人。"],
  ["ar", "شكرًا لكم على الإفصاح عن ذلك. ", "يُرجى الانتظار."],
])("the first sentence of a text in %s is told from the rest", (language, first, rest) => {
  expect(firstSentence(first + rest, language)).toEqual([first, rest]);
});

test("what is said aside stands in the brackets of the language", () => {
  expect(inBrackets("China Time", "UTC+8", "en")).toBe("China Time (UTC+8)");
  expect(inBrackets("中国时间", "UTC+8", "zh-Hans")).toBe("中国时间（UTC+8）");
  expect(inBrackets("日本時間", "UTC+9", "ja")).toBe("日本時間（UTC+9）");
});

test.each([
  ["en", "25%"],
  ["tr", "%25"],
  ["de", "25\u00a0%"],
  ["zh-Hans", "25%"],
])("a share is marked in %s as in %s", (language, share) => {
  const [before, after] = percentMarks(language);
  expect(`${before}25${after}`).toBe(share);
});
