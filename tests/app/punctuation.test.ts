import { expect, test } from "vitest";
import { inARow, labelled, oneAfterOther } from "#app/i18n/punctuation";

test.each([
  ["en", "a, b", "Country: b"],
  ["vi", "a, b", "Country: b"],
  ["ar", "a، b", "Country: b"],
  ["zh-Hans", "a、b", "Country：b"],
  ["ja", "a、b", "Country：b"],
])("lists and labels are set in %s as its readers expect them", (language, row, label) => {
  expect(inARow(["a", "b"], language)).toBe(row);
  expect(labelled("Country", "b", language)).toBe(label);
});

test("statements of a line stand after each other with the comma of the language", () => {
  expect(oneAfterOther(["丹东一厂", "国家：中国"], "zh-Hans")).toBe("丹东一厂，国家：中国");
});

test("a label that asks is not followed by a colon, and no other mark stands twice", () => {
  expect(labelled("Is it a state company?", "No", "en")).toBe("Is it a state company? No");
  expect(labelled("هل هي شركة حكومية؟", "لا", "ar")).toBe("هل هي شركة حكومية؟ لا");
  expect(labelled("是否为国有企业？", "否", "zh-Hans")).toBe("是否为国有企业？否");
  expect(labelled("Owner:", "Wang Lei", "en")).toBe("Owner: Wang Lei");
});
