import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectionLimits } from "#app/server/guards/connections";
import { createFullOrganisation } from "#tests/journeys/two-organisations";
import { descriptors, openFiles } from "#tests/support/descriptors";
import { type Product, startProduct, withStore } from "#tests/support/product";
import budget from "./budget.json" with { type: "json" };
import { behaviours, type Stage } from "./hostile-behaviours";

let stage: Stage;
let product: Product;

beforeAll(async () => {
  product = await startProduct();
  stage = { product, ours: await createFullOrganisation(product, "OURSQ") };
});

afterAll(() => product?.stop());

/** Bytes of documents on disk that no document on record has. */
async function bytesNotOnRecord(): Promise<number> {
  const folder = join(product.dataDir, "evidence");
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) =>
    entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0,
  );
  const { attached } = await withStore(product.dataDir, (store) => store.evidence.bytes(new Date(0)));
  return sizes.reduce((sum, size) => sum + size, 0) - attached;
}

const megabytes = () =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${product.pid}/status`, "utf8"))?.[1]) / 1_000;

/** What the process costs now. */
const costs = () => ({
  openFiles: openFiles(product.pid).length,
  descriptors: descriptors(product.pid).length,
  residentMegabytes: megabytes(),
});

/** The longest that somebody who asks after health every 50 ms waits while something goes on, in milliseconds. */
async function longestDelay(act: Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOver = false;
  const watch = async () => {
    while (!isOver) {
      const begun = performance.now();
      await fetch(`${product.origin}/healthz`, { headers: { connection: "close" } }).catch(() => undefined);
      longest = Math.max(longest, performance.now() - begun);
      await pause(50);
    }
  };
  const watching = watch();
  await act.finally(() => {
    isOver = true;
  });
  await watching;
  return longest;
}

it("knows twenty behaviours, and the limits that the budget states", () => {
  expect(behaviours).toHaveLength(20);
  expect([connectionLimits.most, connectionLimits.mostOfAddress]).toEqual([
    budget.connections,
    budget.connectionsOfAddress,
  ]);
});

it("keeps to the budget that is written down for who operates it", () => {
  const said = readFileSync("docs/operating.md", "utf8");
  for (const [name, figure] of Object.entries(budget)) {
    expect(said).toContain(`\`${name}\` ${figure.toLocaleString("en")}`);
  }
});

describe("the budget is kept", () => {
  it.each(behaviours)("by %s, and others are served", async (_name, act) => {
    const before = costs();
    const delay = await longestDelay(act(stage));
    expect(delay).toBeLessThan(budget.delayMs);
    const more = () => {
      const now = costs();
      return (["openFiles", "descriptors", "residentMegabytes"] as const).filter(
        (name) => now[name] - before[name] > budget[name],
      );
    };
    await expect.poll(more, { timeout: 8_000 }).toEqual([]);
    await expect.poll(bytesNotOnRecord, { timeout: 8_000 }).toBeLessThanOrEqual(budget.bytesNotOnRecord);
    expect((await stage.ours.team.get("/suppliers")).status).toBe(200);
  });
});
