import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { bareText } from "#app/i18n/page-text";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { saveQuestion } from "#app/services/supplier/question/save-question";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import { findInSession } from "#app/services/supplier/signing/findings/found";
import { showCheck } from "#app/services/supplier/signing/show-check";
import { showSignPage } from "#app/services/supplier/signing/show-sign-page";
import { signingBlockers } from "#app/services/supplier/signing/signing-blockers";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";
import { testContext } from "#tests/support/context";
import { now } from "#tests/support/factories";
import { asSupplier, form, invite, signature } from "#tests/support/supplier";

async function answered() {
  const ctx = await testContext();
  const invited = await invite(ctx);
  const supplier = asSupplier(ctx, invited.token);
  await supplier.answersAll();
  return { ctx, invited, supplier };
}

test("nothing can be signed while a question is open, and the page says where the first gap is", async () => {
  const ctx = await testContext();
  const { token } = await invite(ctx);
  const supplier = asSupplier(ctx, token);
  const outcome = await supplier.submits();
  expect(outcome.kind === "blocked" && outcome.by[0]).toEqual({ kind: "open", question: "A1" });
  expect((await showSignPage(await supplier.open(), {})).gap?.text).toBe("The first gap is A1");
});

test("numbers that cannot both be right stop the signature", async () => {
  const { supplier } = await answered();
  await supplier.answers({ J2: { value: { received: 2, solved: 5 } } });
  const self = await supplier.open();
  const by = signingBlockers(self.session, await findInSession(self, self.session));
  expect(by).toEqual([{ kind: "contradiction", question: "J1" }]);
  expect((await supplier.submits()).kind).toBe("blocked");
});

test("of 200 sites the one whose numbers do not fit is named, and an explanation lets both stand", async () => {
  const { supplier } = await answered();
  const sites = Array.from({ length: 200 }, (_, at) => ({
    id: `s${at}`,
    cells: { name: `Site ${at}`, country: "PT", activity: "Sewing", workers: 10 },
  }));
  const workforce = sites.map(({ id }, at) => ({
    id: `w${at}`,
    cells: { site: id, own: at === 137 ? 9 : 10, agency: 0, contractor: 0, trainee: 0, home: 0 },
  }));
  await supplier.answers({ B1: { value: { sites } }, D1: { value: { workforce } } });
  const before = await showCheck(await supplier.open(), {});
  const [found] = before.errors.filter(({ lines }) => lines?.length);
  expect(found?.lines?.map((line) => bareText(line).replace(/[\u2066-\u2069]/g, ""))).toEqual([
    "Site 137: 10 in B1, 9 in D1",
  ]);
  expect(found?.stand?.label).toBe("Both are right, explain");
  await supplier.answers({ B1: { value: { sites }, comment: "Counted a week apart" } });
  const after = await showCheck(await supplier.open(), {});
  expect(after.errors.filter(({ lines }) => lines?.length)).toEqual([]);
  expect(after.warnings.some(({ title }) => String(title).includes("explained"))).toBe(true);
});

test("a signature needs a name, a job and the word that one may sign", async () => {
  const { supplier } = await answered();
  const outcome = await supplier.submits(form({ "O2.sharing": "buyer" }));
  expect(outcome.kind === "errors" && outcome.errors.map(({ field }) => field)).toEqual([
    "O2.name",
    "O2.job",
    "O2.authority",
  ]);
});

test("what was signed is a document whose fingerprint anybody can compute", async () => {
  const { ctx, supplier, invited } = await answered();
  const outcome = await supplier.submits();
  if (outcome.kind !== "submitted") throw new Error(outcome.kind);
  const { declaration } = outcome;
  expect(createHash("sha256").update(declaration.document).digest("hex")).toBe(declaration.hash);
  const self = await supplier.open();
  const document = JSON.parse(declaration.document);
  expect(document).toMatchObject({
    format: "avow-attestation/1",
    organisation: { name: invited.organisation.name },
    supplier: { ref: invited.supplier.ref, name: invited.supplier.name },
    questionnaire: { id: "forced-labour", version: 1 },
    answers: { E1: { value: { answer: "no" } } },
    signer: { name: "Rita Alves", job: "Managing director", sharing: "buyer", authority: "yes" },
    signedAt: now.toISOString(),
  });
  expect(document.questionnaire.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(document.texts.revision).toMatch(/^[0-9a-f]{64}$/);
  expect(Object.keys(document.answers).sort()).toEqual(Object.keys(self.session.walk.answers).sort());
  const titles = Object.keys(document.shown).filter((key) => /^[A-Z]\d+\.title$/.test(key));
  expect(titles.sort()).toEqual([...self.session.walk.asked].map((id) => `${id}.title`).sort());
  const words = pageTexts(ctx, self.session, "en");
  for (const key of ["title", "section.E", "E1.title", "E1.why", "E1.answer.option.no"])
    expect(document.shown[key]).toBe(words.texts.get(key)?.text);
  expect(declaration.document.length).toBeLessThan(100_000);
  expect(await showReceipt(self, {})).toMatchObject({ hash: declaration.hash });
});

test("signing rates the supplier, queues a receipt and writes down who did what, in one go", async () => {
  const { ctx, supplier, invited } = await answered();
  await supplier.submits();
  const org = invited.organisation.id;
  const rating = await ctx.store.ratings.latest(org, invited.supplier.id);
  expect(rating?.attestation).toBe(invited.attestation);
  expect(rating?.rating.confidenceParts.signature).toBeGreaterThan(0);
  const mails = await ctx.store.mails.list(org, { page: 1, pageSize: 10 });
  expect(mails.rows.filter(({ kind }) => kind === "receipt")).toMatchObject([{ to: invited.contact.email }]);
  const trail = await ctx.store.audit.trail(org, { most: 3 });
  expect(trail.map(({ action }) => action).reverse()).toEqual([
    "attestation.submitted",
    "attestation.rated",
    "mail.queued",
  ]);
});

test("twenty signatures at once make one submission, and everybody gets its receipt", async () => {
  const { ctx, supplier, invited } = await answered();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => supplier.submits()));
  const hashes = outcomes.map((outcome) => (outcome.kind === "submitted" ? outcome.declaration.hash : outcome.kind));
  expect(new Set(hashes).size).toBe(1);
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  ctx.later(5);
  const later = await supplier.submits();
  expect(later.kind === "submitted" && later.declaration.hash).toBe(hashes[0]);
  expect(await ctx.store.ratings.history(invited.organisation.id, invited.supplier.id)).toHaveLength(1);
  const mails = await ctx.store.mails.list(invited.organisation.id, { page: 1, pageSize: 50 });
  expect(mails.rows.filter(({ kind }) => kind === "receipt")).toHaveLength(1);
});

test("an answer that changed while the signing page was open is not signed unseen", async () => {
  const { supplier } = await answered();
  const before = await supplier.open();
  await supplier.answers({ E1: { unsure: "legal" } });
  const revision = before.session.file.attestation.revision;
  const self = await supplier.open();
  expect((await submitAttestation(self, { fields: signature, revision })).kind).toBe("conflict");
  expect((await submitAttestation(before, { fields: signature, revision })).kind).toBe("conflict");
  expect((await supplier.open()).session.file.declaration).toBeUndefined();
});

test("what was sent is closed", async () => {
  const { supplier } = await answered();
  const before = await supplier.open();
  await supplier.submits();
  const late = { question: "E1", fields: form({ "E1.answer": "yes" }), basedOn: 1, intent: "go-on" } as const;
  await expect(saveQuestion(before, late)).rejects.toMatchObject({ code: "already-submitted" });
});

test("answers that do not apply any more are neither signed nor sent", async () => {
  const { supplier } = await answered();
  await supplier.answers({
    E2: { value: { answer: "yes", from: "2021-03" } },
  });
  await supplier.answers({ E2: { value: { answer: "no", from: "2021-03" } } });
  const outcome = await supplier.submits();
  if (outcome.kind !== "submitted") throw new Error(JSON.stringify(outcome));
  expect(JSON.parse(outcome.declaration.document).answers.E2).toEqual({ value: { answer: "no" } });
});
