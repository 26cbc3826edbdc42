import { expect, test } from "vitest";
import { draftOf } from "#app/services/supplier/question/draft";
import { type Intent, saveQuestion } from "#app/services/supplier/question/save-question";
import { addPasted } from "#app/services/supplier/rows/paste-page";
import { saveRow, tableAt } from "#app/services/supplier/rows/save-row";
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
const typed = { intent: "typing" as Intent, basedOn: 0 };

async function working() {
  const ctx = await testContext();
  const { token, organisation, attestation } = await invite(ctx);
  const supplier = asSupplier(ctx, token);
  const everything = async () => {
    const { answers, drafts, revisions } = (await supplier.open()).file;
    const events = await ctx.store.audit.trail(organisation.id, { subjects: [attestation], most: 1_000 });
    return { answers, drafts, revisions, events: events.length };
  };
  return { ctx: supplier.ctx, supplier, everything };
}

test("a page that saves itself after somebody else's answer is told so, and is not offered in the place of that answer", async () => {
  const { ctx, supplier, everything } = await working();
  const opened = await supplier.open();
  await saveQuestion(ctx, opened, { question: "E1", fields: no, basedOn: 0, intent: "go-on" });
  const before = await everything();
  const outcome = await saveQuestion(ctx, await supplier.open(), { question: "E1", fields: late, ...typed });
  expect(outcome.kind).toBe("conflict");
  expect(await everything()).toEqual(before);
  // The page that shows the newest answer may go on saving itself.
  const newest = { question: "E1", fields: late, ...typed, basedOn: 1 };
  expect((await saveQuestion(ctx, await supplier.open(), newest)).kind).toBe("draft");
  expect(draftOf(await supplier.open(), "E1")?.fields).toEqual(late);
});

test("a row's page that saves itself after the row was changed is told so, and changes nothing", async () => {
  const { ctx, supplier, everything } = await working();
  const added = { row: undefined, fields: site, basedOn: 0, intent: "go-on" as Intent };
  const empty = await supplier.open();
  await saveRow(ctx, empty, tableAt(empty, "B1", "sites"), added);
  const session = await supplier.open();
  const place = tableAt(session, "B1", "sites");
  const row = place.rows[0]?.id;
  const before = await everything();
  expect((await saveRow(ctx, session, place, { row, fields: moved, ...typed })).kind).toBe("conflict");
  expect((await saveRow(ctx, session, place, { row, fields: moved, basedOn: 0, intent: "go-on" })).kind).toBe(
    "conflict",
  );
  expect(await everything()).toEqual(before);
});

test("after signing nothing that was sent before is taken: neither page, autosave, row nor pasted lines", async () => {
  const { ctx, supplier, everything } = await working();
  await supplier.answersAll();
  // Somebody whose page is open while a colleague signs.
  const session = await supplier.open();
  const place = tableAt(session, "B1", "sites");
  const row = place.rows[0]?.id;
  const basedOn = session.file.revisions.E1 ?? 0;
  await supplier.submits();
  const before = await everything();
  const sitesOn = { basedOn: session.file.revisions.B1 ?? 0 };
  const sent = {
    page: () => saveQuestion(ctx, session, { question: "E1", fields: late, basedOn, intent: "go-on" }),
    left: () => saveQuestion(ctx, session, { question: "E1", fields: late, basedOn, intent: "step-out" }),
    autosave: () => saveQuestion(ctx, session, { question: "E1", fields: late, basedOn, intent: "typing" }),
    row: () => saveRow(ctx, session, place, { row, fields: moved, ...sitesOn, intent: "go-on" }),
    rowAutosave: () => saveRow(ctx, session, place, { row, fields: moved, ...sitesOn, intent: "typing" }),
    newRow: () => saveRow(ctx, session, place, { row: undefined, fields: site, ...sitesOn, intent: "go-on" }),
    paste: () => addPasted(ctx, session, place, { text: "Lisbon\t\t\tPortugal\tSewing\t5", language: "en" }),
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
