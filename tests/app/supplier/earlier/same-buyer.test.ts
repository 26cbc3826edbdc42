import { beforeEach, describe, expect, test } from "vitest";
import { bareText } from "#app/i18n/page-text";
import type { SupplierContext } from "#app/services/context/contexts";
import { allEarlier } from "#app/services/supplier/earlier/all-earlier";
import { offersOf } from "#app/services/supplier/earlier/offers";
import { showEarlier } from "#app/services/supplier/earlier/show-earlier";
import { takeEarlierAnswer } from "#app/services/supplier/earlier/take-earlier";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { saveQuestion } from "#app/services/supplier/question/save-question";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { showRow } from "#app/services/supplier/rows/show-row";
import { showCheck } from "#app/services/supplier/signing/show-check";
import type { Answers } from "#questionnaires/answers";
import { cleanFirm } from "#tests/questionnaires/firms";
import { type TestContext, testContext } from "#tests/support/context";
import { aPdf, pieces } from "#tests/support/documents";
import { now } from "#tests/support/factories";
import { askAgain, asSupplier, form, type Invited, invite } from "#tests/support/supplier";

let ctx: TestContext;
let first: Invited;
let second: Invited;
let open: () => Promise<SupplierContext>;

const offer = async (question: string) => (await showQuestion(await open(), { question })).earlier;
const said = async (question: string) => (await offer(question))?.lines.map(bareText);
const answers = async () => (await open()).session.file.answers;
const use = async (question: string, over: Record<string, string | string[]> = {}) => {
  const shown = (await offer(question))?.use;
  const fields = form({ mark: shown?.mark ?? "", basedOn: String(shown?.basedOn ?? 0), ...over });
  return takeEarlierAnswer(await open(), { question, fields });
};
const documentOf = async () => {
  const outcome = await asSupplier(ctx, second.token).submits();
  if (outcome.kind !== "submitted") throw new Error(JSON.stringify(outcome));
  return JSON.parse(outcome.declaration.document);
};

/** A year ago everything was answered, with a file at A2, and signed; now the same supplier is asked again. */
async function askedTwice(extra: Answers = {}, over: Parameters<typeof askAgain>[2] = {}) {
  ctx = await testContext();
  first = await invite(ctx);
  const before = asSupplier(ctx, first.token);
  await before.open();
  const bytes = pieces(aPdf({ mark: "register" }));
  const added = await addEvidence(await before.open(), { question: "A2", name: "register.pdf", bytes });
  expect(added.kind).toBe("added");
  await before.answersAll();
  await before.answers(extra);
  const signed = await before.submits();
  expect(signed.kind).toBe("submitted");
  second = await askAgain(ctx, first, over);
  ({ open } = asSupplier(ctx, second.token));
}

describe("what was signed for the same buyer", () => {
  beforeEach(() => askedTwice());

  test("is shown at questions that are open, and nothing is carried by looking", async () => {
    for (const question of ["A1", "B1", "F5", "G1", "K1"]) expect((await offer(question))?.use, question).toBeDefined();
    expect(await answers()).toEqual({});
    expect(await ctx.store.attestations.history(second.organisation.id, second.attestation)).toEqual([]);
  });

  test("becomes the answer of now by one act, with its event and the day on which it was signed", async () => {
    expect(await said("G1")).toEqual(["The worker"]);
    expect((await use("G1")).kind).toBe("saved");
    expect((await answers()).G1).toEqual({ value: { answer: "worker" } });
    expect(await offer("G1")).toBeUndefined();
    const org = second.organisation.id;
    expect(await ctx.store.attestations.carried(org, second.attestation)).toEqual([
      { question: "G1", carried: { from: "buyer", signedAt: now.toISOString() } },
    ]);
    const trail = await ctx.store.audit.trail(org, { subjects: [second.attestation], most: 9 });
    expect(trail[0]).toMatchObject({
      action: "answer.saved",
      details: { question: "G1", revision: 1, carriedFrom: now.toISOString() },
    });
    const lines = (await showCheck(await open(), {})).sections.flatMap((section) => section.answers);
    expect(lines.find(({ code }) => code === "G1")?.given).toMatch(/^Still true, as signed on/);
  });

  test("is only shown of North Korea, whatever a form says: it is answered again", async () => {
    for (const question of ["E1", "E2", "E3", "E4", "E6", "D2", "B2"]) {
      const shown = await offer(question);
      expect(shown?.lines.length, question).toBeGreaterThan(0);
      expect(shown, question).toMatchObject({ askedAnew: true });
      expect(shown?.use, question).toBeUndefined();
      const self = await open();
      const all = await allEarlier(self, self.session);
      const found = offersOf(self, self.session, all).find(({ offer }) => offer.question.id === question);
      const fields = form({ mark: found?.offer.mark ?? "none", basedOn: "0" });
      expect((await takeEarlierAnswer(self, { question, fields })).kind, question).toBe("not-offered");
    }
    expect(await answers()).toEqual({});
  });

  test("is not shown at questions about the answering itself", async () => {
    for (const question of ["A3", "O1", "N3"]) expect(await offer(question), question).toBeUndefined();
  });

  test("is saved once by two clicks, and never over an answer that was given anew", async () => {
    const fields = form({ mark: (await offer("G1"))?.use?.mark ?? "", basedOn: "0" });
    const self = await open();
    const both = await Promise.all([0, 1].map(() => takeEarlierAnswer(self, { question: "G1", fields })));
    expect(both.map(({ kind }) => kind)).toEqual(["saved", "saved"]);
    const org = second.organisation.id;
    expect(await ctx.store.attestations.history(org, second.attestation)).toHaveLength(1);
    const shown = form({ mark: (await offer("G2"))?.use?.mark ?? "", basedOn: "0" });
    const typed = form({ "G2.answer": "limited" });
    await saveQuestion(await open(), { question: "G2", fields: typed, basedOn: 0, intent: "go-on" });
    expect((await takeEarlierAnswer(await open(), { question: "G2", fields: shown })).kind).toBe("not-offered");
    expect((await answers()).G2).toEqual({ value: { answer: "limited" } });
  });

  test("is no more called carried once it was answered anew", async () => {
    await use("G1");
    const fields = form({ "G1.answer": "own-locker" });
    await saveQuestion(await open(), { question: "G1", fields, basedOn: 1, intent: "go-on" });
    expect(await ctx.store.attestations.carried(second.organisation.id, second.attestation)).toEqual([]);
  });

  test("is not taken by a form that names another answer", async () => {
    const other = (await offer("F5"))?.use?.mark ?? "none";
    for (const mark of ["", "0".repeat(64), "G1", other])
      expect((await use("G1", { mark })).kind, mark).toBe("not-offered");
    expect(await answers()).toEqual({});
  });

  test("waits for the answers that it hangs on: workers of a site that is not listed yet", async () => {
    expect((await offer("D1"))?.lines.length).toBeGreaterThan(0);
    expect((await offer("D1"))?.use).toBeUndefined();
    const row = { question: "B1", part: "sites" };
    expect((await showRow(await open(), row)).earlier?.use).toBeDefined();
    await use("B1");
    expect((await showRow(await open(), row)).earlier).toBeUndefined();
    expect((await use("D1")).kind).toBe("saved");
    expect((await open()).session.walk.stateOf("D1")).toBe("answered");
  });

  test("brings its file only where it is ticked, as one that begins anew and says when it first came", async () => {
    const [file] = (await offer("A2"))?.use?.files ?? [];
    expect(file?.label).toMatch(/register\.pdf.*first sent on/);
    await use("A2");
    expect((await open()).session.file.evidence).toEqual({});
    second = await askAgain(ctx, first);
    ({ open } = asSupplier(ctx, second.token));
    expect(await use("A2", { file: [file?.id ?? "", "of-somebody-else"] })).toMatchObject({ filesLeft: false });
    const [document] = (await open()).session.file.evidence.A2 ?? [];
    expect(document).toMatchObject({ name: "register.pdf", status: "attached", firstReceivedAt: now });
    expect(document?.id).not.toBe(file?.id);
  });

  test("is told in what is signed: which answers, and of which day", async () => {
    const self = asSupplier(ctx, second.token);
    ({ open } = self);
    const [file] = (await offer("A2"))?.use?.files ?? [];
    await use("A2", { file: [file?.id ?? ""] });
    await use("G1");
    const { A2: _, G1: __, ...rest } = cleanFirm;
    await self.answers(rest);
    for (const question of (await open()).session.questionnaire.plan.pages) {
      const { session } = await open();
      if (session.walk.asked.has(question.id) && session.walk.stateOf(question.id) === "blank" && !question.optional)
        await self.answers({ [question.id]: { unsure: "dk" } });
    }
    const document = await documentOf();
    expect(document.answersCarried).toEqual([
      { question: "A2", signedAt: now.toISOString() },
      { question: "G1", signedAt: now.toISOString() },
    ]);
    expect(document.evidence[0]).toMatchObject({ name: "register.pdf", firstReceivedAt: now.toISOString() });
  });

  test("is listed by section, each question with what was said, and counted where it can be taken over", async () => {
    const view = await showEarlier(await open(), {});
    const codes = view.sections.flatMap(({ questions }) => questions.map(({ code }) => code));
    expect(codes).toContain("G1");
    expect(codes).toContain("E1");
    expect(codes).not.toContain("O1");
    expect(view.lead).toMatch(/^\d+ answers can be used again/);
    await use("G1");
    const after = await showEarlier(await open(), {});
    expect(after.sections.flatMap(({ questions }) => questions.map(({ code }) => code))).not.toContain("G1");
  });

  test("is the last that was signed, besides the one that is open", async () => {
    const org = first.organisation.id;
    expect(
      await ctx.store.attestations.lastSigned(org, { supplier: first.supplier.id, besides: second.attestation }),
    ).toBe(first.attestation);
    expect(
      await ctx.store.attestations.lastSigned(org, { supplier: first.supplier.id, besides: first.attestation }),
    ).toBeUndefined();
  });
});

describe("what is not offered", () => {
  test.each([
    ["don't know", { unsure: "dk" }],
    ["no answer on legal advice", { unsure: "legal" }],
  ] as const)("%s is only shown", async (_, answer) => {
    await askedTwice({ G2: answer });
    expect((await offer("G2"))?.lines).toHaveLength(1);
    expect((await offer("G2"))?.use).toBeUndefined();
  });

  test("a comment of then stays with what was signed then", async () => {
    await askedTwice({ G1: { value: { answer: "worker" }, comment: "Counted in March" } });
    expect(JSON.stringify(await offer("G1"))).not.toContain("Counted in March");
    await use("G1");
    expect((await answers()).G1).toEqual({ value: { answer: "worker" } });
  });

  test("answers of another supplier of the same buyer, and of another buyer", async () => {
    await askedTwice();
    const stranger = await invite(ctx, { contact: { email: first.contact.email } });
    ({ open } = asSupplier(ctx, stranger.token));
    expect(await offer("G1")).toBeUndefined();
    expect((await showEarlier(await open(), {})).sections).toEqual([]);
  });
});

describe("in the next version of the questionnaire", () => {
  beforeEach(() =>
    askedTwice({}, { campaign: { version: 2, ruleSet: "standard-2026.2" }, attestation: { version: 2 } }),
  );

  test("what has the same choices is offered", async () => {
    for (const question of ["F5", "G1", "H3"]) expect((await use(question)).kind, question).toBe("saved");
  });

  test("what had choices that are gone is shown in its own words and answered again", async () => {
    for (const question of ["H1", "K4", "C2"]) {
      const shown = await offer(question);
      expect(shown?.lines.length, question).toBeGreaterThan(0);
      expect(shown?.use, question).toBeUndefined();
    }
  });
});
