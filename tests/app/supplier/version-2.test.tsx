import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { makeCatalogue } from "#app/adapters/built-in-catalogue";
import { AnswersPage } from "#app/components/supplier/print/answers-page";
import { QuestionPage } from "#app/components/supplier/question/question-page";
import { RowPage } from "#app/components/supplier/rows/row-page";
import type { LanguageTag } from "#app/i18n/languages";
import { i18nFor } from "#app/i18n/texts/i18n.server";
import { saveForm } from "#app/routes/supplier/question/save-form";
import { asVisitor } from "#app/services/context/callers";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { showAnswers } from "#app/services/supplier/print/show-answers";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { saveRow } from "#app/services/supplier/rows/save-row";
import { showRow } from "#app/services/supplier/rows/show-row";
import { afterRow } from "#app/services/supplier/session/after-question";
import { unsavedForm } from "#app/services/supplier/session/unsaved-form";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import type { Answers } from "#questionnaires/answers";
import { row } from "#tests/questionnaires/firms";
import { catalogueContents } from "#tests/support/catalogue";
import { testContext } from "#tests/support/context";
import { forcedLabour } from "#tests/support/questionnaires";
import { asSupplier, form, invite } from "#tests/support/supplier";

const site = row("s1", { name: "Guimarães", country: "PT", work: "production", workers: 42 });

/** Somebody who is asked version 2, with these answers saved. */
async function asked(answers: Answers = {}, language = "en") {
  const ctx = { ...(await testContext()), catalogue: makeCatalogue(() => catalogueContents(forcedLabour(2))) };
  const { token, attestation } = await invite(ctx, { campaign: { version: 2 }, attestation: { version: 2 } });
  const supplier = asSupplier(ctx, token, language);
  const first = await startAttestation(asVisitor(ctx, language), { token });
  await supplier.answers(answers);
  return { supplier, first, base: `/attest/${attestation}`, open: () => supplier.open() };
}

function draw(page: React.ReactElement, language: LanguageTag = "en"): string {
  return renderToString(<I18nextProvider i18n={i18nFor(language)}>{page}</I18nextProvider>);
}

const post = async (
  open: Awaited<ReturnType<typeof asked>>["open"],
  question: string,
  typed: Parameters<typeof form>[0],
) => {
  const self = await open();
  const basedOn = String(self.session.file.revisions[question] ?? 0);
  return saveForm(self, question, form({ ...typed, basedOn }));
};

describe("the way through version 2", () => {
  test("begins at the first question, and comes back to the list", async () => {
    const { first, supplier } = await asked();
    expect(first.first).toBe("A1");
    const self = await supplier.open();
    expect((await showTasks(self, {})).open?.code).toBe("A1");
    const ctx = await testContext();
    const { token } = await invite(ctx);
    expect(await startAttestation(asVisitor(ctx, "en"), { token })).not.toHaveProperty("first");
  });

  test("asks for the first site at once, and goes on when it is saved", async () => {
    const { open, base } = await asked();
    expect(await post(open, "A3", { "A3.name": "Rita", "A3.job": "HR", "A3.helpers": "hr" })).toMatchObject({
      to: `${base}/B1/sites/new`,
    });
    const self = await open();
    const page = await showRow(self, { question: "B1", part: "sites" });
    expect(page.title).toMatch(/^At which sites/);
    expect(page.hint).toBeDefined();
    const fields = form({
      "B1.sites.name": "Ave",
      "B1.sites.country": "PT",
      "B1.sites.work": "production",
      "B1.sites.workers": "42",
    });
    const saved = await saveRow(self, { question: "B1", part: "sites", fields, basedOn: 0, intent: "go-on" });
    if (saved.kind !== "saved") throw new Error(saved.kind);
    expect(afterRow(saved.session, { question: "B1", part: "sites" }, undefined)).toBe(`${base}/B2`);
    expect(afterRow(saved.session, { question: "B1", part: "sites" }, "check")).toBe(`${base}/check`);
  });

  test("says that there are none, or no to all, with one button", async () => {
    const { open, base } = await asked({ B1: { value: { sites: [site] } } });
    expect(await post(open, "E4", { "E4.steps.none": "yes" })).toMatchObject({ kind: "go", to: `${base}/E5` });
    expect(await post(open, "E6", { "E6.answer.all": "no", "E6.answer.buy": "yes" })).toMatchObject({ kind: "go" });
    const { answers } = (await open()).session.file;
    expect(answers.E4?.value).toEqual({ steps: [] });
    expect(answers.E6?.value?.answer).toEqual({
      buy: "yes",
      "joint-venture": "no",
      "rent-fees": "no",
      licences: "no",
      "cheap-goods": "no",
    });
    const html = draw(<QuestionPage view={await showQuestion(await open(), { question: "D2" })} />);
    expect(html).toContain('<button type="submit" name="D2.foreign.none" value="yes"');
  });

  test("leaves comments and gaps to the end", async () => {
    const { open, base } = await asked({
      C1: {
        value: {
          goods: [row("g1", { product: "x", kind: "goods", hs: "61", good: "not-listed", sites: [], markets: ["us"] })],
        },
      },
    });
    expect(await post(open, "N1", { "N1.answer": "ten-days" })).toMatchObject({ to: `${base}/O1` });
  });
});

describe("a table that fills itself", () => {
  test("has a row for each site, with the number of its workers beside it", async () => {
    const other = row("s2", { name: "Braga", country: "PT", work: "office", workers: 3 });
    const { open } = await asked({ B1: { value: { sites: [site, other] } } });
    const html = draw(<QuestionPage view={await showQuestion(await open(), { question: "D1" })} />);
    expect(html).toContain('name="D1.workforce.s1.own"');
    expect(html).toContain('name="D1.workforce.s2.home"');
    expect(html).toMatch(/Number of workers: 42/);
    const typed = { "D1.workforce.rows": ["s1", "s2"], "D1.workforce.s1.own": "42", "D1.workforce.s2.agency": "3" };
    expect(await post(open, "D1", typed)).toMatchObject({ kind: "go" });
    const none = { agency: 0, contractor: 0, trainee: 0, home: 0 };
    const { file, walk } = (await open()).session;
    expect(file.answers.D1?.value?.workforce).toEqual([
      { id: "s1", cells: { site: "s1", own: 42, ...none } },
      { id: "s2", cells: { site: "s2", own: 0, ...none, agency: 3 } },
    ]);
    expect(walk.stateOf("D1")).toBe("answered");
  });

  test("asks again for a row in which nothing was typed, and names it", async () => {
    const { open } = await asked({ B1: { value: { sites: [site] } } });
    const typed = { "D1.workforce.rows": "s1" };
    const saved = await post(open, "D1", typed);
    if (saved.kind !== "show" || saved.outcome.kind !== "errors") throw new Error(saved.kind);
    const view = await showQuestion(await open(), { question: "D1", typed: unsavedForm(form(typed), saved.outcome) });
    expect(view.errors[0]?.text).toMatch(/Guimarães/);
    expect(view.errors[0]?.anchor).toBe("D1.workforce.s1.own");
  });

  test("opens the countries of the materials that were just chosen, on the same page", async () => {
    const { open, base } = await asked({ B1: { value: { sites: [site] } } });
    expect(await post(open, "C2", { "C2.listed": ["cotton", "leather"] })).toMatchObject({ to: `${base}/C2` });
    const html = draw(<QuestionPage view={await showQuestion(await open(), { question: "C2" })} />);
    expect(html).toContain('name="C2.materials.leather.country"');
    expect(html).toContain('value="row:materials/new"');
    const typed = {
      "C2.listed": ["cotton"],
      "C2.materials.rows": ["cotton", "leather"],
      "C2.materials.cotton.country": "unknown",
    };
    expect(await post(open, "C2", typed)).toMatchObject({ to: `${base}/C3` });
    expect((await open()).session.file.answers.C2?.value).toEqual({
      listed: ["cotton"],
      materials: [row("cotton", { material: "cotton", country: "unknown" })],
    });
    expect((await open()).session.walk.asked.has("M1")).toBe(true);
  });

  test("has pages for its rows where they are too many for one page", async () => {
    const sites = Array.from({ length: 13 }, (_, at) =>
      row(`s${at}`, { name: `Site ${at}`, country: "PT", work: "production", workers: 1 }),
    );
    const { open } = await asked({ B1: { value: { sites } } });
    const html = draw(<QuestionPage view={await showQuestion(await open(), { question: "D1" })} />);
    expect(html).toContain('value="row:workforce/s12"');
    const self = await open();
    const page = await showRow(self, { question: "D1", part: "workforce", row: "s12" });
    expect(page.fields.map(({ id }) => id)).not.toContain("D1.workforce.site");
    const fields = form({ "D1.workforce.own": "1" });
    await saveRow(self, { question: "D1", part: "workforce", row: "s12", fields, basedOn: 0, intent: "go-on" });
    expect((await open()).session.file.answers.D1?.value?.workforce).toContainEqual({
      id: "s12",
      cells: { site: "s12", own: 1, agency: 0, contractor: 0, trainee: 0, home: 0 },
    });
  });
});

describe("dates that go together", () => {
  const yes = { "E2.since-2018": "yes" };
  const date = (part: string, year: string, month: string) => ({
    [`E2.${part}.year`]: year,
    [`E2.${part}.month`]: month,
  });
  test.each([
    ["an end before its begin", { ...date("from", "2022", "6"), ...date("to", "2019", "1") }, "before-begin"],
    ["a date that is to come", { ...date("from", "2019", "6"), ...date("to", "2098", "1") }, "after-today"],
    ["an end before the window", { ...date("from", "2010", "6"), ...date("to", "2017", "12") }, "too-early"],
    [
      "a date that is known and unknown",
      { ...date("from", "2019", "6"), "E2.from.unknown": "yes", "E2.to.unknown": "yes" },
      "unsure-and-value",
    ],
    ["no end", date("from", "2019", "6"), "required"],
  ])("%s is refused at its field", async (_name, typed, code) => {
    const { open } = await asked();
    const saved = await post(open, "E2", { ...yes, ...typed });
    expect(saved).toMatchObject({ kind: "show", outcome: { kind: "errors", errors: [{ code }] } });
  });

  test("may be unknown, which is an answer", async () => {
    const { open } = await asked();
    expect(await post(open, "E2", { ...yes, "E2.from.unknown": "yes", ...date("to", "2018", "1") })).toMatchObject({
      kind: "go",
    });
    expect((await open()).session.file.answers.E2?.value).toEqual({
      "since-2018": "yes",
      from: "unknown",
      to: "2018-01",
    });
    const html = draw(<QuestionPage view={await showQuestion(await open(), { question: "E2" })} />);
    expect(html).toMatch(/name="E2.from.unknown" id="E2.from.unknown" checked=""/);
  });
});

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

  test("get version 2 in English, marked as such and said so, until it is translated", () => {
    for (const { html, notice } of pages) {
      expect(html).toMatch(/lang="en"[^>]*>Do any North Korean \(DPRK\) nationals work at your sites now\?/);
      expect(notice).toBeDefined();
    }
  });
});

test("every page of version 2 can be drawn, and printed", async () => {
  const { open } = await asked({
    B1: { value: { sites: [site] } },
    C2: { value: { listed: ["cotton"], materials: [row("cotton", { material: "cotton", country: "CN" })] } },
  });
  const self = await open();
  for (const id of self.session.walk.asked) {
    const question = forcedLabour(2).questions.get(id);
    if (!question || question.signing) continue;
    expect(draw(<QuestionPage view={await showQuestion(self, { question: id })} />)).toContain("<h1");
    for (const part of question.parts.filter(({ type }) => type === "table")) {
      if (part.type !== "table" || part.fill) continue;
      expect(draw(<RowPage view={await showRow(self, { question: id, part: part.id })} />)).toContain("<h1");
    }
  }
  const printed = draw(<AnswersPage view={await showAnswers(self, {})} />);
  for (const text of ["J4", "D6", "Where each material comes from", "China"]) expect(printed).toContain(text);
});
