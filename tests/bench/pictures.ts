import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sha256 } from "#app/adapters/secrets.server";
import { openStore } from "#db/index";
import { ratingFigures } from "#db/queries/suppliers/counts/rating-figures";
import { Sqlite } from "#db/sqlite/driver";
import type { FigureLine } from "#db/store/attestations/ratings";
import type { Rating } from "#scoring/rating";
import { anEvent } from "#tests/support/factories";
import { fillRatedSuppliers } from "./rated-world";
import { aDataFolder, startServer } from "./servers";

/** Milliseconds to each page of a server that has drawn nothing yet, and the longest that anybody else waited meanwhile. */
export type PictureTimes = { readonly topics: number; readonly trend: number; readonly longestWait: number };

/** Topics by country and bands over time of 100,000 suppliers, nine in ten of them rated, over HTTP. */
export async function pictureTimes(suppliers = 100_000): Promise<PictureTimes> {
  const dataDir = aDataFolder();
  const file = join(dataDir, "avow.sqlite");
  const store = await openStore(`file:${file}`);
  const { org, admin } = await fillRatedSuppliers(store, file, suppliers);
  addFigures(file, org);
  const session = randomBytes(32).toString("base64url");
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + 3_600_000);
  await store.users.signIn({ org, user: admin, sessionHash: sha256(session), createdAt, expiresAt, audit: anEvent() });
  await store.close();

  const times = { topics: Number.NaN, trend: Number.NaN };
  const waits: number[] = [];
  for (const picture of ["topics", "trend"] as const) {
    // One after the other in servers of their own: what one counted is kept for the other.
    const server = await startServer(["build/server/main.js"], dataDir);
    const page = async (path: string) => {
      const answer = await fetch(server.origin + path, { headers: { cookie: `avow_team=${session}` } });
      const html = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`);
      return html;
    };
    try {
      // Parts of the program that are loaded when they are first used are there.
      await page("/map/coverage");
      await wait(2_000);
      const start = performance.now();
      const drawn = page(`/map/${picture}`).then((html) => {
        times[picture] = performance.now() - start;
        return html;
      });
      waits.push(await longestUntil(server.origin, drawn));
      if (!(await drawn).includes("<svg")) throw new Error(`/map/${picture} has no picture`);
    } finally {
      await server.stop();
    }
  }
  return { ...times, longestWait: Math.max(...waits) };
}

/** How long the slowest of many small answers took, one after the other, until something is over. */
async function longestUntil(origin: string, over: Promise<unknown>): Promise<number> {
  let isOver = false;
  const end = over.finally(() => {
    isOver = true;
  });
  let longest = 0;
  while (!isOver) {
    const start = performance.now();
    await (await fetch(`${origin}/healthz`)).arrayBuffer();
    longest = Math.max(longest, performance.now() - start);
    await wait(2);
  }
  await end;
  return longest;
}

/** What the write of each rating would have left beside it; points differ a little, or there would be ten figures in all. */
function addFigures(file: string, org: string): void {
  const db = new Sqlite(file);
  const ratings = db
    .prepare<[string], Row>(
      "SELECT id, supplier, position, attestation, created_at AS createdAt, rating FROM ratings WHERE org = ?",
    )
    .all(org);
  const add = db.prepare(
    "INSERT INTO rating_figures (org, supplier, position, rating, attestation, created_at, rule_set, edition, questionnaire, band, score, lines) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const made = new Map<string, Rating>();
  db.transaction(() => {
    for (const [at, { rating: kept, createdAt, ...row }] of ratings.entries()) {
      const rating = made.get(kept) ?? (JSON.parse(kept) as Rating);
      made.set(kept, rating);
      const f = ratingFigures({ ...row, org, rating, createdAt: new Date(createdAt) });
      const shift = ((at * 37) % 500) / 100;
      const lines = (JSON.parse(f.lines) as FigureLine[]).map(([kind, code, points]) => [kind, code, points + shift]);
      const { supplier, position, attestation, ruleSet, edition, questionnaire, band, score } = f;
      const figures = [ruleSet, edition, questionnaire, band, score + shift, JSON.stringify(lines)];
      add.run(org, supplier, position, f.rating, attestation, createdAt, ...figures);
    }
  })();
  db.close();
}

type Row = {
  readonly id: string;
  readonly supplier: string;
  readonly position: number;
  readonly attestation: string;
  readonly createdAt: number;
  readonly rating: string;
};
