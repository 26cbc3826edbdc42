import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hands, walkSmallFirm } from "#tests/journeys/small-firm-walk";
import { startBrowser, visit } from "#tests/support/browser";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { fillInByKeys, type KeyboardUser, pressByKey, skipToMain } from "./keyboard";

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

const goOn = "main form .actions button[type=submit]:not([name])";

test.each([
  ["en", false],
  ["ar", true],
  ["th", false],
] as const)(
  "a whole attestation by keyboard alone, with a focus that is always to be seen, in %s, script %s",
  async (tag, script) => {
    const { paths } = await launchWithLinks(product.dataDir, {
      contact: { language: tag },
      campaign: { version: 2, ruleSet: "standard-2026.2" },
    });
    const context = await visit(browser, { width: 1280, height: 720, language: tag, script });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    const user: KeyboardUser = { page, faults: [] };
    const hands: Hands = {
      fillIn: (values) => fillInByKeys(user, values),
      press: (selector) => pressByKey(user, selector),
    };
    await page.goto(product.origin + paths[0]);
    await skipToMain(user);
    await pressByKey(user, "main button.button-start");
    const base = page.url().replace(/(\/attest\/[^/]+).*/, "$1");
    await page.goto(`${base}/A1`);
    const { asked } = await walkSmallFirm(page, async () => skipToMain(user), hands);
    expect(asked.length).toBeGreaterThan(30);
    await pressByKey(user, "main a[href$='/sign']");
    await skipToMain(user);
    // A mistake leads from its line in the summary to its field.
    await pressByKey(user, goOn);
    await fillInByKeys(user, [
      ["O2.name", "Rita Alves"],
      ["O2.job", "HR"],
      ["O2.sharing", "buyer"],
      ["O2.authority", "yes"],
    ]);
    await pressByKey(user, goOn);
    // The place that was skipped to stays in the address.
    await page.waitForURL(/\/receipt(#main)?$/);
    await context.close();
    expect([...new Set(user.faults)]).toEqual([]);
  },
);
