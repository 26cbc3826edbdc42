import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startBrowser } from "#tests/support/browser";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { inspection } from "./answering";
import { arabicFirm, cleanFirm } from "./firms";
import { answersNearlyAll, answerUntil, checkReceipt, keepsPagesBeside, phone, sign } from "./whole-attestation";

let browser: Browser;
const products: Product[] = [];

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  for (const product of products) await product.stop();
});

/** A product for each journey: they run side by side, and one looks at everything that is kept. */
async function start(): Promise<Product> {
  const product = await startProduct();
  products.push(product);
  return product;
}

// `npm run test:languages` does the same in Chinese, and the pages beside the questions in English.
it.concurrent("answers nearly all sixty questions in Arabic on two small phones without JavaScript, signs, and holds a receipt", async () => {
  await answersNearlyAll(browser, await start(), {
    language: "ar",
    firm: arabicFirm,
    other: "zh-Hans",
    person: "منى عبد الرحمن",
  });
}, 480_000);

it.concurrent("asks a firm without migrants, agency staff or inputs from China no more than 38 questions, in English", async () => {
  const product = await start();
  const world = await launchWithLinks(product.dataDir, { contact: { language: "en" } });
  const { page, context } = await phone(browser, "en");
  const seen = inspection();
  await page.goto(product.origin + (world.paths[0] ?? ""));
  await page.locator("main button.button-start").click();
  await page.locator("main a.button").first().click();
  const asked = await answerUntil(page, cleanFirm, seen, "");
  expect(asked.length).toBeLessThanOrEqual(38);
  await page.locator("main a[href$='/sign']").first().click();
  await sign(page, "Rita Alves");
  await checkReceipt(page, world.recipient.attestation.reference);
  await context.close();
  expect([...new Set(seen.faults)].join("\n")).toBe("");
}, 300_000);

it.concurrent("keeps the pages beside the questions within a small phone and open to everybody, in Arabic", async () => {
  await keepsPagesBeside(browser, await start(), "ar");
}, 300_000);
