import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sha256 } from "#app/adapters/secrets.server";
import { openStore } from "#db/index";
import { anEvent } from "#tests/support/factories";
import { percentile } from "./load";
import { fillRatedSuppliers } from "./rated-world";
import { aDataFolder, startServer } from "./servers";
import { type AtWork, suppliersAtWork } from "./suppliers-at-work";

/** Milliseconds to the first figures and to all of them; the median of a supplier page during it, by the one before. */
export type WhatIfTimes = { readonly first: number; readonly all: number; readonly pageRatio: number };

const trial =
  "/what-if?rules=standard-2026.2&edition=tip-2020&dial.inherent.weights.C=45&dial.inherent.weights.W=20&dial.bands.high=60";
/** Each supplier opens a page so often: people read what they open. */
const pageEveryMs = 200;
const suppliersReading = 8;

/** Other rules tried over HTTP on 100,000 suppliers, nine in ten of them rated, while eight others open pages. */
export async function whatIfTimes(suppliers = 100_000): Promise<WhatIfTimes> {
  const dataDir = aDataFolder();
  const file = join(dataDir, "avow.sqlite");
  const atWork = await suppliersAtWork(dataDir, suppliersReading);
  const store = await openStore(`file:${file}`);
  const { org, admin } = await fillRatedSuppliers(store, file, suppliers);
  const session = randomBytes(32).toString("base64url");
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + 3_600_000);
  await store.users.signIn({ org, user: admin, sessionHash: sha256(session), createdAt, expiresAt, audit: anEvent() });
  await store.close();

  const server = await startServer(["build/server/main.js"], dataDir);
  try {
    const page = async (path: string) => {
      const answer = await fetch(server.origin + path, { headers: { cookie: `avow_team=${session}` } });
      return progressIn(await answer.text());
    };
    // Whoever tries rules has opened the page before.
    await page("/what-if");
    await wait(3_000);
    const before = await pageTimes(server.origin, atWork, wait(6_000));
    const start = performance.now();
    const times = { first: Number.NaN, all: Number.NaN };
    const tried = async () => {
      for (;;) {
        const { done, all } = await page(trial);
        if (done > 0 && Number.isNaN(times.first)) times.first = performance.now() - start;
        if (all > 0 && done === all) break;
      }
      times.all = performance.now() - start;
    };
    const during = await pageTimes(server.origin, atWork, tried());
    return { ...times, pageRatio: percentile(during, 0.5) / percentile(before, 0.5) };
  } finally {
    await server.stop();
  }
}

function progressIn(html: string): { readonly done: number; readonly all: number } {
  const [, done = "0", all = "0"] =
    /([\d,]+) of ([\d,]+) rated suppliers/.exec(html.replaceAll(/[\u2066-\u2069]/g, "")) ?? [];
  return { done: Number(done.replaceAll(",", "")), all: Number(all.replaceAll(",", "")) };
}

/** How long pages of suppliers at work took, in milliseconds, until something is over. */
async function pageTimes(origin: string, atWork: readonly AtWork[], over: Promise<void>): Promise<readonly number[]> {
  let isOver = false;
  const end = over.finally(() => {
    isOver = true;
  });
  const times: number[] = [];
  const read = async ({ attestation, cookie }: AtWork, at: number) => {
    await wait((at * pageEveryMs) / suppliersReading);
    while (!isOver) {
      const start = performance.now();
      const answer = await fetch(`${origin}/attest/${attestation}/E1`, { headers: { cookie } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`a supplier's page was answered with ${answer.status}`);
      times.push(performance.now() - start);
      await wait(pageEveryMs);
    }
  };
  await Promise.all([end, ...atWork.map(read)]);
  return times;
}
