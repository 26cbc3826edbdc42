import { describe, expect, test } from "vitest";
import { QuestionPage } from "#app/components/supplier/question/question-page";
import { addPasted } from "#app/services/supplier/paste/add-pasted";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { removeRow, showRowRemoval } from "#app/services/supplier/rows/remove-row";
import { saveRow } from "#app/services/supplier/rows/save-row";
import { showRow } from "#app/services/supplier/rows/show-row";
import { unsavedForm } from "#app/services/supplier/session/unsaved-form";
import { rowsOf } from "#scoring/answer-values";
import { row } from "#tests/questionnaires/firms";
import { form } from "#tests/support/supplier";
import { asked, draw, post, site } from "./asked";

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

  describe("with more rows than stand on one page", () => {
    const sites = Array.from({ length: 30 }, (_, at) =>
      row(`s${at}`, { name: `Site ${at}`, country: "PT", work: "production", workers: 1 }),
    );
    const ids = (from: number, to: number) => sites.slice(from, to).map(({ id }) => id);
    const typedFor = (rows: readonly string[]) => ({
      "D1.workforce.rows": rows,
      ...Object.fromEntries(rows.map((id) => [`D1.workforce.${id}.own`, "1"])),
    });
    const shown = (html: string) =>
      [...html.matchAll(/name="D1\.workforce\.rows" value="(s\d+)"/g)].map(([, id]) => id);
    const page = async (open: Awaited<ReturnType<typeof asked>>["open"]) =>
      draw(<QuestionPage view={await showQuestion(await open(), { question: "D1" })} />);

    test("asks for the next of them until all are filled in, and then lists them", async () => {
      const { open, base } = await asked({ B1: { value: { sites } } });
      for (const [from, to] of [
        [0, 12],
        [12, 24],
        [24, 30],
      ] as const) {
        const html = await page(open);
        expect(shown(html)).toEqual(ids(from, to));
        expect(html).toContain(`${from} of 30 answered`);
        const next = to === 30 ? `${base}/D2` : `${base}/D1`;
        expect(await post(open, "D1", typedFor(ids(from, to)))).toMatchObject({ kind: "go", to: next });
      }
      const html = draw(<QuestionPage view={await showQuestion(await open(), { question: "D1", lines: 2 })} />);
      expect(shown(html)).toEqual([]);
      expect(html.match(/value="row:workforce\/s\d+"/g)).toEqual(
        ids(25, 30).map((id) => `value="row:workforce/${id}"`),
      );
      expect(html).not.toMatch(/value="row:workforce\/(new|s\d+\/remove)"/);
      expect((await open()).session.walk.stateOf("D1")).toBe("answered");
    });

    test("shows the same ones again where one of them is wrong, with what was typed", async () => {
      const { open } = await asked({ B1: { value: { sites } } });
      await post(open, "D1", typedFor(ids(0, 12)));
      const typed = { ...typedFor(ids(12, 24)), "D1.workforce.s13.own": "many" };
      const saved = await post(open, "D1", typed);
      if (saved.kind !== "show" || saved.outcome.kind !== "errors") throw new Error(saved.kind);
      const view = await showQuestion(await open(), { question: "D1", typed: unsavedForm(form(typed), saved.outcome) });
      expect(shown(draw(<QuestionPage view={view} />))).toEqual(ids(12, 24));
      expect(view.errors).toMatchObject([{ anchor: "D1.workforce.s13.own" }]);
    });

    test("has a page for each, without the column that it fills itself", async () => {
      const { open } = await asked({ B1: { value: { sites } } });
      const one = { question: "D1", part: "workforce", row: "s29" };
      const shownRow = await showRow(await open(), one);
      expect(shownRow.fields.map(({ id }) => id)).not.toContain("D1.workforce.site");
      expect([shownRow.remove, shownRow.another]).toEqual([undefined, false]);
      const fields = form({ "D1.workforce.own": "1" });
      await saveRow(await open(), { ...one, fields, basedOn: 0, intent: "go-on" });
      expect((await open()).session.file.answers.D1?.value?.workforce).toContainEqual({
        id: "s29",
        cells: { site: "s29", own: 1, agency: 0, contractor: 0, trainee: 0, home: 0 },
      });
    });

    test("takes lines of a spreadsheet into the rows that are there, once", async () => {
      const { open } = await asked({ B1: { value: { sites } } });
      const lines = sites.map((_, at) => `Site ${at}\t${at + 1}\t0\t0\t0\t0`).join("\n");
      for (const text of [lines, `${lines}\nSite 3\t99`]) {
        const added = await addPasted(await open(), { question: "D1", part: "workforce", text, basedOn: 0 });
        expect(added).toMatchObject({ kind: "saved" });
      }
      const rows = rowsOf((await open()).session.walk, "D1", "workforce");
      expect(rows.map(({ cells }) => cells.own)).toEqual(sites.map((_, at) => at + 1));
      expect((await open()).session.walk.stateOf("D1")).toBe("answered");
    });
  });

  test("takes no second row for a site, and lets none go", async () => {
    const { open } = await asked({ B1: { value: { sites: [site] } } });
    const table = { question: "D1", part: "workforce" };
    const fields = form({ "D1.workforce.site": "s1", "D1.workforce.own": "1" });
    const self = await open();
    const attempts: readonly (() => Promise<unknown>)[] = [
      () => showRow(self, table),
      () => saveRow(self, { ...table, fields, basedOn: 0, intent: "go-on" }),
      () => showRowRemoval(self, { ...table, row: "s1" }),
      () => removeRow(self, { ...table, row: "s1" }),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test.each([
    ["a site that is not there", { "D1.workforce.rows": ["s9", "__proto__"], "D1.workforce.s9.own": "7" }],
    ["a row of which the page showed nothing", { "D1.workforce.s1.own": "7" }],
    ["another site in its place", { "D1.workforce.rows": "s1", "D1.workforce.s1.site": "s9" }],
  ])("takes nothing for %s", async (_name, typed) => {
    const { open } = await asked({ B1: { value: { sites: [site] } } });
    await post(open, "D1", typed);
    const { walk } = (await open()).session;
    expect(walk.stateOf("D1")).not.toBe("answered");
    const kept = rowsOf(walk, "D1", "workforce");
    expect(kept.filter(({ id, cells }) => id !== "s1" || cells.site !== "s1" || "own" in cells)).toEqual([]);
  });

  test.each([
    ["an answer that none of its lines has", "E6", { "E6.answer.all": "maybe" }, "required"],
    ["no partners beside a date", "E3", { "E3.since-2018": "no-such-partners" }, "unknown-option"],
    ["materials and none of them", "C2", { "C2.listed": ["none", "cotton"] }, "exclusive"],
    ["a material that is on no list", "C2", { "C2.listed": ["unobtainium"] }, "unknown-option"],
  ])("refuses %s at its field", async (_name, question, typed, code) => {
    const { open } = await asked({ B1: { value: { sites: [site] } } });
    const saved = await post(open, question, typed);
    if (saved.kind !== "show" || saved.outcome.kind !== "errors") throw new Error(saved.kind);
    expect(saved.outcome.errors.map((error) => error.code)).toContain(code);
    expect((await open()).session.file.answers).not.toHaveProperty(question);
  });
});
