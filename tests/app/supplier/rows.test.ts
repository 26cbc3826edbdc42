import { expect, test } from "vitest";
import { addPasted } from "#app/services/supplier/paste/add-pasted";
import { showPaste } from "#app/services/supplier/paste/show-paste";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { removeRow, showRowRemoval } from "#app/services/supplier/rows/remove-row";
import { saveRow } from "#app/services/supplier/rows/save-row";
import { showRow } from "#app/services/supplier/rows/show-row";
import { tableAt } from "#app/services/supplier/rows/table-place";
import type { Row } from "#questionnaires/answers";
import { testContext } from "#tests/support/context";
import { asSupplier, form, invite } from "#tests/support/supplier";

const plant = form({
  "B1.sites.name": "Plant 1",
  "B1.sites.country": "CN",
  "B1.sites.activity": "Sewing",
  "B1.sites.workers": "412",
});

const at = { question: "B1", part: "sites" };

async function working(language = "en") {
  const ctx = await testContext();
  const { token } = await invite(ctx);
  const supplier = asSupplier(ctx, token, language);
  const sites = async () => {
    const self = await supplier.open();
    return { self, place: tableAt(self.session, "B1", "sites") };
  };
  const add = async (fields = plant) => {
    const { self } = await sites();
    return saveRow(self, { ...at, fields, basedOn: 0, intent: "go-on" });
  };
  return { supplier, sites, add };
}

test("rows are added one by one and counted under the list", async () => {
  const { add, sites } = await working();
  await add();
  await add(form({ ...Object.fromEntries(plant), "B1.sites.name": "Plant 2", "B1.sites.workers": "1 000" }));
  const { self } = await sites();
  const [field] = (await showQuestion(self, { question: "B1" })).fields;
  if (field?.control.kind !== "table") throw new Error("no table");
  expect(field.control.rows.map(({ name }) => name)).toEqual(["Plant 1", "Plant 2"]);
  expect([field.control.rows.length, field.control.most]).toEqual([2, 200]);
  expect(field.control.totals?.filter((text) => text !== "")).toEqual(["1,412"]);
});

test("two people who add rows at the same time lose none", async () => {
  const { sites } = await working();
  const [one, other] = [await sites(), await sites()];
  const intent = "go-on";
  await saveRow(one.self, { ...at, fields: plant, basedOn: 0, intent });
  const second = new Map([...plant, ["B1.sites.name", ["Plant 2"]]]);
  // The second page was opened before the first row was there: its row stands on top all the same.
  expect((await saveRow(other.self, { ...at, fields: second, basedOn: 0, intent })).kind).toBe("saved");
  expect((await sites()).place.rows).toHaveLength(2);
});

test("a row that is not right is told field by field, and kept as typed when one leaves", async () => {
  const { add, sites } = await working();
  const wrong = await add(form({ "B1.sites.name": "Plant 1", "B1.sites.workers": "lots" }));
  expect(wrong.kind === "errors" && wrong.errors.map(({ field, code }) => `${field} ${code}`)).toEqual([
    "B1.sites.country required",
    "B1.sites.activity required",
    "B1.sites.workers not-a-number",
  ]);
  const { self } = await sites();
  const fields = form({ "B1.sites.name": "Plant 1", "B1.sites.workers": "lots" });
  await saveRow(self, { ...at, fields, basedOn: 0, intent: "step-out" });
  const later = await sites();
  const page = await showRow(later.self, at);
  expect(page.draftKept).toBeTruthy();
  expect(page.fields[0]?.control).toMatchObject({ value: "Plant 1" });
  await add();
  const after = await sites();
  expect((await showRow(after.self, at)).draftKept).toBeUndefined();
});

test("taking the last row away leaves the question open, and never says that there are none", async () => {
  const { add, sites } = await working();
  await add();
  const { self, place } = await sites();
  const row = place.rows[0]?.id ?? "";
  const page = await showRowRemoval(self, { ...at, row });
  expect(page.name).toBe("Plant 1");
  expect(page.pointedAt).toBe(true);
  expect(page.lines).toContainEqual({ label: "Country or territory", value: "China" });
  await removeRow(self, { ...at, row });
  const after = await sites();
  expect(after.self.session.file.answers.B1?.value).toBeUndefined();
  expect(after.self.session.walk.stateOf("B1")).toBe("blank");
});

test("a row that is gone has no page", async () => {
  const { sites } = await working();
  const { self } = await sites();
  await expect(showRow(self, { ...at, row: "gone" })).rejects.toThrow("not-found");
  await expect(showRow(self, { question: "E1", part: "answer" })).rejects.toThrow("not-found");
});

const pasted = [
  "Name of the site\tCountry\tMain activity\tNumber of workers",
  "Plant 1\tChina\tSewing\t412",
  "Plant 2\tViet Nam\tPacking\t1.096",
  "Plant 3\tAtlantis\tPacking\tmany",
].join("\n");

test("pasted lines are shown before they are added, with what is wrong line by line", async () => {
  const { sites } = await working();
  const { self } = await sites();
  const { found, text } = await showPaste(self, { ...at, text: pasted });
  expect(text).toBe(pasted);
  expect(found?.good.map(({ line, cells }) => [line, cells[0], cells[3], cells[5]])).toEqual([
    [2, "Plant 1", "China", "412"],
    [3, "Plant 2", "Vietnam", "1,096"],
  ]);
  expect(found?.bad).toEqual([
    {
      line: 4,
      problems: [
        "Country or territory: “Atlantis” is not in the list",
        "Number of workers: Enter a number, such as 120",
      ],
    },
  ]);
  expect((await sites()).place.rows).toHaveLength(0);
  await addPasted(self, { ...at, text: pasted });
  const names = (await sites()).place.rows.map(({ cells }: Row) => cells.name);
  expect(names).toEqual(["Plant 1", "Plant 2"]);
});

test("an English spreadsheet is understood on an Arabic page", async () => {
  const { sites } = await working("ar");
  const { self } = await sites();
  const { found } = await showPaste(self, { ...at, text: pasted });
  expect(found?.good).toHaveLength(2);
});

test("no more lines are added than a table takes", async () => {
  const { sites } = await working();
  const { self } = await sites();
  const line = (at: number) => `Plant ${at},,,China,Sewing,1`;
  const text = Array.from({ length: 250 }, (_, at) => line(at)).join("\n");
  expect((await showPaste(self, { ...at, text })).found?.good).toHaveLength(200);
  await addPasted(self, { ...at, text });
  expect((await sites()).place.rows).toHaveLength(200);
});
