import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLog } from "#app/adapters/log.server";
import { readConfig } from "#app/product/config.server";
import { openForVerifying } from "#app/product/context.server";
import { asSystem } from "#app/services/context/callers";
import type { Finding } from "#app/services/installation/verify/findings";
import { verifyRecord } from "#app/services/installation/verify/verify-record";
import { openStore } from "#db/index";
import type { Store } from "#db/store";
import { anEvent } from "#tests/support/factories";
import { aDataFolder } from "#tests/support/product";
import { aRemoval } from "#tests/support/removals";
import { type SignedRecord, signedRecord, tamper } from "#tests/support/signed-record";

const sound = aDataFolder();
let record: SignedRecord;
let dataDir = "";

beforeAll(async () => {
  record = await signedRecord(sound);
  await record.ctx.store.close();
});
beforeEach(() => {
  dataDir = aDataFolder();
  cpSync(sound, dataDir, { recursive: true });
});
afterAll(() => rmSync(sound, { recursive: true }));

async function verify(): Promise<readonly Finding[]> {
  const config = readConfig({ NODE_ENV: "production", DATA_DIR: dataDir });
  const context = await openForVerifying(config, createLog("silent"));
  const findings: Finding[] = [];
  await verifyRecord(asSystem(context, "verify"), { found: (finding) => findings.push(finding) }).finally(() =>
    context.store.close(),
  );
  return findings;
}

const said = async () => (await verify()).map(({ kind, about, text }) => `${kind} ${about}: ${text}`).join("\n");
const documentPath = () => join(dataDir, "evidence", record.document.slice(0, 2), record.document);

test("nothing is found in a record as it was signed, and nothing is changed in it", async () => {
  const before = readFileSync(join(dataDir, "avow.sqlite"));
  expect(await verify()).toEqual([]);
  expect(readFileSync(join(dataDir, "avow.sqlite")).equals(before)).toBe(true);
});

test("it is walked while somebody has it open and writes", async () => {
  const config = readConfig({ NODE_ENV: "production", DATA_DIR: dataDir });
  const store = await openStore(`file:${join(config.dataDir, "avow.sqlite")}`);
  await store.upkeep.keepFact("last-backup", "2026-01-01T00:00:00Z");
  expect(await verify()).toEqual([]);
  await store.close();
});

describe("what does not fit is named", () => {
  const altered = `UPDATE declarations SET document = replace(document, 'Rita Alves', 'Rita Elves')`;
  test.each([
    ["a signed document", altered, /^declaration AV-.*its document has the hash/m],
    ["the hash of one", "UPDATE declarations SET hash = 'f00d'", /signed with f00d[\s\S]*the trail says/m],
    [
      "who signed, beside the document",
      "UPDATE declarations SET name = 'Somebody Else'",
      /name of the signer on record/,
    ],
    ["when it was signed", "UPDATE declarations SET signed_at = signed_at + 1000", /time of signing on record/],
    ["the statement's hash", "UPDATE declarations SET statement_hash = 'beef'", /statement on record/],
    ["a declaration taken away", "DELETE FROM declarations", /submitted, and nothing was signed/],
    ["a state set back", "UPDATE attestations SET state = 'open'", /does not stand as submitted/],
    [
      "its event taken away",
      "DELETE FROM audit_events WHERE action = 'attestation.submitted'",
      /0 events of its signature/,
    ],
    [
      "another version than was signed",
      'UPDATE declarations SET document = replace(document, \'"fingerprint":"\', \'"fingerprint":"0\')',
      /another fingerprint/,
    ],
    [
      "a changed answer",
      "UPDATE answers SET answer = json_set(answer, '$.comment', 'not what was said') WHERE question = 'G1'",
      /^answers AV-.*answer to G1 is not the one/m,
    ],
    ["an answer taken away", "DELETE FROM answers WHERE question = 'G2'", /answer to G2 is not the one/],
    [
      "an answer that came later",
      "INSERT INTO answers (org, attestation, question, revision, attestation_revision, answer, saved_at) SELECT org, attestation, question, revision + 1, attestation_revision + 1000, json_set(answer, '$.comment', 'later'), saved_at FROM answers WHERE question = 'F5' LIMIT 1",
      /answer to F5 is not the one/,
    ],
    [
      "a document taken off the record",
      "UPDATE evidence SET removed_at = 1, removed_by = '{}'",
      /documents on record are not those/,
    ],
    [
      "a rating's points",
      "UPDATE ratings SET rating = json_set(rating, '$.score', 1.5)",
      /^rating .*the trail says[\s\S]*differs in score/m,
    ],
    [
      "a rating's band",
      "UPDATE ratings SET rating = json_set(rating, '$.band', 'low', '$.scoreBand', 'low')",
      /differs in|the trail says/,
    ],
    [
      "its version",
      "UPDATE ratings SET rating = json_set(rating, '$.ruleSet.id', 'standard-1999.1')",
      /not all of them are there/,
    ],
    [
      "the fingerprint of its countries",
      "UPDATE ratings SET rating = json_set(rating, '$.edition.hash', 'abc')",
      /made with another tip-/,
    ],
    ["something that is no rating", "UPDATE ratings SET rating = '{}'", /not what a rating looks like/],
    ["its event taken away", "DELETE FROM audit_events WHERE action = 'attestation.rated'", /trail has no event of it/],
    [
      "rows that point at nothing",
      "DELETE FROM campaign_suppliers; DELETE FROM mails; DELETE FROM links; DELETE FROM contacts",
      /^database .*point at a row of contacts/m,
    ],
    [
      "an attestation without its invitation",
      "DELETE FROM invitations",
      /invitation, campaign, supplier or contact is missing/,
    ],
  ])("%s", async (_, sql, words) => {
    tamper(dataDir, sql);
    expect(await said()).toMatch(words);
  });

  test("a document and its hash changed together, by the trail", async () => {
    const { Sqlite } = await import("#db/sqlite/driver");
    const database = new Sqlite(join(dataDir, "avow.sqlite"), { readonly: true });
    const text = database.prepare<[], string>("SELECT document FROM declarations").pluck().get() ?? "";
    database.close();
    const other = text.replace("Rita Alves", "Rita Elves");
    const hash = createHash("sha256").update(other).digest("hex");
    tamper(dataDir, "UPDATE declarations SET document = ?, hash = ?, name = 'Rita Elves'", other, hash);
    expect(await said()).toMatch(/^declaration AV-.*the trail says that it was signed with the hash/);
  });

  test("triggers that are missing or weakened", async () => {
    const { Sqlite } = await import("#db/sqlite/driver");
    const database = new Sqlite(join(dataDir, "avow.sqlite"));
    database.exec("DROP TRIGGER answers_are_never_changed; DROP TRIGGER evidence_is_removed_once");
    database.close();
    expect(await said()).toMatch(/trigger answers_are_never_changed is missing[\s\S]*trigger evidence_is_removed_once/);
  });

  test("documents that are changed, cut off or gone", async () => {
    const bytes = readFileSync(documentPath());
    writeFileSync(documentPath(), Buffer.from(bytes).fill("x", 9));
    expect(await said()).toMatch(/^document .*they were changed$/);
    appendFileSync(documentPath(), "more");
    expect(await said()).toMatch(/^document .*bytes on disk and 27 on record$/);
    renameSync(documentPath(), `${documentPath()}-away`);
    expect(await said()).toMatch(/^document .*on record and not on disk/m);
  });

  test("files that belong to nothing, old or new", async () => {
    const names = ["ab".repeat(32), "cd".repeat(32)];
    for (const [at, name] of names.entries()) {
      const folder = join(dataDir, "evidence", name.slice(0, 2));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), "whose?");
      if (at === 0) utimesSync(join(folder, name), new Date(0), new Date(0));
    }
    const findings = await verify();
    expect(findings.map(({ kind, about }) => [kind, about]).sort()).toEqual(names.map((name) => ["orphan", name]));
  });
});

test("a folder without a database, and one of an older version, are refused in words", async () => {
  tamper(
    dataDir,
    "DROP TABLE installation; ALTER TABLE evidence DROP COLUMN scanned_at; DELETE FROM migrations WHERE name = '0011_installation'",
  );
  await expect(verify()).rejects.toThrow("older version of this program");
  rmSync(join(dataDir, "avow.sqlite"));
  await expect(verify()).rejects.toThrow("not there or cannot be opened");
});

describe("a removal", () => {
  const inRecord = async (work: (store: Store, org: string) => Promise<unknown>) => {
    const store = await openStore(`file:${join(dataDir, "avow.sqlite")}`);
    const [org = ""] = await store.organisations.ids();
    await work(store, org).finally(() => store.close());
  };
  const remove = () =>
    inRecord((store, org) =>
      store.retention.removeAttestation(aRemoval({ org, attestation: record.attestation, at: new Date() })),
    );

  test("fits: nothing is missed of what went by it, nor its files until they are swept", async () => {
    await remove();
    expect(await said()).toBe("");
  });

  test("of old events fits, and events that went without one are named", async () => {
    await inRecord(async (store, org) => {
      await store.retention.setTerms({ org, terms: { events: 1 }, audit: anEvent() });
      await store.retention.removeEvents({
        ...{
          org,
          id: "removal-of-events",
          actor: { kind: "system", name: "retention" },
          at: new Date(),
          most: 100_000,
        },
        due: { kind: "events", months: 1, until: new Date("2026-03-31T23:59:59.999Z") },
        audit: () => anEvent(),
      });
    });
    expect(await said()).toBe("");
    tamper(dataDir, "UPDATE removals SET subject_id = '2026-02-28T23:59:59.999Z'");
    expect(await said()).toMatch(/0 events of its signature[\s\S]*no event of it/);
  });

  test.each([
    ["taken off the record", "DELETE FROM removals", /^removal AV-.*no removal is on record/m],
    ["left open", "UPDATE removals SET is_open = 1", /^database the database: The removal .* was left open/m],
    ["that the state does not say", "UPDATE attestations SET state = 'submitted'", /does not stand as removed/],
    [
      "after which something is still there",
      "INSERT INTO drafts SELECT org, id, 'B1', '{}', 1 FROM attestations WHERE state = 'removed'",
      /parts of it are still there/,
    ],
  ])("%s is named", async (_, sql, expected) => {
    await remove();
    tamper(dataDir, sql);
    expect(await said()).toMatch(expected);
  });

  test("that was left open stops the start", async () => {
    await remove();
    tamper(dataDir, "UPDATE removals SET is_open = 1");
    await expect(openStore(`file:${join(dataDir, "avow.sqlite")}`)).rejects.toThrow(/was left open/);
  });
});
