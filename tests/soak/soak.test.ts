import { expect, test } from "vitest";
import { Sqlite } from "#db/sqlite/driver";
import { aDataFolder } from "#tests/support/product";
import { countFaults, faultsOf } from "./record/check";
import { Ledger } from "./record/ledger";
import { openRecord } from "./record/record-file";
import { killServers } from "./server/kill-servers";
import { makeWorld } from "./server/world";
import { killWriters } from "./writers/kill-writers";

/** A hundred kills in all: a whole server takes seconds to start, a writer a third of one. `npm run soak` does a thousand. */
const kills = { servers: 10, writers: 90 };

test("a hundred kills lose nothing that was told, and do nothing twice", { timeout: 300_000 }, async () => {
  const seed = Math.floor(Math.random() * 1e9);
  console.info(`seed ${seed}`);
  const half = kills.writers / 2;
  const [servers, ...writers] = await Promise.all([
    killServers({ kills: kills.servers, seed, killsOfRecord: kills.servers, atOnce: 1 }),
    killWriters({ kills: half, seed: seed + 1 }),
    killWriters({ kills: half, seed: seed + 2 }),
  ]);
  expect([...servers.faults, ...writers.flatMap(({ faults }) => faults)]).toEqual([]);
  expect(servers.kills + writers.reduce((sum, one) => sum + one.kills, 0)).toBe(100);
  expect(servers.told.save).toBeGreaterThan(kills.servers);
  expect(writers.every(({ told }) => told.save > half && told.submit > 0)).toBe(true);
});

test("what is lost, done twice or was sent by nobody is found", async () => {
  const dataDir = aDataFolder();
  const world = await makeWorld(dataDir, { answering: 0, signing: 1, drafts: 1 });
  const { attestation } = world.signing[0] ?? { attestation: "" };
  const ledger = new Ledger();
  const ask = () => {
    const record = openRecord(dataDir);
    const faults = [...faultsOf(record, dataDir, ledger), ...countFaults(record, ledger)];
    record.close();
    return faults;
  };
  const saved = { attestation, question: "F5", revision: 1, told: true, life: 1 };
  expect(ask()).toEqual([]);
  ledger.saves.push({ ...saved, comment: "of somebody else" });
  expect(ask().join()).toMatch(/something else is kept/);
  ledger.saves[0] = { ...saved, revision: 7, comment: "lost" };
  expect(ask().join()).toMatch(/save lost of F5: 0 and not 1/);
  ledger.saves.length = 0;
  ledger.papers.push({ attestation, question: "E1", sha256: "f".repeat(64), told: true, life: 1 });
  expect(ask().join()).toMatch(/document ffffffff of E1: 0 and not 1/);
  ledger.papers.length = 0;
  ledger.signatures.push({ attestation, told: true, life: 1 });
  expect(ask().join()).toMatch(/signature of .*: 0 and not 1/);
  ledger.signatures.length = 0;
  const sent = { told: true, life: 1 };
  const [draft] = world.drafts;
  ledger.lists.push({ names: ["A"], upload: "gone", imported: sent, isThere: false, givenUp: 0, launched: sent });
  ledger.lists.push({ ...draft, names: draft?.names ?? [], imported: sent, isThere: true, givenUp: 0, launched: sent });
  expect(ask().join()).toMatch(/the confirmation is not on record.*launch of .*: 0 and not 1/);
  ledger.lists.length = 0;
  // One event too many of an answer that was told of once.
  ledger.saves.push({ ...saved, comment: "x" });
  const database = new Sqlite(`${dataDir}/avow.sqlite`);
  database
    .prepare(
      "INSERT INTO audit_events (org, at, actor, subject_type, subject_id, action, details) SELECT org, at, actor, subject_type, subject_id, action, details FROM audit_events WHERE action = 'answer.saved' AND subject_id = ? LIMIT 1",
    )
    .run(attestation);
  database.close();
  expect(ask().join()).toMatch(/events of answers in all/);
});
