import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { evidenceFilesIn } from "#app/evidence-files.server";
import { attachmentHeaders } from "#app/http/attachment";
import { repeatedFiles, withEvidence } from "#app/services/evidence-answers";
import { sweepEvidence } from "#app/services/operator/sweep-evidence";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { documentType } from "#app/services/supplier/evidence/document-type";
import { cleanFileName } from "#app/services/supplier/evidence/file-name";
import { evidenceLimits } from "#app/services/supplier/evidence/limits";
import { removeEvidence } from "#app/services/supplier/evidence/remove-evidence";
import { startAttestation } from "#app/services/supplier/link/start";
import { pageWords } from "#app/services/supplier/page-words";
import { declarationOf } from "#app/services/supplier/signing/sign";
import { openSitting, type Sitting } from "#app/services/supplier/sitting";
import { showEvidence } from "#app/services/team/show-evidence";
import { asPerson, type TestContext, testContext } from "#tests/support/context";
import { aDocx, aJpg, anXlsx, aPdf, aPng, aZip } from "#tests/support/documents";
import { aDocument, anAnswer, anEvent, now } from "#tests/support/factories";
import { launch, type World } from "#tests/support/world";

let ctx: TestContext;
let world: World;
let sitting: Sitting;

/** What a browser sends of a file, in pieces. */
async function* pieces(bytes: Buffer, size = 65_536): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function sit(place = 0): Promise<Sitting> {
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
  const { session } = await startAttestation(ctx, { token, language: "en" });
  return openSitting(ctx, { attestation: attestation.id, session });
}

const again = async (old: Sitting): Promise<Sitting> => {
  const file = await ctx.store.attestations.get(world.organisation.id, old.file.attestation.id);
  if (!file) throw new Error("the attestation is gone");
  return { ...old, file };
};

const add = (bytes: Buffer, { name = "proof.pdf", question = "A2", at = sitting } = {}) =>
  addEvidence(ctx, at, { question, name, bytes: pieces(bytes) });

beforeEach(async () => {
  ctx = await testContext();
  world = await launch(ctx.store, { suppliers: 2 });
  sitting = await sit();
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
    const { file } = await again(sitting);
    expect(file.evidence.A2).toHaveLength(1);
    expect(file.attestation.revision).toBe(sitting.file.attestation.revision + 1);
    const [event] = await ctx.store.audit.trail(world.organisation.id, { most: 1 });
    expect(event).toMatchObject({ action: "evidence.added", details: { question: "A2", sha256, bytes: pdf.length } });
  });

  test("sent twice to one question is attached once, and leaves one event", async () => {
    const first = await add(aPdf());
    const second = await add(aPdf(), { name: "the same again.pdf" });
    expect(second).toEqual(first);
    expect((await again(sitting)).file.evidence.A2).toHaveLength(1);
  });

  test("counts for the answer it is attached to, in the rating's eyes, and alone is no answer", async () => {
    await add(aPdf());
    const { file } = await again(sitting);
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
    const { file } = await again(sitting);
    const unasked = { ...aDocument({ question: "Z9" }), status: "attached" as const };
    const evidence = { ...file.evidence, Z9: [unasked] };
    const signer = { name: "Mai", job: "HR", sharing: "buyer" };
    const words = pageWords(ctx, sitting.questionnaire, "en");
    const { document } = declarationOf(ctx, { ...sitting, file: { ...file, evidence } }, signer, words);
    const sha256 = createHash("sha256").update(aPdf()).digest("hex");
    expect(JSON.parse(document).evidence).toMatchObject([{ question: "A2", name: "proof.pdf", sha256 }]);
  });

  test("attached to three questions is noticed, to two it is not", () => {
    const same = (question: string) => ({
      ...aDocument({ question, sha256: "a".repeat(64) }),
      status: "attached" as const,
    });
    expect(repeatedFiles({ evidence: { A2: [same("A2")], C3: [same("C3")] } })).toEqual([]);
    expect(repeatedFiles({ evidence: { A2: [same("A2")], C3: [same("C3")], E1: [same("E1")] } })).toEqual([
      { sha256: "a".repeat(64), questions: ["A2", "C3", "E1"] },
    ]);
  });

  test("can be removed before signing: its supplier and the team cannot open it, the record stays", async () => {
    const added = await add(aPdf());
    const id = added.kind === "added" ? added.evidence.id : "";
    const org = world.organisation.id;
    expect(await removeEvidence(ctx, await again(sitting), id)).toEqual({ kind: "removed", question: "A2" });
    const after = await again(sitting);
    expect(after.file.evidence).toEqual({});
    await expect(removeEvidence(ctx, after, id)).rejects.toMatchObject({ code: "not-found" });
    const team = asPerson(ctx, { user: world.admin, organisation: world.organisation });
    const wanted = { supplier: world.recipient.supplier.id, evidence: id };
    await expect(showEvidence(team, wanted)).rejects.toMatchObject({ code: "not-found" });
    expect(await ctx.store.evidence.list(org, after.file.attestation.id)).toMatchObject([{ id, removedAt: now }]);
    const [event] = await ctx.store.audit.trail(org, { most: 1 });
    expect(event).toMatchObject({ action: "evidence.removed", details: { question: "A2", evidence: id } });
  });

  test("of one supplier cannot be removed by another, nor opened as another's by the team", async () => {
    const added = await add(aPdf());
    const id = added.kind === "added" ? added.evidence.id : "";
    const other = await sit(1);
    await expect(removeEvidence(ctx, other, id)).rejects.toMatchObject({ code: "not-found" });
    const team = asPerson(ctx, { user: world.admin, organisation: world.organisation });
    const own = { supplier: world.recipient.supplier.id, evidence: id };
    expect((await showEvidence(team, own)).name).toBe("proof.pdf");
    const wrong = { supplier: world.recipients[1]?.supplier.id ?? "", evidence: id };
    await expect(showEvidence(team, wrong)).rejects.toMatchObject({ code: "not-found" });
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
    expect((await again(sitting)).file.evidence.A2).toHaveLength(evidenceLimits.files);
  });

  test("past what an attestation may hold, or was ever sent, is refused", async () => {
    const { org, id: attestation } = sitting.file.attestation;
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
});

describe("what a file is", () => {
  const told = (bytes: Buffer) =>
    documentType({ bytes: bytes.length, head: bytes.subarray(0, 4096), tail: bytes.subarray(-262_144) });

  test.each([
    ["a PDF", aPdf(), { type: "pdf" }],
    ["a JPG", aJpg, { type: "jpg" }],
    ["a PNG", aPng, { type: "png" }],
    ["a spreadsheet", anXlsx, { type: "xlsx" }],
    ["a text document", aDocx, { type: "docx" }],
    ["nothing", Buffer.alloc(0), { refused: "empty" }],
    ["a web page", Buffer.from("\ufeff  <!DOCTYPE html><script>alert(1)</script>"), { refused: "web-page" }],
    ["an SVG drawing", Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), { refused: "web-page" }],
    ["a Windows program", Buffer.from("MZ\x90\0"), { refused: "program" }],
    ["a shell script", Buffer.from("#!/bin/sh\nrm -rf /"), { refused: "program" }],
    ["CSV with a formula", Buffer.from("name,=cmd|'/c calc'!A1\n"), { refused: "text" }],
    ["PHP", Buffer.from("<?php system($_GET[0]);"), { refused: "web-page" }],
    ["an old or locked Office file", Buffer.from("d0cf11e0a1b11ae1", "hex"), { refused: "old-office" }],
    ["a HEIC picture", Buffer.from("\0\0\0\x18ftypheic"), { refused: "picture" }],
    ["a film", Buffer.from("\0\0\0\x18ftypisom"), { refused: "video" }],
    ["a plain ZIP", aZip({ "a.txt": "a" }), { refused: "archive" }],
    ["a ZIP in a ZIP", aZip({ "xl/workbook.xml": aZip({ a: "a" }).toString("latin1") }), { refused: "archive" }],
    [
      "macros",
      aZip({ "[Content_Types].xml": "", "xl/workbook.xml": "", "xl/vbaProject.bin": "x" }),
      { refused: "macros" },
    ],
    ["a ZIP without its end", anXlsx.subarray(0, -30), { refused: "archive" }],
    ["noise", Buffer.from([1, 2, 0, 3]), { refused: "unknown" }],
  ])("%s is told by its bytes", (_, bytes, kind) => {
    expect(told(bytes)).toEqual(kind);
  });

  test("a spreadsheet that claims to unpack to four gigabytes is told without unpacking it", () => {
    const bomb = aZip({ "[Content_Types].xml": "", "xl/workbook.xml": "0".repeat(5_000_000) }, 0xfffffff0);
    const before = process.memoryUsage().rss;
    expect(told(bomb)).toEqual({ type: "xlsx" });
    expect(process.memoryUsage().rss - before).toBeLessThan(20_000_000);
  });
});

describe("the name of a file", () => {
  test.each([
    ["../../../../etc/passwd", "passwd.pdf"],
    ["..\\..\\boot.ini", "boot.ini.pdf"],
    ["/etc/cron.d/x.pdf", "x.pdf"],
    ["C:\\fakepath\\Lohnliste März.pdf", "Lohnliste März.pdf"],
    ["evil.pdf\0.exe", "evil.pdf.exe.pdf"],
    ["%2e%2e%2fsecret.pdf", "%2e%2e%2fsecret.pdf"],
    ["report\u202efdp.exe", "reportfdp.exe.pdf"],
    ["a\u200bb\u0007c\r\nX-Header: 1.pdf", "abcX-Header_ 1.pdf"],
    ["<img src=x onerror=alert(1)>.pdf", "_img src=x onerror=alert(1)_.pdf"],
    ["CON.pdf", "_CON.pdf"],
    ["lpt1.tar.pdf", "_lpt1.tar.pdf"],
    ["...", "document.pdf"],
    ["", "document.pdf"],
    ["head-count.html", "head-count.html.pdf"],
    ["工资表.PDF", "工资表.pdf"],
    ["broken\ud800half.pdf", "brokenhalf.pdf"],
  ])("%j is shown as %j", (given, shown) => {
    expect(cleanFileName(given, "pdf")).toBe(shown);
  });

  test("of any length fits a file system, and no character is cut in two", () => {
    const name = cleanFileName(`${"長".repeat(100_000)}.pdf`, "pdf");
    expect(Buffer.byteLength(name)).toBeLessThan(200);
    expect(name).toMatch(/^長+\.pdf$/);
    expect(cleanFileName("👩‍👩‍👧".repeat(50), "jpg")).toMatch(/^(?:👩‍?👩‍?👧‍?)+\.jpg$/u);
  });

  test("is offered for saving in a form that no browser can read as a header or a path", () => {
    const headers = new Headers(
      attachmentHeaders({ name: 'Löhne "x" %2e\'(1).pdf', type: "application/pdf", bytes: 5 }),
    );
    expect(headers.get("content-disposition")).toBe(
      "attachment; filename=\"L_hne _x_ _2e'(1).pdf\"; filename*=UTF-8''L%C3%B6hne%20%22x%22%20%252e%27%281%29.pdf",
    );
    expect(headers.get("content-security-policy")).toContain("sandbox");
  });
});

describe("files on disk", () => {
  const folder = () => mkdtempSync(join(tmpdir(), "avow-files-"));

  test("are kept once for the same bytes, readable by their owner only, and never by a name of a person", async () => {
    const root = folder();
    const files = evidenceFilesIn(root);
    const pdf = aPdf();
    for (let count = 0; count < 2; count += 1) {
      const received = await files.receive(pieces(pdf), 1_000_000);
      if (typeof received === "string") throw new Error(received);
      expect(await received.keep()).toBe("kept");
    }
    const sha256 = createHash("sha256").update(pdf).digest("hex");
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(
      ["incoming", sha256.slice(0, 2), `${sha256.slice(0, 2)}/${sha256}`].sort(),
    );
    expect(statSync(join(root, sha256.slice(0, 2), sha256)).mode & 0o777).toBe(0o600);
  });

  test("past the limit, refused, or broken off leave nothing behind", async () => {
    const root = folder();
    const files = evidenceFilesIn(root);
    expect(await files.receive(pieces(aPdf({ bytes: 2_000_000 })), 1_999_999)).toBe("too-large");
    const refused = await files.receive(pieces(aPdf()), 1_000_000);
    if (typeof refused !== "string") await refused.drop();
    async function* breaking() {
      yield aPdf();
      throw new Error("the line went dead");
    }
    await expect(files.receive(breaking(), 1_000_000)).rejects.toThrow("the line went dead");
    expect(readdirSync(root, { recursive: true })).toEqual(["incoming"]);
  });

  test("are found by their hash only", async () => {
    const root = folder();
    writeFileSync(join(root, "secret"), "x");
    const files = evidenceFilesIn(root);
    for (const name of ["../secret", "secret", "..", "", "a".repeat(64)])
      expect(await files.open(name)).toBeUndefined();
  });

  test("go a day after nobody has them attached any more, and not before", async () => {
    const kept = await add(aPdf({ mark: "kept" }));
    const removed = await add(aPdf({ mark: "removed" }));
    if (kept.kind !== "added" || removed.kind !== "added") throw new Error("not attached");
    await removeEvidence(ctx, await again(sitting), removed.evidence.id);
    const there = async (sha256: string) => (await ctx.files.open(sha256)) !== undefined;
    // The clock of the test stands in another year than the disk's.
    ctx.later((Date.now() - ctx.clock.now().getTime()) / 3_600_000);
    expect(await sweepEvidence(ctx)).toBe(0);
    expect(await there(removed.evidence.sha256)).toBe(true);
    ctx.later(25);
    expect(await sweepEvidence(ctx)).toBe(1);
    expect(await there(removed.evidence.sha256)).toBe(false);
    expect(await there(kept.evidence.sha256)).toBe(true);
  });
});
