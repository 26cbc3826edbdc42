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
import { launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";
import { addSuppliers, type World } from "#tests/support/world";
import { colleague } from "./two-organisations";

let product: Product;
let browser: Browser;
let world: World;
let cookie: string;

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  world = await launchWithLinks(product.dataDir, { suppliers: 1 });
  const org = world.organisation.id;
  await withStore(product.dataDir, (store) =>
    addSuppliers(store, org, [{ name: "Mill A" }, { name: "Mill B" }, { name: "Mill C" }, { name: "Dye works" }]),
  );
  const buyer = await colleague(product, org, "buyer");
  cookie = buyer.cookies.get("avow_team") ?? "";
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function open(width: number, script: boolean) {
  const context = await visit(browser, { width, script });
  await context.addCookies([{ name: "avow_team", value: cookie, url: product.origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const look = async () => {
    if (script) await settled(page);
    const found = script
      ? await accessibilityViolationsInBothSchemes(page)
      : await accessibilityViolationsWithoutScript(page);
    expect([...(await overflowingElements(page)), ...found]).toEqual([]);
  };
  return { page, look };
}

/** Ticks the mills, of which the search leaves three, and goes to the page of what can be done with them. */
async function tickMills(page: Page): Promise<void> {
  await page.goto(`${product.origin}/suppliers?q=mill`);
  for (const place of [0, 1, 2]) await page.locator("input[name=ids]").nth(place).check();
  await page.locator("button[formaction='/suppliers/mark']").click();
  await page.waitForURL(/\/suppliers\/mark\?/);
}

const names = (page: Page) => page.locator("main table tbody").first().innerText();

describe.each([
  { script: true, width: 1440 },
  { script: false, width: 360 },
])("a buyer with a window of $width px, JavaScript: $script", ({ script, width }) => {
  it("ticks three suppliers, asks them, and exactly three are invited", async () => {
    const { page, look } = await open(width, script);
    await tickMills(page);
    await look();
    await page.locator("main a[href^='/campaigns/new']").click();
    await page.waitForURL(/\/campaigns\/new\?/);
    expect(await page.locator("main").innerText()).toContain("3 suppliers");
    await look();
    await page.locator("#name").fill(`Mills, script ${script}`);
    for (const step of ["recipients", "message", "due", "launch"]) {
      await page.locator("main form[method=post] button[type=submit]").first().click();
      await page.waitForURL(new RegExp(`/${step}$`));
      if (step === "recipients") expect(await page.locator("main [role=status]").innerText()).toContain("3 of 3");
    }
    const campaign = new URL(page.url()).pathname.split("/")[2] ?? "";
    await page.locator("main form[method=post] button[type=submit]").first().click();
    await page.waitForURL(new RegExp(`/campaigns/${campaign}$`));
    const asked = await withStore(product.dataDir, async (store) => {
      const query = { page: 1, pageSize: 9, now: new Date() };
      const done = async () => (await store.launches.get(world.organisation.id, campaign))?.endedAt !== undefined;
      await expect.poll(done, { timeout: 20_000 }).toBe(true);
      return store.campaigns.recipients(world.organisation.id, campaign, query);
    });
    expect(asked.rows.map(({ supplier }) => supplier.name)).toEqual(["Mill A", "Mill B", "Mill C"]);
  });

  it("archives them, finds them in the archive alone, and restores them", async () => {
    const { page, look } = await open(width, script);
    await tickMills(page);
    await page.locator("#part-archive button").click();
    await page.waitForURL(/changed=3/);
    expect(await page.locator("main").innerText()).toContain("3 suppliers were changed");
    await page.goto(`${product.origin}/suppliers?sort=name`);
    const left = await names(page);
    expect(left).toContain("Dye works");
    expect(left).not.toContain("Mill");
    await page.goto(`${product.origin}/suppliers?archived=only&sort=name`);
    expect(await names(page)).toContain("Mill C");
    await look();
    await page.getByRole("link", { name: "Mill B" }).first().click();
    await page.getByText(/^Archived on .* by /).waitFor();
    await look();
    await page.goto(`${product.origin}/suppliers/mark?all=1&in=archived%3Donly`);
    await page.locator("#part-restore button").click();
    await page.waitForURL(/changed=3/);
    await page.goto(`${product.origin}/suppliers?q=mill`);
    expect(await names(page)).toContain("Mill A");
  });
});
