import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "#db/index";
import type { Store } from "#db/store";
import { aJob } from "#tests/support/factories";
import { createOrganisation } from "#tests/support/world";
import { alias } from "../../../remix.config.js";
import { stepsOfJob } from "./killed-work";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const kills = 50;
/** Enough that whoever starts finds something to do. */
const jobsEachStart = { effect: 20, steps: 8 };

let folder: string;
let program: string;

// Below the project, so that the program finds its packages, and as one file, because fifty starts of it are waited for.
beforeAll(async () => {
  mkdirSync(join(root, ".tmp"), { recursive: true });
  folder = mkdtempSync(join(root, ".tmp/killed-"));
  const entry = fileURLToPath(new URL("./working-child.ts", import.meta.url));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    resolve: { alias },
    build: { ssr: entry, outDir: folder, target: "node20", rollupOptions: { output: { entryFileNames: "child.mjs" } } },
  });
  program = join(folder, "child.mjs");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("processes killed at any moment lose no job, and do none twice", { timeout: 180_000 }, async () => {
  const file = join(folder, "avow.db");
  const store = await openStore(`file:${file}`);
  const { organisation } = await createOrganisation(store);
  const jobs = new Map<string, string>();
  const addJobs = async () => {
    for (const [kind, count] of Object.entries(jobsEachStart)) {
      for (let added = 0; added < count; added += 1) {
        const job = aJob({ org: organisation.id, kind, dueAt: new Date() });
        jobs.set(job.key, kind);
        await store.jobs.enqueue(job);
      }
    }
  };

  /** Starts a program, and says when it is at work. */
  const start = async (): Promise<ChildProcess> => {
    await addJobs();
    const child = spawn(process.execPath, [program, file, organisation.id], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    return child;
  };
  let killed = 0;
  /** One of two places at which programs work at the same time. */
  const place = async (): Promise<ChildProcess> => {
    for (;;) {
      const child = await start();
      if (killed === kills) return child;
      killed += 1;
      await pause(Math.random() * 80);
      child.kill("SIGKILL");
      expect(await once(child, "close")).toEqual([null, "SIGKILL"]);
    }
  };
  const last = await Promise.all([place(), place()]);
  await allEnded(store);
  for (const child of last) {
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
  }

  expect(killed).toBe(kills);
  const ends = await Promise.all([...jobs].map(([key, kind]) => store.jobs.get(organisation.id, kind, key)));
  expect(ends.filter((job) => job?.state !== "done")).toEqual([]);
  // Those that a killed process had in hand.
  expect(ends.filter((job) => (job?.attempts ?? 0) > 1).length).toBeGreaterThan(kills / 2);
  const trail = await store.audit.trail(organisation.id, { most: 100_000 });
  await store.close();
  const done = trail.flatMap(({ action, details }) =>
    action === "answer.saved" ? [`${details.question} ${details.revision}`] : [],
  );
  const expected = [...jobs].flatMap(([key, kind]) =>
    kind === "effect" ? [`${key} 1`] : Array.from({ length: stepsOfJob }, (_, step) => `${key} ${step + 1}`),
  );
  expect(done.toSorted()).toEqual(expected.toSorted());
});

async function allEnded(store: Store): Promise<void> {
  while ((await store.jobs.kinds()).length > 0) await pause(100);
}
