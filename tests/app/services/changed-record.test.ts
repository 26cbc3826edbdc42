import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { Problem } from "#app/domain/problem";
import { asVisitor } from "#app/services/context/callers";
import type { TeamContext } from "#app/services/context/contexts";
import { readEvidence } from "#app/services/supplier/evidence/attached-evidence";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { showProblem } from "#app/services/supplier/page/show-problem";
import { showAnswers } from "#app/services/supplier/print/show-answers";
import { readReceipt } from "#app/services/supplier/receipt/read-receipt";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import { addRating } from "#app/services/team/ratings/add-rating";
import { downloadEvidence } from "#app/services/team/suppliers/download-evidence";
import { showAttestation } from "#app/services/team/suppliers/show-attestation";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { Sqlite } from "#db/sqlite/driver";
import { asPerson } from "#tests/support/context";
import { aUser } from "#tests/support/factories";
import { type SignedRecord, signedRecord, tamper } from "#tests/support/signed-record";
import { codeOf } from "#tests/support/team";

let dataDir = "";
let record: SignedRecord;
let team: TeamContext;
let supplier = "";

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "avow-changed-"));
  record = await signedRecord(dataDir);
  const file = await kept();
  supplier = file.supplier.id;
  const user = aUser({ org: file.organisation.id, role: "analyst" });
  team = asPerson(record.ctx, { user, organisation: file.organisation });
  return () => record.ctx.store.close();
});

async function kept() {
  const database = new Sqlite(join(dataDir, "avow.sqlite"), { readonly: true });
  const org = database.prepare<[], string>("SELECT org FROM attestations").pluck().get();
  database.close();
  const file = org === undefined ? undefined : await record.ctx.store.attestations.get(org, record.attestation);
  if (!file) throw new Error("the attestation is gone");
  return file;
}

/** The supplier with its link, in a new session. */
async function opened() {
  const visitor = asVisitor(record.ctx, "en");
  const { invitation } = await kept();
  const { sessionToken } = await startAttestation(visitor, { token: record.ctx.links.tokenFor(invitation.id, 1) });
  return openSupplierSession(visitor, { attestation: record.attestation, sessionToken });
}

const page = () => showSupplier(team, { id: supplier });
const attested = () => ({ supplier, attestation: record.attestation });

async function mismatches() {
  const trail = await record.ctx.store.audit.trail(team.organisation.id, { most: 1_000 });
  return trail.filter(({ action }) => action === "record.mismatched");
}

async function evidence(): Promise<string> {
  const [document] = Object.values((await kept()).evidence).flat();
  if (!document) throw new Error("nothing is attached");
  return document.id;
}

/** Everything that pages and files say of what was signed. */
async function shown() {
  const self = await opened();
  const { text } = await showAttestation(team, attested());
  const whole = JSON.stringify([await page(), await showAnswers(self, {}), await showReceipt(self, {})]);
  return { whole, text, receipt: (await readReceipt(self, {})).text };
}

describe("what was signed", () => {
  // Found on the lines of the trail too, where they are no answers.
  const withoutTrail = (text: string) => text.replace(/"trail":.*?"more":(true|false)\}/, "");

  test.each([
    [
      "an answer is another",
      `UPDATE answers SET answer = '{"value":{"answer":"yes"},"comment":"FORGED"}' WHERE question = 'E1'`,
    ],
    [
      "a comment was added",
      `UPDATE answers SET answer = json_set(answer, '$.comment', 'FORGED') WHERE question = 'A1'`,
    ],
    ["all answers are gone", "DELETE FROM answers"],
    [
      "an answer has a newer revision",
      `INSERT INTO answers (org, attestation, question, revision, attestation_revision, answer, saved_at) SELECT org, attestation, question, revision + 1, attestation_revision + 1000, '{"value":{"answer":"yes"},"comment":"FORGED"}', saved_at FROM answers WHERE question = 'E1'`,
    ],
    ["a document has another name", "UPDATE evidence SET name = 'FORGED.pdf'"],
    ["the signer has another name", "UPDATE declarations SET name = 'FORGED', job = 'FORGED'"],
    ["the signature is of another day", "UPDATE declarations SET signed_at = signed_at - 86400000 * 400"],
  ])("is read from what was signed when the answers were changed behind the product's back", async (_what, sql) => {
    const before = await shown();
    const asKept = await kept();
    expect(before.whole).toContain(asKept.declaration?.name);
    tamper(dataDir, sql);
    expect(await kept()).not.toEqual(asKept);
    const after = await shown();
    // When each answer was last saved is no part of what was signed.
    const comparable = (text: string) => withoutTrail(text).replaceAll(/,"saved":\{[^}]*\}/g, "");
    expect(comparable(after.whole)).toBe(comparable(before.whole));
    expect(after.whole).not.toContain("FORGED");
    expect([after.text, after.receipt]).toEqual([before.text, before.receipt]);
    expect(await mismatches()).toEqual([]);
  });

  test("is what is rated again, whatever stands in the table of answers", async () => {
    const { rating } = await done(addRating(team, { supplier }));
    tamper(
      dataDir,
      `UPDATE answers SET answer = '{"value":{"answer":"yes"}}' WHERE question IN ('E1', 'F1', 'G1', 'H1')`,
    );
    expect(await done(addRating(team, { supplier }))).toMatchObject({ rating, added: false });
  });

  test.each([
    ["one letter of its document", "UPDATE declarations SET document = replace(document, 'Rita Alves', 'Rita Alvez')"],
    [
      "an answer of its document",
      `UPDATE declarations SET document = replace(document, '"E1":{"value":{"answer":"no"}}', '"E1":{"value":{"answer":"yes"}}')`,
    ],
    ["a blank behind its document", "UPDATE declarations SET document = document || ' '"],
    ["all of its document", "UPDATE declarations SET document = 'nothing'"],
    ["its fingerprint", `UPDATE declarations SET hash = '${"a".repeat(64)}'`],
    ["its reference", "UPDATE attestations SET reference = 'AV-2026-999999'"],
  ])("that no longer fits its hash is said to the analyst, and leaves one event", async (_what, sql) => {
    tamper(dataDir, sql);
    for (let looked = 0; looked < 3; looked += 1) {
      const { rated, trail } = await page();
      expect(rated?.mismatch?.signed).not.toBe(rated?.mismatch?.found);
      expect(rated).not.toHaveProperty("answers");
      expect(rated).not.toHaveProperty("signed");
      expect(rated?.rating.score).toBeGreaterThan(0);
      if (looked > 0) expect(trail.lines[0]?.text).toMatch(/^What is kept of the declaration is not what was signed/);
    }
    expect(await codeOf(showAttestation(team, attested()))).toBe("record-changed");
    expect(await codeOf(addRating(team, { supplier }))).toBe("record-changed");
    expect(await mismatches()).toMatchObject([
      { subject: { type: "attestation", id: record.attestation }, details: { what: "declaration" } },
    ]);
  });

  test.each(["en", "ar", "zh-Hans"])(
    "that no longer fits its hash is not shown to its supplier, who is told in %s",
    async (language) => {
      tamper(dataDir, "UPDATE declarations SET document = replace(document, 'Rita Alves', 'Rita Alvez')");
      const problem = await opened().catch((error: unknown) => error);
      if (!(problem instanceof Problem)) throw new Error("the session opened");
      const told = await showProblem(asVisitor(record.ctx, language), { problem, address: "/" });
      expect(told.problem).toBe("record-changed");
      expect(told.paragraphs.join()).toContain(team.organisation.name);
      expect(told.frame.language).toBe(language);
      expect(await mismatches()).toMatchObject([{ actor: { kind: "supplier", attestation: record.attestation } }]);
    },
  );
});

describe("a document", () => {
  const place = () => join(dataDir, "evidence", record.document.slice(0, 2), record.document);
  const asked = async () => ({ supplier, evidence: await evidence() });
  const asHead = () => ({ ...team, isHead: true });
  const bytesOf = async (download: Promise<{ body: ReadableStream<Uint8Array> }>) =>
    Buffer.from(await new Response((await download).body).arrayBuffer());

  test("is handed out byte for byte while it is what was attached", async () => {
    const bytes = readFileSync(place());
    expect(await bytesOf(downloadEvidence(team, await asked()))).toEqual(bytes);
    expect(await bytesOf(readEvidence(await opened(), { evidence: await evidence() }))).toEqual(bytes);
    expect(await mismatches()).toEqual([]);
  });

  test.each([
    ["one letter is another", (bytes: Buffer) => Buffer.from(bytes.toString().replace("true", "trua"))],
    ["the end is gone", (bytes: Buffer) => bytes.subarray(0, -1)],
    ["all of it is gone", () => Buffer.alloc(0)],
    ["it goes on", (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(200_000, 0x20)])],
  ])("that was changed on disk is refused in words, and leaves one event: %s", async (_what, change) => {
    writeFileSync(place(), change(readFileSync(place())));
    const self = await opened();
    const found = { evidence: await evidence() };
    expect(await codeOf(downloadEvidence(team, await asked()))).toBe("record-changed");
    expect(await codeOf(downloadEvidence(team, await asked()))).toBe("record-changed");
    expect(await codeOf(readEvidence(self, found))).toBe("record-changed");
    expect(await mismatches()).toMatchObject([{ details: { what: "evidence", ...found, signed: record.document } }]);
    expect((await page()).trail.lines.map(({ text }) => text).join()).toContain("not the one that was attached");
  });

  test("whose bytes were changed breaks off, and leaves an event", async () => {
    // Nothing is read before a header is answered, so this is as a file that is changed right after it was found whole.
    const { body } = await downloadEvidence(asHead(), await asked());
    writeFileSync(place(), Buffer.concat([readFileSync(place()), Buffer.alloc(300_000, 0x20)]));
    await expect(new Response(body).arrayBuffer()).rejects.toThrow();
    expect(await mismatches()).toHaveLength(1);
  });

  test("of a signed attestation is the one that was signed, whatever the table calls it", async () => {
    const other = await record.ctx.files.receive(oneChunk("%PDF-1.7 a false certificate"), 1_000);
    if (typeof other === "string") throw new Error(other);
    await other.keep();
    tamper(dataDir, "UPDATE evidence SET sha256 = ?", other.sha256);
    const bytes = await bytesOf(downloadEvidence(team, await asked()));
    expect(bytes.toString()).toContain("a true certificate");
  });

  test("that is only asked about is not read", async () => {
    writeFileSync(place(), "something else");
    expect((await downloadEvidence(asHead(), await asked())).bytes).toBeGreaterThan(0);
    expect(await mismatches()).toEqual([]);
  });
});

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function done(outcome: ReturnType<typeof addRating>) {
  const rated = await outcome;
  if (!("rating" in rated)) throw new Error("the countries were not taken");
  return rated;
}
