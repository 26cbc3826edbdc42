import { expect, test } from "vitest";
import { applyWorkbook } from "#app/services/supplier/workbook/apply-workbook";
import { packFile } from "#app/services/supplier/workbook/changes/sent-cells";
import { answersName, downloadAnswersCsv } from "#app/services/supplier/workbook/file/download-workbook";
import { showChanges } from "#app/services/supplier/workbook/show-changes";
import { takeWorkbook } from "#app/services/supplier/workbook/take-workbook";
import { bookOf, sheetsOf } from "#tests/app/supplier/workbook/handed-in";
import { form } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";
import { colleagueScene } from "./scene";

async function withWorkbook() {
  const scene = await colleagueScene({ mails: false });
  await scene.supplier.answersAll();
  await scene.ask({ section: ["I"], sign: "yes" });
  return { ...scene, open: await scene.opened() };
}

test("a colleague's workbook and files hold their own sections, and nothing of the others", async () => {
  const { open, supplier } = await withWorkbook();
  expect((await sheetsOf(supplier)).map(({ name }) => name)).toContain("B1");
  const sheets = await sheetsOf({ open });
  expect(sheets.map(({ name }) => name)).toEqual(["How to", "I", "Avow"]);
  const revisions = sheets.at(-1)?.rows.map(([id]) => id) ?? [];
  expect(revisions.filter((id) => id !== undefined && /^[A-Z]\d/.test(id)).every((id) => id?.startsWith("I"))).toBe(
    true,
  );
  expect(await codeOf(downloadAnswersCsv(await open(), { part: "B1.sites" }))).toBe("not-found");
  const { lines } = await downloadAnswersCsv(await open(), { part: answersName });
  const codes: string[] = [];
  for await (const line of lines) if (/^[A-Z]/.test(line)) codes.push(line.charAt(0));
  expect(new Set(codes)).toEqual(new Set(["C", "I"]));
});

test("a colleague's upload changes their own sections only, and says what it left alone", async () => {
  const { open, supplier } = await withWorkbook();
  const bytes = await bookOf(supplier, { "I1.hours": "57", "A3.name": "Somebody Else" });
  const upload = { name: "answers.xlsx", bytes };
  const whole = await takeWorkbook(await supplier.open(), upload);
  const own = await takeWorkbook(await open(), upload);
  if ("refused" in whole || "refused" in own) throw new Error("refused");
  expect((await showChanges(await supplier.open(), whole)).changes).toHaveLength(2);
  const view = await showChanges(await open(), own);
  expect(view.changes.map(({ after }) => after)).toEqual(["57"]);
  expect(own.file.alone.strange.count).toBeGreaterThan(0);
  // The form of somebody else's preview, which holds cells of all sections.
  const fields = form({ file: packFile(whole.file) });
  expect(await applyWorkbook(await open(), { fields })).toMatchObject({ kind: "saved", count: 1 });
  const { answers } = (await supplier.open()).session.file;
  expect(answers.I1?.value?.hours).toBe(57);
  expect(JSON.stringify(answers)).not.toContain("Somebody Else");
});
