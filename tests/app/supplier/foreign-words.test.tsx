import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import type { CatalogueContents } from "#app/adapters/built-in-catalogue";
import { Field } from "#app/components/supplier/controls/field";
import { AnswersPage } from "#app/components/supplier/print/answers-page";
import { ConflictPage } from "#app/components/supplier/question/conflict-page";
import { QuestionPage } from "#app/components/supplier/question/question-page";
import { PastePage } from "#app/components/supplier/rows/paste-page";
import { RemoveRowPage, RowPage } from "#app/components/supplier/rows/row-page";
import { CheckPage } from "#app/components/supplier/signing/check-page";
import type { LanguageTag } from "#app/i18n/languages";
import { bareText, type PageText } from "#app/i18n/page-text";
import { i18nFor } from "#app/i18n/texts/i18n.server";
import { itemsLine, labelLine, statementsLine } from "#app/i18n/writing/lines";
import { joinItems, joinLabel, joinStatements } from "#app/i18n/writing/punctuation";
import { answerInWords } from "#app/services/answers/answer-words";
import { showPaste } from "#app/services/supplier/paste/show-paste";
import { showAnswers } from "#app/services/supplier/print/show-answers";
import { showConflict } from "#app/services/supplier/question/show-conflict";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { showRowRemoval } from "#app/services/supplier/rows/remove-row";
import { showRow } from "#app/services/supplier/rows/show-row";
import { walkSession } from "#app/services/supplier/session/supplier-session";
import { showCheck } from "#app/services/supplier/signing/show-check";
import { textsOf } from "#questionnaires/texts";
import { goods } from "#scoring/editions/index";
import { aCatalogue, catalogueContents, markedQuestionnaire } from "#tests/support/catalogue";
import { testContext } from "#tests/support/context";
import { asSupplier, form, invite } from "#tests/support/supplier";

const good = goods.goods.find(({ name }) => /^[A-Z][a-z]+$/.test(name));
const english = `<span lang="en" dir="ltr">${good?.name}</span>`;

function draw(page: React.ReactElement, language: LanguageTag): string {
  const html = renderToString(<I18nextProvider i18n={i18nFor(language)}>{page}</I18nextProvider>);
  return html.replaceAll(/[\u2066-\u2069]/g, "").replaceAll("<!-- -->", "");
}

const line = { product: "P", kind: "goods", hs: "52", good: good?.id ?? "", sites: ["s1"], markets: ["us"] };
const answers = {
  A1: { value: { answer: "whole" } },
  B1: { value: { sites: [{ id: "s1", cells: { name: "Plant", country: "PT", activity: "Sewing", workers: 6 } }] } },
  C1: { value: { goods: [{ id: "g1", cells: line }] } },
  E1: { unsure: "legal" },
  E6: { value: { answer: { buy: "no" } } },
} as const;

async function answering(language: string, catalogue?: CatalogueContents) {
  const ctx = await testContext();
  const shelves = new Map<string, CatalogueContents>();
  const own = catalogue ? { ...ctx, catalogue: aCatalogue(shelves) } : ctx;
  const invited = await invite(own);
  if (catalogue) shelves.set(invited.organisation.id, catalogue);
  const supplier = asSupplier(own, invited.token, language);
  await supplier.answers(answers);
  return supplier.open();
}

test.each(["ar", "zh-Hans"] as const)(
  "names of goods, which are there in English only, say so on every page in %s",
  async (language) => {
    const self = await answering(language);
    const at = { question: "C1", part: "goods", row: "g1" };
    const [field] = (await showQuestion(self, { question: "C1" })).fields;
    if (!field) throw new Error("C1 has no field");
    const pages = {
      list: draw(<Field field={field} />, language),
      check: draw(<CheckPage view={await showCheck(self, {})} />, language),
      print: draw(<AnswersPage view={await showAnswers(self, {})} />, language),
      remove: draw(<RemoveRowPage view={await showRowRemoval(self, at)} />, language),
      paste: draw(
        <PastePage view={await showPaste(self, { ...at, text: `P,Goods,52,${good?.name},Plant,United States` })} />,
        language,
      ),
    };
    for (const [name, html] of Object.entries(pages)) expect(html, name).toContain(english);
    const row = draw(<RowPage view={await showRow(self, at)} />, language);
    expect(row).toContain(`selected lang="en">${good?.name}</option>`);
  },
);

test("the code of a question does not turn its Arabic name around", async () => {
  const self = await answering("ar");
  const actions = [{ id: "a1", cells: { gap: "Fees", question: "F3", responsible: "HR", due: "2027-01" } }];
  const walk = walkSession(self.session, { ...self.session.file.answers, N2: { value: { actions } } });
  const question = walk.questionnaire.questions.get("N2");
  const texts = textsOf(walk.questionnaire, "ar");
  const [table] = (question && answerInWords(walk, question, { ui: "ar", texts })?.parts) ?? [];
  const cell = table?.kind === "table" ? table.rows[0]?.[1] : undefined;
  expect(cell).toBe(`\u2068\u2068F3\u2069 ${texts.get("F3.short")?.text}\u2069`);
});

test("on an English page nothing says that it is in English", async () => {
  const self = await answering("en");
  for (const page of [
    <CheckPage key="check" view={await showCheck(self, {})} />,
    <AnswersPage key="print" view={await showAnswers(self, {})} />,
    <QuestionPage key="question" view={await showQuestion(self, { question: "C1" })} />,
  ]) {
    expect(draw(page, "en")).not.toContain('<span lang="en" dir="ltr">');
  }
});

test("what a questionnaire does not have in the reader's language stands in marked English in answers too", async () => {
  const self = await answering("ar", catalogueContents(markedQuestionnaire("OUR ", { languages: ["en"] })));
  const marked = (text: string) => `<span lang="en" dir="ltr">OUR ${text}</span>`;
  const check = draw(<CheckPage view={await showCheck(self, {})} />, "ar");
  const print = draw(<AnswersPage view={await showAnswers(self, {})} />, "ar");
  for (const html of [check, print]) {
    for (const text of ["The whole company", "Cannot answer on legal advice", "No"])
      expect(html).toContain(marked(text));
  }
  // Of a line in two languages each part says its own.
  expect(check).toMatch(
    /<li><span lang="en" dir="ltr">OUR [^<]+<\/span>: <span lang="en" dir="ltr">OUR No<\/span>|<dd><span lang="en" dir="ltr">OUR [^<]+<\/span>: <span lang="en" dir="ltr">OUR No<\/span>/,
  );
  const fields = form({ "A1.answer": "products" });
  const conflict = draw(<ConflictPage view={await showConflict(self, { question: "A1", fields })} />, "ar");
  expect(conflict).toContain(`<mark>${labelled("OUR Scope", "OUR The whole company")}</mark>`);
  expect(conflict).toContain(`<mark>${labelled("OUR Scope", "OUR Chosen products")}</mark>`);
  const question = draw(<QuestionPage view={await showQuestion(self, { question: "E1" })} />, "ar");
  expect(question).toMatch(/<span class="section"><span lang="en" dir="ltr">OUR [^<]+<\/span> · السؤال E1<\/span>/);
});

function labelled(label: string, value: string): string {
  return `<span lang="en" dir="ltr">${label}</span>: <span lang="en" dir="ltr">${value}</span>`;
}

const foreign = { text: "Cotton", lang: "en", dir: "ltr" } as const;

test.each<[PageText, PageText]>([
  ["اسم", "قطن"],
  ["هل هو؟", "نعم"],
  ["Name:", "90"],
  ["名称：", "棉花"],
])("lines say the same as plain text would: %j %j", (label, value) => {
  for (const language of ["en", "ar", "zh-Hans", "fr"]) {
    const [one, other] = [bareText(label), bareText(value)];
    expect(labelLine(label, value, language)).toBe(joinLabel(one, other, language));
    expect(itemsLine([label, value], language)).toBe(joinItems([one, other], language));
    expect(statementsLine([label, value], language)).toBe(joinStatements([one, other], language));
  }
});

test("a foreign part stays whole in a line, and what stands round it is in the language of the page", () => {
  expect(itemsLine(["قطن", foreign, "حرير"], "ar")).toEqual(["قطن، ", foreign, "، حرير"]);
  expect(labelLine("المادة", foreign, "ar")).toEqual(["المادة: ", foreign]);
  expect(labelLine({ ...foreign, text: "Material:" }, "قطن", "ar")).toEqual([
    { ...foreign, text: "Material" },
    ": قطن",
  ]);
  expect(itemsLine([], "ar")).toBe("");
  expect(statementsLine([foreign], "ar")).toEqual(foreign);
});
