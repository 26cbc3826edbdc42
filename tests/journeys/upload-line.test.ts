import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrowser, visit } from "#tests/support/browser";
import { aPdf } from "#tests/support/documents";
import { type Line, layLine } from "#tests/support/line";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";

let browser: Browser;
let product: Product;
let line: Line;
let paths: readonly string[];

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  line = await layLine(product.origin);
  ({ paths } = await launchWithLinks(product.dataDir, { suppliers: 1, contact: { language: "en" } }));
});

afterAll(async () => {
  await browser?.close();
  await line?.cut();
  await product?.stop();
});

const evidence = (...parts: string[]) => join(product.dataDir, "evidence", ...parts);
const waiting = () => (existsSync(evidence("incoming")) ? readdirSync(evidence("incoming")) : []);

test("a file whose line is cut goes on by itself, and after a reload, and arrives whole and once", async () => {
  const context = await visit(browser, { width: 390, height: 844, language: "en" }, { serviceWorkers: "block" });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.goto(line.origin + paths[0]);
  await page.locator("main button.button-start").click();
  await page.waitForURL(/\/attest\/[^/]+$/);
  await page.goto(`${page.url()}/A2/evidence`);
  const buffer = aPdf({ mark: "cut", bytes: 3_000_000 });
  const file = { name: "wages.pdf", mimeType: "application/pdf", buffer };
  const pieces: number[] = [];
  const cuts = new Set([750_000, 2_000_000]);
  await page.route(/\/evidence\/pieces/, async (route) => {
    const at = Number(new URL(route.request().url()).searchParams.get("at"));
    pieces.push(at);
    if (cuts.delete(at)) await line.cut();
    await route.continue();
  });
  const send = async () => {
    await page.locator("#file").setInputFiles(file);
    await page.locator("form[enctype] button").click();
  };
  const said = (text: string) => page.locator(".files [role=status]", { hasText: text }).waitFor();

  await send();
  await said("The line broke.");
  await line.mend();
  await expect.poll(() => cuts.size, { timeout: 20_000 }).toBe(0);
  await said("The line broke.");
  const [part = ""] = waiting();
  const there = statSync(evidence("incoming", part)).size;
  expect(there).toBe(2_000_000);
  await line.mend();
  const before = pieces.length;
  await page.reload();
  await send();
  await page.locator("#documents .file-name", { hasText: "wages.pdf" }).waitFor();
  expect(Math.min(...pieces.slice(before).filter((at) => at > 0))).toBeGreaterThanOrEqual(there);

  const sha256 = createHash("sha256").update(buffer).digest("hex");
  const kept = readFileSync(evidence(sha256.slice(0, 2), sha256));
  expect(createHash("sha256").update(kept).digest("hex")).toBe(sha256);
  expect(waiting()).toEqual([]);
  expect(await page.locator("#documents li").count()).toBe(1);
  await context.close();
});
