import { expect, test } from "vitest";
import { asVisitor } from "#app/services/context/callers";
import { declineInvitation } from "#app/services/supplier/link/decline-invitation";
import { unsubscribe } from "#app/services/supplier/link/unsubscribe";
import { addPasted } from "#app/services/supplier/paste/add-pasted";
import { type Intent, saveQuestion } from "#app/services/supplier/question/save-question";
import { showConflict } from "#app/services/supplier/question/show-conflict";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { removeRow } from "#app/services/supplier/rows/remove-row";
import { saveRow } from "#app/services/supplier/rows/save-row";
import { showRow } from "#app/services/supplier/rows/show-row";
import { tableAt } from "#app/services/supplier/rows/table-place";
import { unsavedForm } from "#app/services/supplier/session/unsaved-form";
import { testContext } from "#tests/support/context";
import { asSupplier, form, invite } from "#tests/support/supplier";

const no = form({ "E1.answer": "no" });
const late = form({ "E1.answer": "yes", "E1.comment": "typed long ago" });
const site = form({
  "B1.sites.name": "Porto",
  "B1.sites.country": "PT",
  "B1.sites.activity": "Sewing",
  "B1.sites.workers": "5",
});
const moved = new Map([...site, ["B1.sites.name", ["Renamed long ago"]]]);
const sites = { question: "B1", part: "sites" };
const typed = { intent: "typing" as Intent, basedOn: 0 };

async function working() {
  const ctx = await testContext();
  const { token, organisation, attestation } = await invite(ctx);
  const supplier = asSupplier(ctx, token);
  const everything = async () => {
    const { answers, drafts, revisions } = (await supplier.open()).session.file;
    const events = await ctx.store.audit.trail(organisation.id, { subjects: [attestation], most: 1_000 });
    return { answers, drafts, revisions, events: events.length };
  };
  return { supplier, everything };
}

test("a page that saves itself after somebody else's answer is told so, and is not offered in the place of that answer", async () => {
  const { supplier, everything } = await working();
  const opened = await supplier.open();
  await saveQuestion(opened, { question: "E1", fields: no, basedOn: 0, intent: "go-on" });
  const before = await everything();
  const outcome = await saveQuestion(await supplier.open(), { question: "E1", fields: late, ...typed });
  expect(outcome.kind).toBe("conflict");
  expect(await everything()).toEqual(before);
  // The page that shows the newest answer may go on saving itself.
  const newest = { question: "E1", fields: late, ...typed, basedOn: 1 };
  expect((await saveQuestion(await supplier.open(), newest)).kind).toBe("saved");
  expect((await everything()).revisions.E1).toBe(2);
});

test("a row's page that saves itself after the row was changed is told so, and changes nothing", async () => {
  const { supplier, everything } = await working();
  const added = { ...sites, fields: site, basedOn: 0, intent: "go-on" as Intent };
  await saveRow(await supplier.open(), added);
  const self = await supplier.open();
  const row = tableAt(self.session, "B1", "sites").rows[0]?.id;
  const before = await everything();
  expect((await saveRow(self, { ...sites, row, fields: moved, ...typed })).kind).toBe("conflict");
  expect((await saveRow(self, { ...sites, row, fields: moved, basedOn: 0, intent: "go-on" })).kind).toBe("conflict");
  expect(await everything()).toEqual(before);
});

test("after signing nothing that was sent before is taken: neither page, autosave, row nor pasted lines", async () => {
  const { supplier, everything } = await working();
  await supplier.answersAll();
  // Somebody whose page is open while a colleague signs.
  const self = await supplier.open();
  const row = tableAt(self.session, "B1", "sites").rows[0]?.id;
  const basedOn = self.session.file.revisions.E1 ?? 0;
  await supplier.submits();
  const before = await everything();
  const sitesOn = { ...sites, basedOn: self.session.file.revisions.B1 ?? 0 };
  const sent = {
    page: () => saveQuestion(self, { question: "E1", fields: late, basedOn, intent: "go-on" }),
    left: () => saveQuestion(self, { question: "E1", fields: late, basedOn, intent: "step-out" }),
    autosave: () => saveQuestion(self, { question: "E1", fields: late, basedOn, intent: "typing" }),
    row: () => saveRow(self, { row, fields: moved, ...sitesOn, intent: "go-on" }),
    rowAutosave: () => saveRow(self, { row, fields: moved, ...sitesOn, intent: "typing" }),
    newRow: () => saveRow(self, { fields: site, ...sitesOn, intent: "go-on" }),
    paste: () => addPasted(self, { ...sites, text: "Lisbon\t\t\tPortugal\tSewing\t5" }),
  };
  for (const [what, send] of Object.entries(sent)) {
    const code = await send().then(
      ({ kind }) => kind,
      (error: { code?: unknown }) => error.code,
    );
    expect([what, code]).toEqual([what, "already-submitted"]);
  }
  expect(await everything()).toEqual(before);
});

const again = { basedOn: 0, intent: "go-on" as Intent };

test.each([
  ["one after the other", async (send: () => Promise<unknown>) => [await send(), await send()]],
  ["at once", (send: () => Promise<unknown>) => Promise.all([send(), send(), send()])],
])("the same page sent twice %s with what is kept by now is saved each time, once", async (_, twice) => {
  const { supplier, everything } = await working();
  for (const [question, fields] of [
    ["E1", no],
    ["N3", form({ "N3.answer": "  Nothing\r\nmore " })],
    ["L1", form({ "L1.suppliers": "9", "L1.asked": "8", "L1.answered": "7" })],
    ["G1", form({ "G1.answer": "~dk", "G1.comment": "asked" })],
  ] as const) {
    const before = await everything();
    const outcomes = await twice(async () => {
      const { kind } = await saveQuestion(await supplier.open(), { question, fields, ...again });
      return kind;
    });
    expect([question, new Set(outcomes)]).toEqual([question, new Set(["saved"])]);
    expect((await everything()).events).toBe(before.events + 1);
    expect((await everything()).revisions[question]).toBe(1);
  }
});

test("the second tab with the same choice is saved even after it saved itself; with another choice it is shown both", async () => {
  const { supplier } = await working();
  const tab = await supplier.open();
  await saveQuestion(await supplier.open(), { question: "E1", fields: no, ...again });
  expect((await saveQuestion(tab, { question: "E1", fields: no, ...typed })).kind).toBe("saved");
  expect((await saveQuestion(await supplier.open(), { question: "E1", fields: no, ...typed })).kind).toBe("saved");
  expect((await saveQuestion(tab, { question: "E1", fields: no, ...again })).kind).toBe("saved");
  expect((await saveQuestion(tab, { question: "E1", fields: late, ...again })).kind).toBe("conflict");
});

test("a page with a mistake that is sent again is still based on what it showed first", async () => {
  const { supplier } = await working();
  const wrong = new Map([...form({ "L1.suppliers": "many", "L1.asked": "1", "L1.answered": "1" }), ["basedOn", ["0"]]]);
  const right = form({ "L1.suppliers": "9", "L1.asked": "1", "L1.answered": "1" });
  await saveQuestion(await supplier.open(), { question: "L1", fields: right, ...again });
  const self = await supplier.open();
  const outcome = await saveQuestion(self, { question: "L1", fields: wrong, ...again });
  if (outcome.kind !== "errors") throw new Error(outcome.kind);
  const page = await showQuestion(self, { question: "L1", typed: unsavedForm(wrong, outcome) });
  expect(page.basedOn).toBe(0);
});

test("two clicks on a new row, on pasted lines, on removing a row and on declining do each once", async () => {
  const { supplier, everything } = await working();
  const rows = async () => tableAt((await supplier.open()).session, "B1", "sites").rows;
  const row = () => supplier.open().then((self) => saveRow(self, { ...sites, fields: site, ...again }));
  expect((await Promise.all([row(), row()])).map(({ kind }) => kind)).toEqual(["saved", "saved"]);
  expect((await row()).kind).toBe("saved");
  expect(await rows()).toHaveLength(1);

  const lines = "Lisbon\t\t\tPortugal\tSewing\t5\nLisbon\t\t\tPortugal\tSewing\t5\nBraga\t\t\tPortugal\tCutting\t7";
  const paste = () => supplier.open().then((self) => addPasted(self, { ...sites, text: lines, basedOn: 1 }));
  expect((await Promise.all([paste(), paste()])).map(({ kind }) => kind)).toEqual(["saved", "saved"]);
  expect((await paste()).kind).toBe("saved");
  expect(await rows()).toHaveLength(4);

  const gone = (await rows())[0]?.id ?? "";
  const remove = () => supplier.open().then((self) => removeRow(self, { ...sites, row: gone }));
  expect((await Promise.all([remove(), remove()])).map(({ kind }) => kind)).toEqual(["saved", "saved"]);
  const before = await everything();
  expect((await remove()).kind).toBe("saved");
  expect(await everything()).toEqual(before);
});

test("a row that one person changed meets no conflict with a change of another row, and one with a change of itself", async () => {
  const { supplier } = await working();
  await saveRow(await supplier.open(), { ...sites, fields: site, ...again });
  await saveRow(await supplier.open(), { ...sites, fields: moved, basedOn: 1, intent: "go-on" });
  const [first, second] = tableAt((await supplier.open()).session, "B1", "sites").rows.map(({ id }) => id);
  const page = await showRow(await supplier.open(), { ...sites, row: second });
  const seen = ["seen", [page.seen ?? ""]] as const;
  const named = (name: string) => new Map([...site, ["B1.sites.name", [name]], seen]);
  const change = async (row: string | undefined, fields: ReturnType<typeof named>) =>
    saveRow(await supplier.open(), { ...sites, row, fields, basedOn: 2, intent: "go-on" });
  const other = await showRow(await supplier.open(), { ...sites, row: first });
  expect(
    (await change(first, new Map([...site, ["B1.sites.workers", ["6"]], ["seen", [other.seen ?? ""]]]))).kind,
  ).toBe("saved");
  expect((await change(second, named("Faro"))).kind).toBe("saved");
  expect((await change(second, named("Faro"))).kind).toBe("saved");
  expect((await change(second, named("Beja"))).kind).toBe("conflict");
  const shown = await showConflict(await supplier.open(), {
    question: "B1",
    fields: named("Beja"),
    row: { part: "sites", id: second ?? "" },
  });
  expect([shown.kept, shown.typed].map((lines) => lines.join())).toEqual([
    expect.stringContaining("Faro"),
    expect.stringContaining("Beja"),
  ]);
  expect(shown.kept.join()).not.toContain("Porto");
});

test("the last row that fits is added by two clicks as by one", async () => {
  const { supplier } = await working();
  const max = tableAt((await supplier.open()).session, "B1", "sites").part.max;
  const lines = Array.from({ length: max - 1 }, (_, at) => `Site ${at}\t\t\tPortugal\tSewing\t5`).join("\n");
  await addPasted(await supplier.open(), { ...sites, text: lines });
  const add = async (fields: typeof site) =>
    (await saveRow(await supplier.open(), { ...sites, fields, basedOn: 1, intent: "go-on" })).kind;
  expect([await add(site), await add(site), await add(moved)]).toEqual(["saved", "saved", "errors"]);
  expect(tableAt((await supplier.open()).session, "B1", "sites").rows).toHaveLength(max);
});

test("declining and stopping mail twice say so twice and are recorded once", async () => {
  const ctx = await testContext();
  const { token, organisation } = await invite(ctx);
  const visitor = asVisitor(ctx, "en");
  const events = async () => (await ctx.store.audit.trail(organisation.id, { most: 100 })).length;
  await unsubscribe(visitor, { token });
  const decline = () => declineInvitation(visitor, { token, reason: "not-supplier", hint: "" });
  expect((await decline())?.done).toBe(true);
  const before = await events();
  expect((await decline())?.done).toBe(true);
  await expect(unsubscribe(visitor, { token })).rejects.toMatchObject({ code: "declined" });
  expect(await events()).toBe(before);
});
