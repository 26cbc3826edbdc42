import { expect, test } from "vitest";
import { fieldsOfAnswer } from "#app/services/supplier/fields/answer-fields";
import { listsFor } from "#app/services/supplier/fields/lists";
import { draftOf } from "#app/services/supplier/question/answer-draft";
import { saveQuestion } from "#app/services/supplier/question/save-question";
import { showConflict } from "#app/services/supplier/question/show-conflict";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { afterQuestion, firstOpenQuestion } from "#app/services/supplier/session/after-question";
import { unsavedForm } from "#app/services/supplier/session/unsaved-form";
import { openStore } from "#db/index";
import { readQuestion } from "#questionnaires/reading";
import { cleanFirm, riskyFirm } from "#tests/questionnaires/firms";
import { testContext } from "#tests/support/context";
import { anEvent, now } from "#tests/support/factories";
import { asSupplier, form, invite } from "#tests/support/supplier";

const yes = form({ "E1.answer": "yes" });
const no = form({ "E1.answer": "no" });

async function working(language = "en") {
  const ctx = await testContext();
  const invited = await invite(ctx);
  const supplier = asSupplier(ctx, invited.token, language);
  return { ctx, supplier, invited };
}

test("an answer is saved with who, when and which revision, and leads to the next question", async () => {
  const { ctx, supplier, invited } = await working();
  const self = await supplier.open();
  const saved = await saveQuestion(self, { question: "E1", fields: no, basedOn: 0, intent: "go-on" });
  expect(saved.kind).toBe("saved");
  if (saved.kind !== "saved") return;
  expect(afterQuestion(saved.session, { question: "E1", button: "" })).toBe(`/attest/${invited.attestation}/E2`);
  expect((await supplier.open()).session.file.answers.E1).toEqual({ value: { answer: "no" } });
  const [event] = await ctx.store.audit.trail(invited.organisation.id, { most: 1 });
  expect(event).toMatchObject({
    action: "answer.saved",
    at: now,
    actor: { kind: "supplier", attestation: invited.attestation },
    details: { question: "E1", revision: 1 },
  });
});

test("saving the same answer again makes no new revision", async () => {
  const { supplier } = await working();
  await saveQuestion(await supplier.open(), { question: "E1", fields: no, basedOn: 0, intent: "go-on" });
  await saveQuestion(await supplier.open(), { question: "E1", fields: no, basedOn: 1, intent: "go-on" });
  expect((await supplier.open()).session.file.revisions.E1).toBe(1);
});

test("of two people who answer the same question at once the second sees both answers and overwrites nothing", async () => {
  const { supplier } = await working();
  const [one, other] = [await supplier.open(), await supplier.open()];
  await saveQuestion(one, { question: "E1", fields: no, basedOn: 0, intent: "go-on" });
  const late = await saveQuestion(other, { question: "E1", fields: yes, basedOn: 0, intent: "go-on" });
  expect(late.kind).toBe("conflict");
  const now = await supplier.open();
  const page = await showConflict(now, { question: "E1", fields: yes });
  expect([page.kept, page.typed, page.basedOn]).toEqual([["No"], ["Yes"], 1]);
  expect(page.fields).toContainEqual({ name: "E1.answer", value: "yes" });
  const mine = await saveQuestion(now, { question: "E1", fields: yes, basedOn: page.basedOn, intent: "go-on" });
  expect(mine.kind).toBe("saved");
});

test("what is wrong with a page is told, and nothing typed on it is lost", async () => {
  const { supplier } = await working();
  const self = await supplier.open();
  const fields = form({ "L1.suppliers": "many", "L1.asked": "2", "L1.answered": "1", "L1.comment": "Peak in May" });
  const outcome = await saveQuestion(self, { question: "L1", fields, basedOn: 0, intent: "go-on" });
  if (outcome.kind !== "errors") throw new Error(outcome.kind);
  const page = await showQuestion(self, { question: "L1", typed: unsavedForm(fields, outcome) });
  expect(page.frame.title).toBe("Error: L1 Suppliers asked and answered");
  expect(page.errors).toEqual([
    { anchor: "L1.suppliers", text: "Suppliers and processors: Enter a number, such as 120" },
  ]);
  expect(page.fields.map(({ control }) => "value" in control && control.value)).toEqual(["many", "2", "1"]);
  expect(page.errors[0]?.text.endsWith(`: ${page.fields[0]?.error}`)).toBe(true);
  expect(page.comment.value).toBe("Peak in May");
});

test("leaving a page, or reading it in another language, keeps what is not right yet and offers it again", async () => {
  const { supplier } = await working();
  const fields = form({ "L1.suppliers": "many", "L1.asked": "2", "L1.answered": "1" });
  const outcome = await saveQuestion(await supplier.open(), {
    question: "L1",
    fields,
    basedOn: 0,
    intent: "step-out",
  });
  expect(outcome.kind).toBe("draft");
  const arabic = { ...(await supplier.open()), language: "ar" };
  const page = await showQuestion(arabic, { question: "L1" });
  expect(page.frame.language).toBe("ar");
  expect(page.fields.map(({ control }) => "value" in control && control.value)).toEqual(["many", "2", "1"]);
  expect(page.draftKept).toBeTruthy();
  expect((await supplier.open()).session.file.answers.L1).toBeUndefined();
  const right = form({ "L1.suppliers": "4", "L1.asked": "2", "L1.answered": "1" });
  await saveQuestion(await supplier.open(), { question: "L1", fields: right, basedOn: 0, intent: "go-on" });
  expect(draftOf((await supplier.open()).session, "L1")).toBeUndefined();
});

test("an unfinished page that is left keeps the right half of it as an answer, and stays open", async () => {
  const { supplier } = await working();
  const fields = form({ "A3.name": "Li Na" });
  await saveQuestion(await supplier.open(), { question: "A3", fields, basedOn: 0, intent: "step-out" });
  const { session } = await supplier.open();
  expect(session.file.answers.A3).toEqual({ value: { name: "Li Na" } });
  expect(session.walk.stateOf("A3")).toBe("partly");
  expect(firstOpenQuestion(session)).toBe("A1");
});

test("a page that saves itself saves what is right and complete, and tells when and what comes next is based on", async () => {
  const { supplier } = await working();
  const self = await supplier.open();
  const outcome = await saveQuestion(self, { question: "E1", fields: yes, basedOn: 0, intent: "typing" });
  if (outcome.kind !== "saved") throw new Error(outcome.kind);
  expect(outcome.note).toEqual({ revision: 1, saved: expect.stringMatching(/^Saved at /) });
  const after = await supplier.open();
  expect(after.session.file.answers.E1?.value).toEqual({ answer: "yes" });
  expect(draftOf(after.session, "E1")).toBeUndefined();
});

test.each([
  ["a part of it is missing", "A3", { "A3.name": "Li Na" }],
  ["it was only emptied again", "N3", { "N3.answer": "" }],
  ["it cannot be read", "L1", { "L1.suppliers": "many", "L1.asked": "1", "L1.answered": "1" }],
])("a page that saves itself is no answer while %s", async (_, question, fields) => {
  const { supplier } = await working();
  const page = { question, fields: form(fields), basedOn: 0, intent: "typing" as const };
  expect((await saveQuestion(await supplier.open(), page)).kind).toBe("draft");
  expect((await supplier.open()).session.file.answers[question]).toBeUndefined();
});

test("a draft of more than 64 kB is refused and kept out", async () => {
  const { supplier } = await working();
  const fields = form({ "N3.answer": "x".repeat(70_000) });
  const outcome = await saveQuestion(await supplier.open(), {
    question: "N3",
    fields,
    basedOn: 0,
    intent: "typing",
  });
  expect(outcome.kind).toBe("too-large");
  expect((await supplier.open()).session.file.drafts.N3).toBeUndefined();
});

test("a form cannot reach anything but the fields of its question", async () => {
  const { supplier } = await working();
  const fields = new Map([
    ...no,
    ...form({ __proto__: "x", "E1.__proto__": "x", "E1.constructor": "x", "E2.answer": "yes", state: "submitted" }),
    ["__proto__", ["polluted"]],
  ] as [string, readonly string[]][]);
  await saveQuestion(await supplier.open(), { question: "E1", fields, basedOn: 0, intent: "go-on" });
  await saveQuestion(await supplier.open(), { question: "E3", fields, basedOn: 0, intent: "typing" });
  const { file } = (await supplier.open()).session;
  expect(file.answers).toEqual({ E1: { value: { answer: "no" } } });
  expect(Object.keys(file.drafts.E3?.fields ?? {})).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each(["E99", "O2", "M1", "__proto__", "constructor"])("%s has no page while it is not asked", async (question) => {
  const { supplier } = await working();
  const self = await supplier.open();
  await expect(saveQuestion(self, { question, fields: no, basedOn: 0, intent: "go-on" })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("answers that come after the campaign was closed are refused with its own problem", async () => {
  const { ctx, supplier, invited } = await working();
  const self = await supplier.open();
  const org = invited.organisation.id;
  await ctx.store.campaigns.close({ org, id: self.session.file.campaign.id, closedAt: now, audit: anEvent() });
  await expect(saveQuestion(self, { question: "E1", fields: no, basedOn: 0, intent: "go-on" })).rejects.toMatchObject({
    code: "campaign-closed",
  });
});

test("on a full disk an answer is not said to be saved, and the page shows it again", async () => {
  const full = { ...(await testContext()), store: await openStore(":memory:", { maxMegabytes: 1 }) };
  const { token } = await invite(full);
  const supplier = asSupplier(full, token);
  let outcome = "saved";
  for (let revision = 0; outcome === "saved" && revision < 500; revision += 1) {
    const self = await supplier.open();
    const fields = form({ "N3.answer": `${revision} ${"x".repeat(3900)}` });
    const basedOn = self.session.file.revisions.N3 ?? 0;
    const saved = await saveQuestion(self, { question: "N3", fields, basedOn, intent: "go-on" });
    outcome = saved.kind;
    if (saved.kind !== "not-saved") continue;
    const typed = unsavedForm(fields, saved);
    const page = await showQuestion(self, { question: "N3", typed });
    expect(page.notSaved).toBe(true);
    expect(page.fields[0]?.control).toMatchObject({ value: fields.get("N3.answer")?.[0] });
  }
  expect(outcome).toBe("not-saved");
});

test.each([
  ["clean", cleanFirm],
  ["risky", riskyFirm],
])("the pages of a %s firm, sent back untouched, say the same again", async (_, firm) => {
  const { supplier } = await working();
  await supplier.answers(firm);
  const { session } = await supplier.open();
  for (const [code, answer] of Object.entries(session.walk.answers)) {
    const question = session.questionnaire.questions.get(code);
    if (!question || question.signing) continue;
    const context = { lists: listsFor(session), walk: session.walk, current: answer };
    const read = readQuestion(question, fieldsOfAnswer(question, answer), context);
    expect({ code, ...read }).toEqual({ code, answer });
  }
});
