import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  accessibilityViolationsInBothSchemes,
  accessibilityViolationsWithoutScript,
  overflowingElements,
  settled,
  startBrowser,
  visit,
} from "#tests/support/browser";
import { anEvent } from "#tests/support/factories";
import { launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";
import { aNewRating, aRating } from "#tests/support/ratings";
import { colleague } from "./two-organisations";

const kinds = ["topics", "trend", "coverage"] as const;
const inKey = { topics: "few: under 3 rated", trend: "Critical", coverage: "nobody answered" } as const;

let product: Product;
let browser: Browser;
let cookie: string;

/** Four suppliers, three of them rated. */
beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  const world = await launchWithLinks(product.dataDir, { suppliers: 4 });
  const org = world.organisation.id;
  await withStore(product.dataDir, async (store) => {
    for (const [at, band] of (["low", "high", "critical"] as const).entries()) {
      const { attestation, supplier } = world.recipients[at] ?? world.recipient;
      const rating = aRating({ band, score: 20 + 30 * at });
      const added = aNewRating({ attestation: attestation.id, supplier: supplier.id, rating, createdAt: new Date() });
      await store.ratings.add({ org, ...added, audit: anEvent() });
    }
  });
  const analyst = await colleague(product, org, "analyst");
  cookie = analyst.cookies.get("avow_team") ?? "";
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function open(...[visitor, more]: [Parameters<typeof visit>[1], Parameters<typeof visit>[2]?]): Promise<Page> {
  const context: BrowserContext = await visit(browser, visitor, more);
  await context.addCookies([{ name: "avow_team", value: cookie, url: product.origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

const figure = (page: Page) => page.locator("svg.drawing");

describe.each([
  { script: true, width: 1440 },
  { script: true, width: 320 },
  { script: false, width: 390 },
])("pictures at $width pixels, script $script", ({ script, width }) => {
  it("are complete, say what they show, and scroll in their own boxes alone", async () => {
    const page = await open({ width, script });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
    for (const kind of ["", ...kinds]) {
      await page.goto(`${product.origin}/map/${kind}`);
      if (script) await settled(page);
      faults.push(
        ...(await overflowingElements(page)),
        ...(script
          ? await accessibilityViolationsInBothSchemes(page)
          : await accessibilityViolationsWithoutScript(page)),
      );
      expect(await page.locator("main table tbody tr").count()).toBeGreaterThan(0);
      if (kind !== "") expect(await figure(page).locator("title").count()).toBeGreaterThan(0);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe("pictures where colours are taken away", () => {
  it.each([
    { on: "paper", media: "print" as const, forcedColors: "none" as const },
    { on: "a screen with forced colours", media: "screen" as const, forcedColors: "active" as const },
  ])("are drawn on $on, with their key", async ({ media, forcedColors }) => {
    const page = await open({ width: 1100 }, { forcedColors });
    await page.emulateMedia({ media });
    for (const kind of kinds) {
      await page.goto(`${product.origin}/map/${kind}`);
      await settled(page);
      const key = figure(page).getByText(inKey[kind], { exact: true });
      expect(await key.isVisible()).toBe(true);
      const drawn = await figure(page).screenshot();
      await figure(page).evaluate((svg) => svg.replaceChildren());
      const blank = await figure(page).screenshot();
      expect(drawn.length).toBeGreaterThan(3 * blank.length);
    }
    await page.context().close();
  });
});

it("pictures are taken away as they are shown", async () => {
  const page = await open({});
  await page.goto(`${product.origin}/map/topics`);
  await settled(page);
  const files = await page
    .locator("main a[download]")
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  expect(files.map((file) => new URL(file).pathname)).toEqual(["/map/topics.svg", "/map/topics.csv"]);
  const [svg, csv] = await Promise.all(files.map(async (file) => (await page.request.get(file)).text()));
  const shown = await figure(page).locator("text").allTextContents();
  expect([...(svg ?? "").matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)).toEqual(shown);
  expect(csv).toContain("Vietnam,3,50,42.5");
  await page.context().close();
});
