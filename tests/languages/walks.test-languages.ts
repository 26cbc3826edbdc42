import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "#app/i18n/languages";
import { fillIn, goOn, inspect, inspection, kindOfQuestion } from "#tests/journeys/answering";
import { walkSmallFirm } from "#tests/journeys/small-firm-walk";
import { startBrowser, visit } from "#tests/support/browser";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";

/** Where pictures of every page go, for looking at; without it none are taken. */
const pictures = process.env.PICTURES_TO;

let browser: Browser;
let product: Product;

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const version2 = { version: 2, ruleSet: "standard-2026.2" };
const walks = languages.flatMap(({ tag, dir }) => [
  { tag, dir, script: false, width: 360 },
  { tag, dir, script: true, width: 390 },
]);

async function picture(page: Page, tag: string, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(join(pictures, tag), { recursive: true });
  await page.screenshot({ path: join(pictures, tag, `${name.replaceAll(/\W+/g, "-")}.png`), fullPage: true });
}

describe.each(walks)("a whole attestation in $tag, script $script, $width px", ({ tag, dir, script, width }) => {
  test("is read, answered, checked and signed, with nothing cut and nothing that axe finds", async () => {
    const { paths } = await launchWithLinks(product.dataDir, {
      suppliers: 1,
      contact: { language: tag },
      campaign: version2,
    });
    const context = await visit(browser, { width, height: 780, language: tag, script });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    const seen = inspection();
    const look = async (kind: string, name = kind) => {
      expect([await page.locator("html").getAttribute("lang"), await page.locator("html").getAttribute("dir")]).toEqual(
        [tag, dir],
      );
      await inspect(page, kind, seen);
      if (!script) await picture(page, tag, name);
    };
    await page.goto(product.origin + paths[0]);
    await look("landing");
    await page.locator("main button.button-start").click();
    await page.waitForURL(/\/attest\/[^/]+/);
    const base = page.url().replace(/(\/attest\/[^/]+).*/, "$1");
    await page.goto(base);
    await look("tasks");
    await page.goto(`${base}/A1`);
    const { asked } = await walkSmallFirm(page, async (code) => look(await kindOfQuestion(page), code));
    expect(asked.length).toBeGreaterThan(30);
    await look("check");
    await page.goto(`${base}/sign`);
    await look("sign");
    await fillIn(page, [
      ["O2.name", "Rita Alves"],
      ["O2.job", "HR"],
      ["O2.sharing", "buyer"],
      ["O2.authority", "yes"],
    ]);
    await page.locator(goOn).click();
    await page.waitForURL(/\/receipt$/);
    await look("receipt");
    expect(seen.faults).toEqual([]);
    await context.close();
  });
});
