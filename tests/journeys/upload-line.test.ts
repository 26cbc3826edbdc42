import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  accessibilityViolationsInBothSchemes,
  accessibilityViolationsWithoutScript,
  startBrowser,
  visit,
} from "#tests/support/browser";
import { aPdf, aZip } from "#tests/support/documents";
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
  ({ paths } = await launchWithLinks(product.dataDir, { suppliers: 3, contact: { language: "en" } }));
});

afterAll(async () => {
  await browser?.close();
  await line?.cut();
  await product?.stop();
});

const accessibilityFaults = (page: Page, script: boolean) =>
  script ? accessibilityViolationsInBothSchemes(page) : accessibilityViolationsWithoutScript(page);
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
  const unfinished = page.locator(".files-waiting li");
  expect(await unfinished.innerText()).toMatch(/^wages\.pdf\s+Received 2 MB of 3 MB\s+Nothing has arrived since/);
  await send();
  await page.locator("#documents .files:not(.files-waiting) .file-name", { hasText: "wages.pdf" }).waitFor();
  expect(Math.min(...pieces.slice(before).filter((at) => at > 0))).toBeGreaterThanOrEqual(there);

  const sha256 = createHash("sha256").update(buffer).digest("hex");
  const kept = readFileSync(evidence(sha256.slice(0, 2), sha256));
  expect(createHash("sha256").update(kept).digest("hex")).toBe(sha256);
  expect(waiting()).toEqual([]);
  expect(await page.locator("#documents li").count()).toBe(1);
  await context.close();
});

test.each([true, false])(
  "a file that was not sent to its end is dropped on its page and at its question, with script: %s",
  async (script) => {
    const context = await visit(
      browser,
      { width: 390, height: 844, language: "en", script },
      { serviceWorkers: "block" },
    );
    const page = await context.newPage();
    await page.goto(product.origin + paths[1 + Number(script)]);
    await page.locator("main button.button-start").click();
    await page.waitForURL(/\/attest\/[^/]+$/);
    const address = `${page.url()}/A2/evidence`;
    const about = new URLSearchParams({ name: "wages.pdf", bytes: "4000000", sha256: "a".repeat(64), at: "0" });
    const sendPart = async () => {
      const sent = await page.request.post(`${address}/pieces?${about}`, {
        data: Buffer.alloc(200_000),
        headers: { "content-type": "application/octet-stream", origin: product.origin },
      });
      expect(await sent.json()).toEqual({ at: 200_000 });
    };
    await sendPart();
    await page.goto(address);
    expect(await page.locator(".files-waiting li").innerText()).toContain("Received 200 kB of 4 MB");
    await page.locator(".files-waiting button").click();
    await page.waitForURL(address);
    expect(await page.locator(".files-waiting").count()).toBe(0);
    expect(waiting()).toEqual([]);

    await sendPart();
    const question = address.replace("/evidence", "");
    await page.goto(question);
    const name = page.locator("[name='A2.name']");
    await name.fill("Fiação do Ave");
    const goOn = page.locator(".files-waiting button[value=evidence]");
    expect(await goOn.isVisible()).toBe(script);
    expect(await page.locator(".files-waiting li").innerText()).toContain(
      script ? "it goes on from there" : "it is then sent from its beginning",
    );
    if (script) {
      await goOn.click();
      await page.waitForURL(address);
      await page.goto(question);
      expect(await name.inputValue()).toBe("Fiação do Ave");
    }
    await page.locator(".files-waiting button[value^=drop]").click();
    await page.waitForURL(`${question}#evidence`);
    expect(await page.locator(".files-waiting").count()).toBe(0);
    expect(waiting()).toEqual([]);
    expect(await name.inputValue()).toBe("Fiação do Ave");

    await page.goto(address);
    const macros = aZip({ "[Content_Types].xml": "", "xl/workbook.xml": "", "xl/vbaProject.bin": "x" });
    await page
      .locator("#file")
      .setInputFiles({ name: "wages.xlsm", mimeType: "application/octet-stream", buffer: macros });
    await page.locator("form[enctype] button").click();
    const refused = page.locator(".refused");
    await refused.waitFor();
    expect(await refused.innerText()).toMatch(/^wages\.xlsm\s+Not taken\. Nothing of it was kept\./);
    expect(await refused.innerText()).toContain("choose PDF as the printer");
    expect(await page.locator("main").innerText()).toContain("This file holds macros.");
    expect(await accessibilityFaults(page, script)).toEqual([]);
    const inWords = refused.getByRole("link", { name: "Say in words what it shows" });
    expect(await inWords.getAttribute("href")).toMatch(/\/A2#comment$/);
    await refused.getByRole("link", { name: "Dismiss" }).click();
    await refused.waitFor({ state: "detached" });
    await context.close();
  },
);
