import { describe, expect, test } from "vitest";
import { AnswersPage } from "#app/components/supplier/print/answers-page";
import { QuestionPage } from "#app/components/supplier/question/question-page";
import { RowPage } from "#app/components/supplier/rows/row-page";
import { asVisitor } from "#app/services/context/callers";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { showAnswers } from "#app/services/supplier/print/show-answers";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { saveRow } from "#app/services/supplier/rows/save-row";
import { showRow } from "#app/services/supplier/rows/show-row";
import { afterRow } from "#app/services/supplier/session/after-question";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import { row } from "#tests/questionnaires/firms";
import { testContext } from "#tests/support/context";
import { forcedLabour } from "#tests/support/questionnaires";
import { form, invite } from "#tests/support/supplier";
import { asked, draw, post, site } from "./asked";

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
  expect(printed).not.toContain("{{");
  for (const text of ["J4", "D6", "Where each material comes from", "China"]) expect(printed).toContain(text);
});
