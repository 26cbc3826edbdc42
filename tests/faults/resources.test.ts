import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectionLimits } from "#app/server/connections/connections";
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

/** Asks after health again and again from an address of its own, until it is told to stop, and says how long it waited at most. */
const asker = `
const { get } = require("node:http");
let longest = 0;
let isOver = false;
const ask = () => {
  if (isOver) return void console.log(Math.round(longest));
  const begun = performance.now();
  const end = () => {
    longest = Math.max(longest, performance.now() - begun);
    setTimeout(ask, 50);
  };
  get(process.argv[1] + "/healthz", { localAddress: "127.0.0.2", agent: false }, (answer) => answer.resume().on("end", end)).on("error", end);
};
process.stdin.resume().on("end", () => { isOver = true; });
ask();
`;

/** The longest that somebody else waits while something goes on, in milliseconds; asked by a process of its own. */
async function longestDelay(act: () => Promise<unknown>): Promise<number> {
  const origin = product.origin.replace("localhost", "127.0.0.1");
  const child = spawn(process.execPath, ["-e", asker, origin], { stdio: ["pipe", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  await act().finally(() => child.stdin.end());
  if (child.exitCode === null) await once(child, "exit");
  return Number(said);
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

/** A fault of the product shows every time; what a machine does beside the test shows once. */
const again = { retry: 2 };

/** How many programs want each core: what others take of this machine is no fault of the product. */
const busyness = () => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

describe("the budget is kept", () => {
  it.each(behaviours)("by %s, and others are served", again, async (_name, act) => {
    const before = costs();
    const delay = await longestDelay(() => act(stage));
    expect(delay).toBeLessThan(budget.delayMs * busyness());
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
