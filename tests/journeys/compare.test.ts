import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  accessibilityViolationsInBothSchemes,
  accessibilityViolationsWithoutScript,
  overflowingElements,
  settled,
  startBrowser,
  visit,
} from "#tests/support/browser";
import { clientOf, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { chineseFirm, cleanFirm } from "./firms";
import { answerAll, signature, startByLink } from "./posting";
import { colleague } from "./two-organisations";

let product: Product;
let browser: Browser;
let cookie: string;
let names: readonly string[];
let refs: readonly string[];

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  const world = await launchWithLinks(product.dataDir, { suppliers: 3 });
  for (const [place, firm] of [cleanFirm, chineseFirm].entries()) {
    const supplier = clientOf(product.origin);
    const base = await startByLink(supplier, world.paths[place] ?? "");
    await answerAll(supplier, base, firm);
    await redirectPathOf(await supplier.post(`${base}/sign`, await signature(supplier, base)));
  }
  names = world.recipients.map(({ supplier }) => supplier.name);
  refs = world.recipients.map(({ supplier }) => supplier.ref);
  const analyst = await colleague(product, world.organisation.id, "analyst");
  cookie = analyst.cookies.get("avow_team") ?? "";
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function open(width: number, script: boolean): Promise<{ page: Page; faults: string[] }> {
  const context = await visit(browser, { width, script });
  await context.addCookies([{ name: "avow_team", value: cookie, url: product.origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console on ${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error on ${page.url()}: ${error.message}`));
  return { page, faults };
}

async function look(page: Page, script: boolean): Promise<readonly string[]> {
  if (script) await settled(page);
  const found = script
    ? await accessibilityViolationsInBothSchemes(page)
    : await accessibilityViolationsWithoutScript(page);
  return [...(await overflowingElements(page)), ...found].map((fault) => `${page.url()}: ${fault}`);
}

const ticks = "input[name=ids]";

describe.each([
  { script: true, width: 1440 },
  { script: true, width: 320 },
  { script: false, width: 390 },
])("a risk analyst with a window of $width px, JavaScript: $script", ({ script, width }) => {
  it("ticks rows of the table, reads what differs, shows the rest, and takes one out and puts it in again", async () => {
    const { page, faults } = await open(width, script);
    await page.goto(`${product.origin}/suppliers`);
    faults.push(...(await look(page, script)));
    // By keyboard, as everything can be.
    for (const place of [0, 1, 2]) {
      await page.locator(ticks).nth(place).focus();
      await page.keyboard.press("Space");
    }
    if (script) expect(await page.locator(".pick-bar [aria-live]").innerText()).toContain("3 of 3 ticked");
    await page.locator(".pick-bar button").click();
    await page.waitForURL(/\/suppliers\/compare\?ids=[\w-]+,[\w-]+,[\w-]+$/);
    faults.push(...(await look(page, script)));

    const table = page.locator(".comparison table");
    for (const name of names) expect(await table.locator("thead").innerText()).toContain(name);
    expect(await table.innerText()).toContain("No rating yet");
    expect(await table.innerText()).toContain("Said only");
    const rows = () => table.locator("tbody tr:has(th[scope=row])").count();
    const [, shown, all] = /(\d+) of (\d+)\s+rows/.exec(await page.locator(".compared-tools").innerText()) ?? [];
    expect(await rows()).toBe(Number(shown));
    // Every bar has its figure beside it, so the table alone says the same.
    const cells = await table.locator(".points-cell:has(.points-bar)").allInnerTexts();
    expect(cells.length).toBeGreaterThan(5);
    expect(cells.filter((text) => !/\d\.\d\d/.test(text))).toEqual([]);

    await page.locator(".compared-tools a").click();
    await page.waitForURL(/rows=all/);
    faults.push(...(await look(page, script)));
    expect(await rows()).toBe(Number(all));
    const csv = await page.request.get(page.url().replace("/compare?", "/compare.csv?"));
    expect(csv.headers()["content-type"]).toContain("text/csv");
    expect(await csv.text()).toContain(refs[0] ?? "?");

    await page.locator(".compared-remove").last().click();
    await page.waitForURL(/ids=[\w-]+,[\w-]+&/);
    await page.locator("#find-supplier").fill(names[2] ?? "");
    await page.locator(".compared-find button").click();
    await page.waitForURL(/find=/);
    faults.push(...(await overflowingElements(page)));
    await page.locator(".compared-found a").first().click();
    await page.waitForURL(/ids=[\w-]+,[\w-]+,[\w-]+&rows=all$/);
    expect([...new Set(faults)].join("\n")).toBe("");
    await page.context().close();
  }, 180_000);
});

describe("a comparison", () => {
  it("is reached from a supplier, and told what is missing in words", async () => {
    const { page, faults } = await open(390, true);
    await page.goto(`${product.origin}/suppliers`);
    await page.locator("a[data-row]").first().click();
    await page.getByRole("link", { name: "Compare with…" }).click();
    await page.waitForURL(/\/compare\?ids=[\w-]+$/);
    faults.push(...(await look(page, true)));
    expect(await page.locator("main").innerText()).toContain("Add at least one more");
    const one = page.url();
    await page.goto(`${one},nobody`);
    expect(await page.locator("main").innerText()).toMatch(/1 of those asked for is not a supplier of yours/);
    await page.goto(`${one},${["b", "c", "d", "e", "f", "g"].join(",")}`);
    expect(await page.locator("main").innerText()).toMatch(/Six is the most .* 1 more was asked for/);
    await page.goto(`${product.origin}/suppliers/compare`);
    faults.push(...(await look(page, true)));
    expect(await page.locator("main").innerText()).toContain("two to six");
    expect(faults.join("\n")).toBe("");
    await page.goto(`${product.origin}/suppliers/compare?ids=nobody`);
    expect(await page.locator("main").innerText()).toMatch(/no such page/i);
    await page.context().close();
  }, 60_000);

  it("stands on landscape sheets with nothing that can only be pressed", async () => {
    const { page } = await open(1440, true);
    await page.goto(`${product.origin}/suppliers`);
    for (const place of [0, 1]) await page.locator(ticks).nth(place).check();
    await page.locator(".pick-bar button").click();
    await page.waitForURL(/compare/);
    await settled(page);
    await page.emulateMedia({ media: "print" });
    for (const pressed of [".compared-tools a", ".compared-remove", ".compared-adding", ".head .actions"])
      expect(await page.locator(pressed).first().isVisible()).toBe(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const [, wide, high] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
    expect(Number(wide)).toBeGreaterThan(Number(high));
    await page.context().close();
  }, 60_000);
});
