import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { withEvidence } from "#app/services/answers/evidence-answers";
import { asSystem, asVisitor } from "#app/services/context/callers";
import type { SupplierContext } from "#app/services/context/contexts";
import type { ScanOutcome } from "#app/services/context/resources/virus-scanner";
import { sweepEvidence } from "#app/services/evidence/sweep-evidence";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { evidenceLimits } from "#app/services/supplier/evidence/limits";
import { removeEvidence } from "#app/services/supplier/evidence/remove-evidence";
import type { SentFiles } from "#app/services/supplier/evidence/sent-files";
import { showEvidence } from "#app/services/supplier/evidence/show-evidence";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import { declarationOf } from "#app/services/supplier/signing/declaration";
import { downloadEvidence } from "#app/services/team/suppliers/download-evidence";
import { asPerson, type TestContext, testContext } from "#tests/support/context";
import { aDocument, aPdf, aZip, pieces } from "#tests/support/documents";
import { anAnswer, anEvent, now } from "#tests/support/factories";
import { launch, type World } from "#tests/support/world";

let ctx: TestContext;
let world: World;
let self: SupplierContext;

async function open(place = 0): Promise<SupplierContext> {
  const recipient = world.recipients[place];
  if (!recipient) throw new Error(`nobody at ${place}`);
  const { invitation, attestation } = recipient;
  const token = ctx.links.tokenFor(invitation.id, 1);
  await ctx.store.invitations
    .replaceLink({
      org: world.organisation.id,
      id: invitation.id,
      generation: 2,
      tokenHash: ctx.links.hash(token),
      at: now,
      expiresAt: new Date(now.getTime() + 86_400_000),
      audit: anEvent(),
    })
    .catch(() => undefined);
  const visitor = asVisitor(ctx, "en");
  const { sessionToken } = await startAttestation(visitor, { token });
  return openSupplierSession(visitor, { attestation: attestation.id, sessionToken });
}

const again = async (old: SupplierContext): Promise<SupplierContext> => {
  const file = await ctx.store.attestations.get(world.organisation.id, old.session.file.attestation.id);
  if (!file) throw new Error("the attestation is gone");
  return { ...old, session: { ...old.session, file } };
};

const add = (bytes: Buffer, { name = "proof.pdf", question = "A2", at = self } = {}) =>
  addEvidence(at, { question, name, bytes: pieces(bytes) });

beforeEach(async () => {
  ctx = await testContext();
  world = await launch(ctx.store, { suppliers: 2 });
  self = await open();
});

describe("files that are sent", () => {
  const pageOf = async (files: SentFiles["files"], more = false) =>
    showEvidence(await again(self), { question: "A2", sent: { files, more } });
  const sending = async (bytes: Buffer, name: string) => ({ name, outcome: await add(bytes, { name }) });

  test("are told one by one: what arrived, what was there already, and what did not", async () => {
    const first = await sending(aPdf(), "proof.pdf");
    const page = await pageOf([
      first,
      await sending(aPdf({ mark: "two" }), "second.pdf"),
      await sending(aPdf(), "copy of proof.pdf"),
      await sending(Buffer.from("a,b"), "list.csv"),
    ]);
    expect(page.notes).toEqual([
      "These 2 files arrived: proof.pdf, second.pdf",
      "copy of proof.pdf holds the same as proof.pdf, which is attached already. It was not added a second time.",
    ]);
    expect(page.errors.map(({ text }) => text)).toEqual([
      "list.csv: This is plain text or CSV. Save it as PDF or XLSX",
    ]);
    expect(page.advice).toBe("What arrived is kept. Choose the others again: no browser keeps chosen files.");
    expect(page.files).toHaveLength(2);
  });

  test("and did not arrive at all leave nothing that is said to be kept", async () => {
    const page = await pageOf([
      await sending(Buffer.alloc(0), "empty.pdf"),
      { name: "big.pdf", outcome: { kind: "too-large" } },
      { name: "late.pdf", outcome: { kind: "not-saved" } },
    ]);
    expect(page.notes).toEqual([]);
    expect(page.errors).toHaveLength(3);
    expect(page.advice).toBe("Nothing of this was added. Choose the files again: no browser keeps chosen files.");
    expect((await pageOf([])).advice).toBeUndefined();
  });

  test("and were not taken say what to do, each by its own reason, and those that were say nothing", async () => {
    const { refused } = await pageOf([
      await sending(aPdf(), "proof.pdf"),
      await sending(Buffer.concat([aPdf(), Buffer.from("/JavaScript (x)")]), "form.pdf"),
      await sending(Buffer.alloc(0), "empty.pdf"),
      { name: "big.pdf", outcome: { kind: "too-large" } },
      { name: "many.pdf", outcome: { kind: "full", of: "question" } },
      { name: "late.pdf", outcome: { kind: "full", of: "organisation" } },
    ]);
    const base = `/attest/${self.session.file.attestation.id}/A2`;
    const told = refused.map(({ name, ways, links }) => [name, ways.map((way) => way.slice(0, 22)), links.length]);
    expect(told).toEqual([
      ["form.pdf", ["Open the file, choose ", "Photograph the pages t"], 2],
      ["empty.pdf", ["Open the file first. I"], 2],
      ["big.pdf", ["Print only the pages t"], 2],
      ["many.pdf", ["Remove a file that mat"], 2],
      ["late.pdf", [], 3],
    ]);
    expect(refused.at(-1)?.links.map(({ href }) => href)).toEqual(["#file", `${base}#comment`, `${base}/ask`]);
    expect(refused[0]?.dismiss.href).toBe(`${base}/evidence`);
  });

  test.each([
    ["scan.pdf", Buffer.from("a,b")],
    ["SCAN.PDF", Buffer.from("<html>")],
    ["scan.pdf ", Buffer.from("d0cf11e0a1b11ae1", "hex")],
    ["macros.pdf", aZip({ "[Content_Types].xml": "", "xl/workbook.xml": "", "xl/vbaProject.bin": "x" })],
    ["list.xlsx", Buffer.from("a,b")],
    ["photo.jpg", Buffer.from("\0\0\0\x18ftypheic")],
    ["photo.jpeg", Buffer.from("GIF89a")],
  ])("are never told to be saved as what they are named: %s", async (name, bytes) => {
    const [error] = (await pageOf([await sending(bytes, name)])).errors;
    const ending = name.trim().split(".").at(-1)?.toUpperCase() ?? "";
    expect(error?.text).toContain(`The name ends in ${ending}`);
    expect(error?.text).not.toMatch(/save it as/i);
  });
});

describe("a document", () => {
  test("is attached with what its bytes say, and can be read back byte for byte", async () => {
    const pdf = aPdf();
    const outcome = await add(pdf, { name: "Register extract.PDF" });
    const sha256 = createHash("sha256").update(pdf).digest("hex");
    expect(outcome).toMatchObject({
      kind: "added",
      evidence: {
        question: "A2",
        name: "Register extract.pdf",
        type: "application/pdf",
        bytes: pdf.length,
        sha256,
        status: "attached",
      },
    });
    const body = await ctx.files.open(sha256);
    expect(Buffer.from(await new Response(body).arrayBuffer())).toEqual(pdf);
    const { file } = (await again(self)).session;
    expect(file.evidence.A2).toHaveLength(1);
    expect(file.attestation.revision).toBe(self.session.file.attestation.revision + 1);
    const [event] = await ctx.store.audit.trail(world.organisation.id, { most: 1 });
    expect(event).toMatchObject({ action: "evidence.added", details: { question: "A2", sha256, bytes: pdf.length } });
  });

  test("sent twice to one question is attached once, and leaves one event", async () => {
    const first = await add(aPdf());
    const second = await add(aPdf(), { name: "the same again.pdf" });
    expect(second).toEqual({ ...first, again: true });
    expect((await again(self)).session.file.evidence.A2).toHaveLength(1);
  });

  test("counts for the answer it is attached to, in the rating's eyes, and alone is no answer", async () => {
    await add(aPdf());
    const { file } = (await again(self)).session;
    const id = file.evidence.A2?.[0]?.id;
    expect(withEvidence({ ...file, answers: { A2: anAnswer() } }).A2).toEqual({
      ...anAnswer(),
      evidence: [{ id, status: "attached" }],
    });
    expect(withEvidence({ ...file, answers: {} })).toEqual({});
    const stale = { ...anAnswer(), evidence: [{ id: "removed", status: "verified" as const }] };
    expect(withEvidence({ evidence: {}, answers: { A2: stale } })).toEqual({ A2: anAnswer() });
  });

  test("stands in the signed document by its hash, when its question is asked", async () => {
    await add(aPdf());
    const { file } = (await again(self)).session;
    const unasked = { ...aDocument({ question: "Z9" }), status: "attached" as const };
    const evidence = { ...file.evidence, Z9: [unasked] };
    const signer = { name: "Mai", job: "HR", sharing: "buyer" };
    const words = pageTexts(ctx, self.session, "en");
    const { document } = declarationOf(ctx, { ...self.session, file: { ...file, evidence } }, signer, words);
    const sha256 = createHash("sha256").update(aPdf()).digest("hex");
    expect(JSON.parse(document).evidence).toMatchObject([{ question: "A2", name: "proof.pdf", sha256 }]);
  });

  test("can be removed before signing: its supplier and the team cannot open it, the record stays", async () => {
    const added = await add(aPdf());
    const id = added.kind === "added" ? added.evidence.id : "";
    const org = world.organisation.id;
    expect(await removeEvidence(await again(self), { evidence: id })).toEqual({ kind: "removed", question: "A2" });
    const after = await again(self);
    expect(after.session.file.evidence).toEqual({});
    expect(await removeEvidence(after, { evidence: id })).toEqual({ kind: "removed", question: "A2" });
    await expect(removeEvidence(after, { evidence: "never-there" })).rejects.toMatchObject({ code: "not-found" });
    const team = asPerson(ctx, { user: world.admin, organisation: world.organisation });
    const wanted = { supplier: world.recipient.supplier.id, evidence: id };
    await expect(downloadEvidence(team, wanted)).rejects.toMatchObject({ code: "not-found" });
    expect(await ctx.store.evidence.list(org, after.session.file.attestation.id)).toMatchObject([
      { id, removedAt: now },
    ]);
    const [event] = await ctx.store.audit.trail(org, { most: 1 });
    expect(event).toMatchObject({ action: "evidence.removed", details: { question: "A2", evidence: id } });
  });

  test("of one supplier cannot be removed by another, nor opened as another's by the team", async () => {
    const added = await add(aPdf());
    const id = added.kind === "added" ? added.evidence.id : "";
    const other = await open(1);
    await expect(removeEvidence(other, { evidence: id })).rejects.toMatchObject({ code: "not-found" });
    const team = asPerson(ctx, { user: world.admin, organisation: world.organisation });
    const own = { supplier: world.recipient.supplier.id, evidence: id };
    expect((await downloadEvidence(team, own)).name).toBe("proof.pdf");
    const wrong = { supplier: world.recipients[1]?.supplier.id ?? "", evidence: id };
    await expect(downloadEvidence(team, wrong)).rejects.toMatchObject({ code: "not-found" });
  });

  test("is refused for a question that takes none, and once the campaign is closed", async () => {
    await expect(add(aPdf(), { question: "A1" })).rejects.toMatchObject({ code: "not-found" });
    await expect(add(aPdf(), { question: "__proto__" })).rejects.toMatchObject({ code: "not-found" });
    const { organisation, campaign } = world;
    await ctx.store.campaigns.close({ org: organisation.id, id: campaign.id, closedAt: now, audit: anEvent() });
    await expect(add(aPdf())).rejects.toMatchObject({ code: "campaign-closed" });
  });

  test("past twenty in one question is refused, and the twenty stay", async () => {
    for (let count = 0; count < evidenceLimits.files; count += 1) await add(aPdf({ mark: String(count) }));
    expect(await add(aPdf({ mark: "one more" }))).toEqual({ kind: "full", of: "question" });
    expect((await again(self)).session.file.evidence.A2).toHaveLength(evidenceLimits.files);
  });

  test("past what an attestation may hold, or was ever sent, is refused", async () => {
    const { org, id: attestation } = self.session.file.attestation;
    const limits = { files: 20, bytes: 2500, everBytes: 3500 };
    const attach = (id: string) =>
      ctx.store.evidence.add({ org, attestation, evidence: aDocument({ id }), limits, audit: anEvent() });
    await attach("one");
    await attach("two");
    await expect(attach("three")).rejects.toMatchObject({ name: "EvidenceFullError", reason: "attestation" });
    const by = { kind: "supplier", attestation } as const;
    await ctx.store.evidence.remove({ org, attestation, id: "one", at: now, by, audit: anEvent() });
    await attach("three");
    await ctx.store.evidence.remove({ org, attestation, id: "two", at: now, by, audit: anEvent() });
    await expect(attach("four")).rejects.toMatchObject({ reason: "given" });
  });

  test("past what all documents of the organisation may have is refused in plain words, and leaves nothing on disk", async () => {
    const at: SupplierContext = { ...self, config: { ...self.config, documentsMaxMb: 0.01 } };
    expect((await add(aPdf({ bytes: 6_000 }), { at })).kind).toBe("added");
    const refused = await add(aPdf({ mark: "more", bytes: 6_000 }), {
      at: { ...(await again(self)), config: at.config },
    });
    expect(refused).toEqual({ kind: "full", of: "organisation" });
    const sent = { files: [{ name: "more.pdf", outcome: refused }], more: false };
    const { errors } = await showEvidence(at, { question: "A2", sent });
    expect(JSON.stringify(errors)).toContain("The buyer's space for documents is full");
    // The same bytes again need no room.
    const same = await add(aPdf({ bytes: 6_000 }), { at: { ...(await again(self)), config: at.config } });
    expect(same).toMatchObject({ kind: "added", again: true });
  });

  test("goes from disk a day after nobody has it attached any more, and not before", async () => {
    const kept = await add(aPdf({ mark: "kept" }));
    const removed = await add(aPdf({ mark: "removed" }));
    if (kept.kind !== "added" || removed.kind !== "added") throw new Error("not attached");
    await removeEvidence(await again(self), { evidence: removed.evidence.id });
    const there = async (sha256: string) => (await ctx.files.open(sha256)) !== undefined;
    // The clock of the test stands in another year than the disk's.
    ctx.later((Date.now() - ctx.clock.now().getTime()) / 3_600_000);
    expect(await sweepEvidence(asSystem(ctx, "sweeper"), {})).toMatchObject({ removed: 0 });
    expect(await there(removed.evidence.sha256)).toBe(true);
    ctx.later(25);
    const swept = await sweepEvidence(asSystem(ctx, "sweeper"), {});
    expect(swept).toEqual({ removed: 1, bytesOnDisk: kept.evidence.bytes, bytesOnRecord: kept.evidence.bytes });
    expect(await there(removed.evidence.sha256)).toBe(false);
    expect(await there(kept.evidence.sha256)).toBe(true);
  });
});

describe("what is in a document", () => {
  const scannedBy = (scan: () => Promise<ScanOutcome>) => ({ ...self, scanner: { scan } });
  const documents = () => ctx.store.evidence.list(world.organisation.id, self.session.file.attestation.id);

  test.each([
    ["a script", Buffer.concat([aPdf(), Buffer.from("<</S/JavaScript/JS(1)>>")]), "script"],
    [
      "a file in it",
      aZip({ "[Content_Types].xml": "", "word/document.xml": "", "word/embeddings/oleObject1.bin": "x" }),
      "holds-files",
    ],
  ])("refuses one with %s, and keeps nothing of it", async (_, bytes, why) => {
    expect(await add(bytes)).toEqual({ kind: "refused", why });
    expect(await documents()).toEqual([]);
    expect(readdirSync(join(ctx.config.dataDir, "evidence", "incoming"))).toEqual([]);
  });

  test("refuses one in which the scanner finds a virus, and keeps nothing of it", async () => {
    const at = scannedBy(async () => ({ found: "Eicar" }));
    expect(await add(aPdf(), { at })).toEqual({ kind: "refused", why: "virus" });
    expect(await documents()).toEqual([]);
  });

  test("remembers that the scanner found nothing, and shows it with all that is known of the attestation", async () => {
    await add(aPdf(), { at: scannedBy(async () => "clean") });
    expect(await documents()).toMatchObject([{ scannedAt: ctx.clock.now() }]);
    const file = (await again(self)).session.file;
    expect(file.evidence.A2).toMatchObject([{ scannedAt: ctx.clock.now() }]);
  });

  test("keeps one as not scanned where no scanner is set or it cannot be asked", async () => {
    await add(aPdf({ mark: "unasked" }));
    const at = scannedBy(() => Promise.reject(new Error("not there")));
    await add(aPdf({ mark: "away" }), { at });
    expect((await documents()).map(({ scannedAt }) => scannedAt)).toEqual([undefined, undefined]);
    const file = (await again(self)).session.file;
    expect(file.evidence.A2?.map((one) => "scannedAt" in one)).toEqual([false, false]);
  });
});
