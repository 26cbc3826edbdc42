import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { openStore } from "#db/index";
import { launch } from "#tests/support/world";

const child = fileURLToPath(new URL("./saving-child.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "avow-durability-"));
afterAll(() => rmSync(folder, { recursive: true }));

const kills = 20;
const savesInAll = 200;

/** Runs a saving program, kills it some time after its `atLeast`th save, and returns what it was told is kept. */
function saveUntilKilled(args: readonly string[], atLeast: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const saving = spawn(process.execPath, ["--import", "tsx", child, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let problems = "";
    let dying = false;
    const saved = () => said.split("\n").slice(0, -1).map(Number);
    saving.stderr.on("data", (chunk: Buffer) => {
      problems += String(chunk);
    });
    saving.stdout.on("data", (chunk: Buffer) => {
      said += String(chunk);
      if (dying || saved().length < atLeast) return;
      dying = true;
      // Any moment of the next saves, in the middle of a transaction or between two.
      setTimeout(() => saving.kill("SIGKILL"), Math.random() * 10);
    });
    saving.on("close", (_, signal) => {
      if (signal === "SIGKILL") resolve(saved().at(-1) ?? 0);
      else reject(new Error(`ended by itself: ${problems}`));
    });
  });
}

test("every save that somebody was told of survives a killed process", { timeout: 120_000 }, async () => {
  const file = join(folder, "avow.db");
  const store = await openStore(`file:${file}`);
  const { organisation, recipient } = await launch(store);
  const before = await store.audit.trail(organisation.id, { most: 1_000_000 });
  await store.close();

  const told = new Map<string, number>();
  for (let i = 0; i < kills; i += 1) {
    const args = [file, organisation.id, recipient.attestation.id, `Q${i}`];
    told.set(`Q${i}`, await saveUntilKilled(args, savesInAll / kills));
  }

  expect([...told.values()].reduce((sum, saves) => sum + saves, 0)).toBeGreaterThanOrEqual(savesInAll);
  const after = await openStore(`file:${file}`);
  const found = await after.attestations.get(organisation.id, recipient.attestation.id);
  const history = await after.attestations.history(organisation.id, recipient.attestation.id);
  const events = await after.audit.trail(organisation.id, { most: 1_000_000 });
  await after.close();
  for (const [question, revision] of told) {
    const kept = history.filter((saved) => saved.question === question);
    expect(kept.length).toBeGreaterThanOrEqual(revision);
    // At most the one save that was under way when it died is there without anybody having been told.
    expect(kept.length).toBeLessThanOrEqual(revision + 1);
    expect(kept.map(({ answer }) => answer.comment)).toEqual(kept.map((_, i) => String(i + 1)));
    expect(found?.revisions[question]).toBe(kept.length);
  }
  // Both or neither, even then: beside those of the saves there are only the events that made the world.
  expect(events.length - history.length).toBe(before.length);
});

test("four programs that open a new database at once all find it in shape", { timeout: 60_000 }, async () => {
  const file = join(folder, "new.db");
  const script = `import { openStore } from "#db/index"; const s = await openStore("file:${file}"); await s.ping(); await s.close();`;
  const cwd = fileURLToPath(new URL("../../..", import.meta.url));
  const run = () =>
    new Promise<number | null>((resolve) => {
      const args = ["--import", "tsx", "--input-type=module", "--eval", script];
      spawn(process.execPath, args, { stdio: "inherit", cwd }).on("close", resolve);
    });
  expect(await Promise.all([run(), run(), run(), run()])).toEqual([0, 0, 0, 0]);
});
