import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { languages } from "#app/i18n/languages";
import { hasMailTexts, hasSupplierTexts, mailNamespaces, supplierNamespaces } from "#app/i18n/texts/coverage";
import { missingTexts } from "#app/i18n/texts/missing-texts";
import { namespaces } from "#app/i18n/texts/namespaces";
import { filesBelow, readSourceStrings } from "./source-strings";

const english = { title: "Lines", found_one: "{{count}} line", found_other: "{{count}} lines", none: { text: "None" } };
const due = { left_zero: "today", left_one: "{{count}} day", left_other: "{{count}} days" };

describe("a language lacks", () => {
  test.each([
    ["vi", { title: "Dòng", found_other: "{{count}} dòng", none: { text: "Không" } }, []],
    ["vi", { title: "Dòng", found_other: "{{count}} dòng" }, ["none.text"]],
    ["vi", { title: "", found_other: "{{count}} dòng", none: { text: "Không" } }, ["title"]],
    [
      "ru",
      { title: "Строки", found_one: "строка", found_other: "строки", none: { text: "Нет" } },
      ["found_few", "found_many"],
    ],
    ["es", { title: "Líneas", found_one: "línea", found_other: "líneas", none: { text: "No" } }, ["found_many"]],
    [
      "ar",
      { title: "أسطر", found_one: "سطر", found_two: "سطران", found_other: "سطر", none: { text: "لا" } },
      ["found_zero", "found_few", "found_many"],
    ],
    ["ko", undefined, ["title", "found_other", "none.text"]],
  ])("in %s, of %j, what is missing there: %j", (language, own, missing) => {
    expect([...missingTexts(english, own, language)].sort()).toEqual([...missing].sort());
  });

  test("the words for none too, where English has some", () => {
    expect(missingTexts(due, { left_other: "còn {{count}} ngày" }, "vi")).toEqual(["left_zero"]);
    expect(missingTexts(due, { left_zero: "hôm nay", left_other: "còn {{count}} ngày" }, "vi")).toEqual([]);
  });
});

describe("what is asked of a language before a page or a mail is in it", () => {
  const used = (folders: readonly string[]) => {
    const files = folders.flatMap((folder) => filesBelow(folder, [".ts", ".tsx"]));
    const { texts, templates } = readSourceStrings(files);
    const heads = [...texts, ...templates.map(([head = ""]) => head)];
    // The namespace of a key, `evidence:state.x`, or one that is asked for by its name.
    const named = files.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/use(?:Texts|Translation)\("(\w+)"\)/g)].map(([, name]) => name ?? ""),
    );
    const prefixes = heads.map((head) => /^(\w+):[\w.-]/.exec(head)?.[1] ?? "");
    return namespaces.filter((name) => prefixes.includes(name) || named.includes(name));
  };

  test("is every file that supplier pages say something from", () => {
    const asked: readonly string[] = supplierNamespaces;
    const found = used(["app/services/supplier", "app/components/supplier"]);
    expect(found).toEqual(expect.arrayContaining(["supplier", "evidence", "problems"]));
    expect(found.filter((name) => !asked.includes(name))).toEqual([]);
  });

  test("is every file that mails say something from", () => {
    // What a person of the team is written is in the language of the team's pages.
    const asked: readonly string[] = [...mailNamespaces, "team"];
    expect(used(["app/mail"]).filter((name) => !asked.includes(name))).toEqual([]);
  });

  test("is there in English, Arabic and simplified Chinese", () => {
    for (const tag of ["en", "ar", "zh-Hans"])
      expect([tag, hasSupplierTexts(tag), hasMailTexts(tag)]).toEqual([tag, true, true]);
  });

  test("is all of it for a language that counts as complete", () => {
    const complete = languages.filter((language) => language.complete);
    expect(complete.map(({ tag }) => tag)).toContain("en");
    const lacking = complete.flatMap(({ tag }) =>
      namespaces
        .filter((name) => !readdirSync(`app/i18n/locales/${tag}`).includes(`${name}.json`))
        .map((name) => `${tag} ${name}`),
    );
    expect(lacking).toEqual([]);
  });

  test("stands in folders of languages that people can choose", () => {
    const tags: readonly string[] = languages.map(({ tag }) => tag);
    expect(readdirSync("app/i18n/locales").filter((folder) => !tags.includes(folder))).toEqual([]);
  });
});
