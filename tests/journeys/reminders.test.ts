import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  accessibilityViolationsInBothSchemes,
  accessibilityViolationsWithoutScript,
  overflowingElements,
  settled,
  startBrowser,
  visit,
} from "#tests/support/browser";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { signedIn } from "./two-organisations";

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

test.each([
  [true, 1440],
  [false, 390],
])("a buyer sets, pauses and takes away reminders, with script: %s", async (script, width) => {
  const { campaign, admin } = await launchWithLinks(product.dataDir, { suppliers: 2 });
  const { cookies } = await signedIn(product, admin);
  const context = await visit(browser, { width, height: 900, script });
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: product.origin })));
  const page = await context.newPage();
  const main = () => page.locator("main").innerText();
  const home = `${product.origin}/campaigns/${campaign.id}`;

  await page.goto(home);
  expect(await main()).toContain("Nobody is reminded.");
  await page.locator("main").getByRole("link", { name: "Reminders", exact: true }).click();
  await page.waitForURL(/\/reminders$/);
  expect(await page.locator("#first").inputValue()).toBe("14");
  if (script) await settled(page);
  const found = script ? accessibilityViolationsInBothSchemes(page) : accessibilityViolationsWithoutScript(page);
  expect([...(await overflowingElements(page)), ...(await found)]).toEqual([]);

  await page.locator("#reminders-on").check();
  await page.locator("#first").fill("400");
  await page.locator("#day-sat").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".problem").waitFor();
  expect(await main()).toContain("a whole number from 1 to 90");
  expect(await page.locator("#first").inputValue()).toBe("400");
  expect(await page.locator("#day-sat").isChecked()).toBe(true);

  await page.locator("#first").fill("7");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(home);
  expect(await main()).toContain("No mails leave now, so nobody is reminded until they do.");

  await page.goto(`${home}/reminders`);
  await page.getByRole("button", { name: "Pause reminders" }).click();
  await page.getByRole("button", { name: "Go on with reminders" }).waitFor();
  expect(await main()).toContain("Reminders are paused.");
  await page.getByRole("button", { name: "Go on with reminders" }).click();
  await page.getByRole("button", { name: "Pause reminders" }).waitFor();
  expect(await page.locator("#first").inputValue()).toBe("7");

  await page.locator("#reminders-off").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(home);
  expect(await main()).toContain("Nobody is reminded.");
  await context.close();
});
