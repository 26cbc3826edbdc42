import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { AnswersPage } from "#app/components/supplier/print/answers-page";
import type { LanguageTag } from "#app/i18n/languages";
import { bareText } from "#app/i18n/page-text";
import { i18nFor } from "#app/i18n/texts/i18n.server";
import { showAnswers } from "#app/services/supplier/print/show-answers";
import type { AnswersView, PrintedField, PrintedOption } from "#app/views/supplier/signing/answers";
import { allTexts } from "#questionnaires/texts";
import { testContext } from "#tests/support/context";
import { asSupplier, form, invite } from "#tests/support/supplier";

async function supplierIn(language = "en", campaign = {}) {
  const ctx = await testContext();
  const invited = await invite(ctx, { campaign });
  return { invited, supplier: asSupplier(ctx, invited.token, language) };
}

/** A page as its reader finds it: marks of direction, which nobody sees, are left out. */
function draw(view: AnswersView, language: LanguageTag = "en"): string {
  const html = renderToString(
    <I18nextProvider i18n={i18nFor(language)}>
      <AnswersPage view={view} />
    </I18nextProvider>,
  );
  return html.replaceAll(/[\u2066-\u2069]/g, "").replaceAll("<!-- -->", "");
}

function questionsOf({ sections }: AnswersView) {
  return sections.flatMap(({ questions }) => questions);
}

function questionIn(view: AnswersView, code: string) {
  const found = questionsOf(view).find((one) => one.code === code);
  if (!found) throw new Error(`${code} is not printed`);
  return found;
}

function optionsOf(field: PrintedField): readonly PrintedOption[] {
  if (field.kind === "choices") return field.options;
  return field.kind === "matrix" ? field.rows.flatMap(({ options }) => options) : [];
}

function chosen(options: readonly PrintedOption[]): readonly string[] {
  return options.filter(({ on }) => on).map(({ label }) => bareText(label));
}

test.each(["en", "ar", "zh-Hans"] as const)(
  "before anything is answered every question and every choice stands on the paper, none of them marked, in %s",
  async (language) => {
    const { supplier } = await supplierIn(language);
    const { session, ...self } = await supplier.open();
    const view = await showAnswers({ ...self, session }, {});
    const { definition } = session.questionnaire;
    const pages = definition.sections.flatMap(({ questions }) => questions).filter(({ signing }) => !signing);
    expect(questionsOf(view).map(({ code }) => code)).toEqual(pages.map(({ id }) => id));
    const html = draw(view, language);
    expect(html).not.toContain('class="chosen"');
    expect(html).toContain(i18nFor(language).t("supplier:answers.notSigned"));
    const said = textOf(html);
    const texts = Object.entries(allTexts(session.questionnaire, language));
    const printed = texts.filter(([key]) => /^[A-N]\d+\.(title|.+\.(option|row|column)\.[\w-]+)$/.test(key));
    expect(printed.length).toBeGreaterThan(300);
    for (const [key, { text }] of printed) {
      expect(said[key.split(".")[0] ?? ""], key).toContain(text.replace(/[:：.。]$/, ""));
    }
  },
);

/** The words of each question on a page, by code. */
function textOf(html: string): Readonly<Record<string, string>> {
  const pieces = html.split('<section class="printed flow" aria-labelledby="question-').slice(1);
  const plain = (piece: string) =>
    piece
      .replaceAll(/<[^>]+>/g, "")
      .replaceAll("&amp;", "&")
      .replaceAll("&#x27;", "'")
      .replaceAll("&quot;", '"');
  return Object.fromEntries(pieces.map((piece) => [piece.slice(0, piece.indexOf('"')), plain(piece)]));
}

test("what was chosen is marked among what could have been, for every kind of choice", async () => {
  const { supplier } = await supplierIn();
  await supplier.answers({
    A1: { value: { answer: "sites", covered: "The old mill" } },
    A2: { value: { owners: [] } },
    A3: { value: { name: "Rita Alves", job: "Buyer", helpers: ["hr"] } },
    E1: { unsure: "legal", comment: "Our lawyer looks at it" },
    E6: { value: { answer: { accounts: "yes" } } },
  });
  const view = await showAnswers(await supplier.open(), {});
  const [scope, covered] = questionIn(view, "A1").fields;
  expect(scope && [optionsOf(scope).length, chosen(optionsOf(scope))]).toEqual([3, ["Chosen sites"]]);
  expect(covered).toMatchObject({ kind: "words", lines: ["The old mill"] });
  const owners = questionIn(view, "A2").fields.at(-1);
  expect(owners).toMatchObject({ kind: "table", none: { on: true, label: "We have no such owners" } });
  const helpers = questionIn(view, "A3").fields.at(-1);
  expect(helpers && [optionsOf(helpers).length, chosen(optionsOf(helpers)).length]).toEqual([6, 1]);
  const north = questionIn(view, "E1");
  expect(chosen(north.unsure)).toEqual(["Cannot answer on legal advice"]);
  expect(north.comment).toBe("Our lawyer looks at it");
  const [money] = questionIn(view, "E6").fields;
  expect(money?.kind === "matrix" && money.rows.map(({ options }) => chosen(options).length)).toContain(0);
  const html = draw(view);
  expect(html).toMatch(/class="chosen"><svg[\s\S]*?Chosen: <\/span>Chosen sites/);
});

test("a question that may still be asked is printed with its choices, and says when it is asked", async () => {
  const { supplier } = await supplierIn();
  const view = await showAnswers(await supplier.open(), {});
  const orders = questionIn(view, "E8");
  expect(orders.note).toBe("Asked only if your other answers call for it.");
  expect(orders.fields.length).toBeGreaterThan(0);
  expect(questionIn(view, "A1").note).toBeUndefined();
  expect(questionIn(view, "A1").fields.at(-1)?.note).toBe("Asked only if your other answers call for it.");
});

test("a question about a law that the campaign does not ask for is not printed", async () => {
  const { supplier } = await supplierIn("en", { regimes: ["uflpa"] });
  const codes = questionsOf(await showAnswers(await supplier.open(), {})).map(({ code }) => code);
  expect(codes).toContain("M1");
  expect(codes).not.toContain("E1");
  expect(codes).not.toContain("E8");
});

test.each([
  ["en", "Sent", "The statement as it was signed"],
  ["ar", "وقت الإرسال", "الإقرار كما وُقّع"],
  ["zh-Hans", "提交时间", "签署时的声明"],
] as const)(
  "after signing the paper ends with statement, signer, moment, zone and fingerprint, in %s",
  async (language, sent, heading) => {
    const { supplier, invited } = await supplierIn(language, { zone: "Asia/Shanghai" });
    await supplier.answersAll();
    const outcome = await supplier.submits();
    if (outcome.kind !== "submitted") throw new Error(outcome.kind);
    const { declaration } = outcome;
    const self = await supplier.open();
    const html = draw(await showAnswers(self, {}), language);
    const end = html.slice(html.indexOf(heading));
    expect(end).toContain("Rita Alves");
    expect(end).toContain("Managing director");
    expect(end).toContain(invited.supplier.name);
    expect(end).toContain(sent);
    expect(end).toContain("UTC+8");
    expect(end).toContain(`${declaration.signedAt.toISOString().slice(0, 19).replace("T", " ")}`);
    expect(end.replaceAll(/<[^>]+>/g, "")).toContain(declaration.hash);
    const { statement } = JSON.parse(declaration.document);
    expect(end).toContain(statement.opening.replaceAll(/[\u2066-\u2069]/g, ""));
    for (const { text } of statement.clauses) expect(end).toContain(text.replaceAll("'", "&#x27;"));
    const notAsked = i18nFor(language).t("supplier:check.notAsked");
    expect(questionIn(await showAnswers(self, {}), "E8")).toMatchObject({ note: notAsked, fields: [] });
    expect(html).not.toContain(i18nFor(language).t("supplier:answers.notSigned"));
  },
);

test("the statement stays in the language that was signed, and says which one that is", async () => {
  const { supplier } = await supplierIn("ar");
  await supplier.answersAll();
  await supplier.submits();
  const self = { ...(await supplier.open()), language: "en" };
  const html = draw(await showAnswers(self, {}));
  const end = html.slice(html.indexOf("The statement as it was signed"));
  expect(end).toMatch(/<span lang="ar" dir="rtl">أقرّ/);
  expect(end.match(/<li dir="auto"><span lang="ar" dir="rtl">/g)?.length).toBeGreaterThan(2);
});

test("what a signature was refused for is not on the paper", async () => {
  const { supplier } = await supplierIn();
  await supplier.submits(form({ "O2.name": "Rita Alves" }));
  expect((await showAnswers(await supplier.open(), {})).signed).toBeUndefined();
});
