import { expect, test } from "vitest";
import { addPasted } from "#app/services/supplier/paste/add-pasted";
import { draftOf } from "#app/services/supplier/question/answer-draft";
import { type Intent, saveQuestion } from "#app/services/supplier/question/save-question";
import { saveRow } from "#app/services/supplier/rows/save-row";
import { tableAt } from "#app/services/supplier/rows/table-place";
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
  expect((await saveQuestion(await supplier.open(), newest)).kind).toBe("draft");
  expect(draftOf((await supplier.open()).session, "E1")?.fields).toEqual(late);
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
