import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
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

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  const world = await launchWithLinks(product.dataDir, { suppliers: 2 });
  for (const [place, firm] of [cleanFirm, chineseFirm].entries()) {
    const supplier = clientOf(product.origin);
    const base = await startByLink(supplier, world.paths[place] ?? "");
    await answerAll(supplier, base, firm);
    await redirectPathOf(await supplier.post(`${base}/sign`, await signature(supplier, base)));
  }
  const analyst = await colleague(product, world.organisation.id, "analyst");
  cookie = analyst.cookies.get("avow_team") ?? "";
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function open(width: number, script: boolean): Promise<Page> {
  const context = await visit(browser, { width, script });
  await context.addCookies([{ name: "avow_team", value: cookie, url: product.origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

/** The trial runs in threads of the product; without script its page is asked for again by its link. */
async function untilTried(page: Page, script: boolean): Promise<void> {
  const took = page.getByText(/2 of 2 rated suppliers in/);
  const again = page.getByRole("link", { name: "Look again" });
  while (!script && (await again.count()) > 0) await again.click();
  await took.waitFor();
}

async function faultsOn(page: Page, script: boolean): Promise<readonly string[]> {
  if (script) await settled(page);
  const found = script
    ? await accessibilityViolationsInBothSchemes(page)
    : await accessibilityViolationsWithoutScript(page);
  return [...(await overflowingElements(page)), ...found];
}

test.each([
  { script: true, width: 1440 },
  { script: false, width: 320 },
])(
  "an analyst tries other bands, keeps them, and reads a file of an edition: $width px, script $script",
  async ({ script, width }) => {
    const page = await open(width, script);
    await page.goto(`${product.origin}/suppliers`);
    await page.getByRole("link", { name: "What if" }).click();
    await page.getByRole("heading", { name: "What if the rules were different?" }).waitFor();
    await page.getByLabel("Rules", { exact: true }).selectOption("standard-2026.1");
    await page.getByText("Bands begin at").click();
    await page.getByLabel("Medium, points").fill("1");
    await page.getByLabel("High, points").fill("two");
    await page.getByRole("button", { name: "Try these rules" }).click();
    await page.getByRole("link", { name: "High, points: a whole number from 0 to 100" }).waitFor();
    expect(await page.getByLabel("High, points").inputValue()).toBe("two");

    await page.getByLabel("High, points").fill("2");
    await page.getByLabel("Critical, points").fill("3");
    await page.getByRole("button", { name: "Try these rules" }).click();
    await untilTried(page, script);
    await page.getByRole("heading", { name: /^[12] of 2 suppliers change band/ }).waitFor();
    expect(await faultsOn(page, script)).toEqual([]);

    await page.getByLabel("Name").fill(`Low bands ${width}`);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: `Low bands ${width}` }).waitFor();
    expect(page.url()).toContain("dial.bands.critical=3");

    await page.goto(`${product.origin}/settings/editions`);
    const lines = ["country,tier,doubt", "CN,2WL,Told by one", "VN,1,", ""];
    await page.setInputFiles("#file", {
      name: "index.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(lines.join("\n")),
    });
    await page.getByRole("button", { name: "Read the file" }).click();
    await page.getByRole("heading", { name: "A new edition beside TIP 2025" }).waitFor();
    await page.getByText("Told by one").first().waitFor();
    expect(await faultsOn(page, script)).toEqual([]);
    const fields = { Name: `Ours ${width}`, Publisher: "Us", Year: "2026", "Released on": "2026-06" };
    const more = { "Where it comes from": "Our desk", "Licence or terms": "None", "What is uncertain about it": "All" };
    for (const [label, value] of Object.entries({ ...fields, ...more })) await page.getByLabel(label).fill(value);
    await page.getByRole("button", { name: "Add this edition" }).click();
    await page.getByRole("rowheader", { name: `Ours ${width}` }).waitFor();
    expect(await faultsOn(page, script)).toEqual([]);
  },
  240_000,
);
