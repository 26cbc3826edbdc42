import { beforeAll, describe, expect, test } from "vitest";
import { QuestionPage } from "#app/components/supplier/question/question-page";
import { RowPage } from "#app/components/supplier/rows/row-page";
import type { LanguageTag } from "#app/i18n/languages";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { saveRow } from "#app/services/supplier/rows/save-row";
import { showRow } from "#app/services/supplier/rows/show-row";
import { form } from "#tests/support/supplier";
import { asked, askedFirst, draw, site } from "./asked";

describe("suppliers who read another language", () => {
  let pages: readonly { readonly language: LanguageTag; readonly html: string; readonly notice?: string }[];
  beforeAll(async () => {
    pages = await Promise.all(
      (["ar", "zh-Hans"] as const).map(async (language) => {
        const { open } = await asked({}, language);
        const view = await showQuestion(await open(), { question: "E1" });
        return { language, html: draw(<QuestionPage view={view} />, language), notice: view.frame.notice };
      }),
    );
  });

  test("get version 2 in it, with nothing that is said to be in English", () => {
    const [arabic, chinese] = pages.map(({ html }) => /<h1[^>]*>([^<]*)/.exec(html)?.[1]);
    expect(arabic).toMatch(/^هل يعمل حاليًا في مواقعكم .*كوريا/);
    expect(chinese).toMatch(/^[^a-z]*朝鲜[^a-z]*$/);
    expect(pages.map(({ notice }) => notice)).toEqual([undefined, undefined]);
  });

  test("read names of columns with the mark of their own language at the end", async () => {
    const { open } = await asked({ B1: { value: { sites: [site] } } }, "ar");
    const page = (question: string) => async () =>
      draw(<QuestionPage view={await showQuestion(await open(), { question })} />, "ar");
    const html = await page("B1")();
    expect(html).toContain('data-label="البلد أو الإقليم: "');
    expect(html).toMatch(/data-label="ما نوع العمل [^"]*؟ "/);
    expect(await page("D1")()).toContain("عدد العمال: 42</small>");
  });
});

describe("the name of the buyer", () => {
  const named = async (name: string, language: LanguageTag = "en") => {
    const { open } = await asked({ B1: { value: { sites: [site] } } }, language, name);
    const self = await open();
    return draw(<QuestionPage view={await showQuestion(self, { question: "C1" })} />, language).replaceAll(
      "<!-- -->",
      "",
    );
  };

  test.each([
    ["Nordmark Outdoor", "What do you supply to Nordmark Outdoor?"],
    ["Smith &amp; Sons <b>", "What do you supply to Smith &amp;amp; Sons &lt;b&gt;?"],
    ["$& {{buyer}}", "What do you supply to $&amp; {{buyer}}?"],
    ["شركة الشمال", "What do you supply to \u2068شركة الشمال\u2069?"],
  ])("stands in the question: %s", async (name, question) => {
    expect(await named(name)).toContain(question);
  });

  test("stands in the text of another language, kept apart where it runs the other way", async () => {
    expect(await named("شركة الشمال", "ar")).toContain("ماذا تورّدون إلى شركة الشمال؟");
    expect(await named("Nordmark", "ar")).toContain("ماذا تورّدون إلى \u2068Nordmark\u2069؟");
  });
});

describe("the lists that a supplier chooses from", () => {
  const choices = async (version: number) => {
    const materials = { value: { sites: [site] } };
    const { open } = version === 2 ? await asked({ B1: materials }) : await askedFirst();
    const self = await open();
    const part = version === 2 ? undefined : { question: "C2", part: "materials" };
    const goods = draw(<RowPage view={await showRow(self, { question: "C1", part: "goods" })} />);
    const listed = part
      ? draw(<RowPage view={await showRow(self, part)} />)
      : draw(<QuestionPage view={await showQuestion(self, { question: "C2" })} />);
    return ["manganese", "electrolytic-copper-products"]
      .map((good) => goods.includes(`value="${good}"`))
      .concat(["manganese", "electrolytic-copper"].map((material) => listed.includes(`value="${material}"`)));
  };

  test("are those of November 2026 in version 2, and the first ones in version 1", async () => {
    expect(await choices(2)).toEqual([true, true, true, true]);
    expect(await choices(1)).toEqual([false, false, false, false]);
  });

  test.each([
    [2, "saved"],
    [1, "errors"],
  ])("are what version %i takes", async (version, kind) => {
    const { open } = version === 2 ? await asked({ B1: { value: { sites: [site] } } }) : await askedFirst();
    const typed = {
      "C1.goods.product": "Alloy",
      "C1.goods.kind": "goods",
      "C1.goods.hs": "81",
      "C1.goods.good": "manganese",
      "C1.goods.sites": "s1",
      "C1.goods.markets": "us",
    };
    const row = { question: "C1", part: "goods", fields: form(typed), basedOn: 0, intent: "go-on" } as const;
    expect((await saveRow(await open(), row)).kind).toBe(kind);
  });
});
