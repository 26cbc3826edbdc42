import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { suppliersAtWork } from "#tests/bench/suppliers-at-work";
import { aDataFolder, startProduct } from "#tests/support/product";

async function command(name: string, args: readonly string[], environment: Record<string, string>) {
  const begun = performance.now();
  const env = { ...process.env, NODE_ENV: "production" as const, ...environment };
  const child = spawn(process.execPath, [`build/server/${name}.js`, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env,
  });
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code: child.exitCode, said: said + complained, ms: performance.now() - begun };
}

test("a backup while eight suppliers save takes no three times as long as an idle one, and its copy is whole", {
  timeout: 120_000,
}, async () => {
  const dataDir = aDataFolder();
  const place = aDataFolder();
  const atWork = await suppliersAtWork(dataDir, 8);
  const product = await startProduct(dataDir);
  const backup = (name: string) => command("backup", [join(place, name)], { DATA_DIR: dataDir });
  /** The quicker of two: what else the machine does meanwhile is no fault of the backup. */
  const quicker = async (name: string) => {
    const both = [await backup(name), await backup(`${name}-again`)];
    for (const one of both)
      expect([one.code, one.said]).toEqual([0, expect.stringContaining("The secret is not in it")]);
    return Math.min(...both.map(({ ms }) => ms));
  };
  // The first one pays for what the machine had not read yet.
  await backup("warm");
  const idleMs = await quicker("idle");

  let saves = 0;
  let isOver = false;
  const workers = atWork.map(async ({ attestation, cookie }) => {
    for (let revision = 0; !isOver; revision += 1) {
      const body = new URLSearchParams({
        basedOn: String(revision),
        "G2.answer": "no",
        "G2.comment": `save ${revision}`,
      });
      const headers = { cookie, origin: product.origin, "sec-fetch-site": "same-origin" };
      const sent = { method: "POST", body, headers, redirect: "manual" } as const;
      const { status } = await fetch(`${product.origin}/attest/${attestation}/G2`, sent);
      expect(status).toBe(302);
      saves += 1;
      // Twelve a second in all is what the way of before never ended at; this is several times that.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  const before = saves;
  const busyMs = await quicker("busy");
  const during = saves - before;
  isOver = true;
  await Promise.all(workers);
  expect(during).toBeGreaterThan(8);
  expect(busyMs).toBeLessThan(3 * idleMs);

  const restored = join(place, "restored");
  const secret = join(dataDir, "secret");
  const put = await command("restore", [join(place, "busy"), "--secret", secret], { DATA_DIR: restored });
  expect([put.code, put.said]).toEqual([0, expect.stringContaining("is as it was on")]);
  const verified = await command("verify", [], { DATA_DIR: restored });
  expect([verified.code, verified.said]).toEqual([0, expect.stringContaining("All of it fits: 8 attestations")]);
  const running = await command("verify", [], { DATA_DIR: dataDir });
  expect([running.code, running.said]).toEqual([0, expect.stringContaining("All of it fits")]);
  expect(await product.stop()).toBe(0);
  expect(readdirSync(place).sort()).toEqual(["busy", "busy-again", "idle", "idle-again", "restored", "warm"]);
  const again = await startProduct(restored);
  expect((await fetch(`${again.origin}/readyz`)).status).toBe(200);
  await again.stop();
});

test("commands say in words how they are called, and what stops them", async () => {
  const empty = aDataFolder();
  for (const [name, args, code, words] of [
    ["backup", [], 2, "Usage: npm run backup"],
    ["restore", [], 2, "Usage: npm run restore"],
    ["restore", ["a", "--everything"], 2, "Usage: npm run restore"],
    ["verify", ["now"], 2, "Usage: npm run verify"],
    ["backup", [join(empty, "b")], 1, "folder is not there"],
    ["restore", [join(empty, "b")], 1, "is no backup"],
    ["verify", [], 1, "folder is not there"],
  ] as const) {
    const result = await command(name, args, { DATA_DIR: join(empty, "data") });
    expect([name, args, result.code, result.said]).toEqual([name, args, code, expect.stringContaining(words)]);
    expect(result.said).not.toContain("    at ");
  }
}, 60_000);
