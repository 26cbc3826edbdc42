import { expect, test } from "vitest";
import { translator } from "#app/i18n/texts/i18n.server";
import { isolate } from "#app/i18n/writing/isolate";
import { joinItems, joinLabel, joinStatements } from "#app/i18n/writing/punctuation";
import { firstSentence } from "#app/i18n/writing/sentences";

test.each([
  ["en", "a, b", "Country: b"],
  ["vi", "a, b", "Country: b"],
  ["ar", "a، b", "Country: b"],
  ["zh-Hans", "a、b", "Country：b"],
  ["ja", "a、b", "Country：b"],
])("lists and labels are set in %s as its readers expect them", (language, row, label) => {
  expect(joinItems(["a", "b"], language)).toBe(row);
  expect(joinLabel("Country", "b", language)).toBe(label);
});

test("statements of a line stand after each other with the comma of the language", () => {
  expect(joinStatements(["丹东一厂", "国家：中国"], "zh-Hans")).toBe("丹东一厂，国家：中国");
});

test("a label that asks is not followed by a colon, and no other mark stands twice", () => {
  expect(joinLabel("Is it a state company?", "No", "en")).toBe("Is it a state company? No");
  expect(joinLabel("هل هي شركة حكومية؟", "لا", "ar")).toBe("هل هي شركة حكومية؟ لا");
  expect(joinLabel("是否为国有企业？", "否", "zh-Hans")).toBe("是否为国有企业？否");
  expect(joinLabel("Owner:", "Wang Lei", "en")).toBe("Owner: Wang Lei");
});

test("a value that runs against its line is kept apart, and no other", () => {
  expect(isolate("invoice 2026-03.pdf", "ar")).toBe("\u2068invoice 2026-03.pdf\u2069");
  expect(isolate("الواحة", "ar")).toBe("الواحة");
  expect(isolate("الواحة 2", "en")).toBe("\u2068الواحة 2\u2069");
  expect(isolate("Plant 2", "zh-Hans")).toBe("Plant 2");
});

test("a name that ends in a full stop does not end a sentence twice", () => {
  const t = translator("en");
  expect(t("supplier:foot.who", { buyer: "Fiação do Ave, Lda." })).toContain("Fiação do Ave, Lda. asks them.");
  expect(t("supplier:decline.not-supplier", { buyer: "a..b.pdf" })).toContain("a..b.pdf");
  const said = t("supplier:receipt.mailed", { mail: "Fiação do Ave, Lda." });
  expect(said.endsWith("Lda.")).toBe(true);
  expect(said.endsWith("Lda..")).toBe(false);
});

test.each([
  ["en", "Thank you for saying so. ", "Please wait."],
  ["zh-Hans", "感谢贵公司如实说明。", "请勿解雇任何人。"],
  ["ar", "شكرًا لكم على الإفصاح عن ذلك. ", "يُرجى الانتظار."],
])("the first sentence of a text in %s is told from the rest", (language, first, rest) => {
  expect(firstSentence(first + rest, language)).toEqual([first, rest]);
});
