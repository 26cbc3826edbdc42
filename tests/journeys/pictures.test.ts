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

const kinds = ["topics", "trend", "coverage", "tiers"] as const;
const inKey = {
  topics: "few: under 3 rated",
  trend: "Critical",
  coverage: "nobody answered",
  tiers: "Unchanged",
} as const;

let product: Product;
let browser: Browser;
let cookie: string;

/** Fourteen suppliers, twelve of them rated: enough to be compared. */
beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  const world = await launchWithLinks(product.dataDir, { suppliers: 14 });
  const org = world.organisation.id;
  await withStore(product.dataDir, async (store) => {
    for (const [at, { attestation, supplier }] of world.recipients.slice(0, 12).entries()) {
      const band = (["low", "high", "critical"] as const)[at % 3] ?? "low";
      const rating = aRating({ band, score: 20 + 30 * (at % 3) });
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

const numbersIn = (texts: readonly string[]) => texts.flatMap((text) => text.match(/\d+(?:[,.]\d+)*/g) ?? []).sort();

/** The figures of a picture, where it has any as words, else those that its marks say. */
async function drawnNumbers(page: Page): Promise<readonly string[]> {
  if (page.url().endsWith("/trend")) {
    const months = await figure(page).locator("title").allTextContents();
    return numbersIn(months.map((said) => said.replace(/^[^,]*,/, "")));
  }
  const written = await figure(page).locator(".drawn-figure, .drawn-figure-on").allTextContents();
  const said = page.url().endsWith("/tiers") ? await figure(page).locator("title").allTextContents() : [];
  return numbersIn([...written, ...said.flatMap((words) => /: (\d+)/.exec(words)?.[1] ?? [])]);
}

/** Those of the table of the same numbers, without what only a table has: how many are rated, sums of months, and nobody. */
async function tableNumbers(page: Page): Promise<readonly string[]> {
  const rows = page.locator(".picture-twin").first().locator("tbody tr");
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
  );
  if (page.url().endsWith("/topics")) return numbersIn(cells.flatMap((own) => own.slice(1)));
  if (page.url().endsWith("/trend")) return numbersIn(cells.flatMap((own) => own.slice(0, -1)));
  if (page.url().endsWith("/coverage")) return numbersIn(cells.flat());
  const sums = [...cells.slice(0, -1).map((own) => own.at(-1) ?? ""), ...(cells.at(-1)?.slice(0, -1) ?? [])];
  return numbersIn([
    ...sums,
    ...cells.slice(0, -1).flatMap((own) => own.slice(0, -1).filter((count) => count !== "0")),
  ]);
}

describe.each([
  { script: true, width: 1440 },
  { script: true, width: 320 },
  { script: false, width: 390 },
])("pictures at $width pixels, script $script", ({ script, width }) => {
  it("are complete, say what they show, and scroll in their own boxes alone", async () => {
    const page = await open({ width, script });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
    for (const address of ["/map", ...kinds.map((kind) => `/map/${kind}`), "/reports"]) {
      await page.goto(product.origin + address);
      if (script) await settled(page);
      faults.push(
        ...(await overflowingElements(page)),
        ...(script
          ? await accessibilityViolationsInBothSchemes(page)
          : await accessibilityViolationsWithoutScript(page)),
      );
      expect(await page.locator("main table tbody tr").count()).toBeGreaterThan(0);
      if (address.startsWith("/map/")) expect(await drawnNumbers(page)).toEqual(await tableNumbers(page));
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

it("each figure of a report stands beside its definition on a phone, and what is usual is there to compare with", async () => {
  const page = await open({ width: 320 });
  await page.goto(`${product.origin}/reports`);
  await settled(page);
  const sideways = await page
    .locator(".report-figures")
    .evaluateAll(
      (tables) => tables.filter((table) => table.scrollWidth > (table.parentElement?.clientWidth ?? 0)).length,
    );
  expect(sideways).toBe(0);
  expect(await page.locator(".report-figures .num").first().isVisible()).toBe(true);
  expect(await page.locator("#benchmark tbody tr").count()).toBeGreaterThan(0);
  await page.context().close();
});

it("pictures are taken away as they are shown", async () => {
  const page = await open({});
  await page.goto(`${product.origin}/map/topics`);
  await settled(page);
  const files = await page
    .locator("main a[download]")
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  expect(files.map((file) => new URL(file).pathname)).toEqual([
    "/map/topics.svg",
    "/map/topics.png",
    "/map/topics.csv",
  ]);
  const [svg, png, csv] = await Promise.all(files.map(async (file) => (await page.request.get(file)).body()));
  const shown = await figure(page).locator("text").allTextContents();
  expect([...String(svg).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)).toEqual(shown);
  expect(String(csv)).toContain("Vietnam,12,50,42.5");
  expect(png?.subarray(1, 4).toString()).toBe("PNG");
  await page.context().close();
});
