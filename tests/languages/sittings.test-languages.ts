import type { Browser } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { chineseFirm } from "#tests/journeys/firms";
import { answersNearlyAll, keepsPagesBeside } from "#tests/journeys/whole-attestation";
import { startBrowser } from "#tests/support/browser";
import { type Product, startProduct } from "#tests/support/product";

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

test("answers nearly all sixty questions in Chinese on two small phones without JavaScript, signs, and holds a receipt", async () => {
  const answering = { language: "zh-Hans", firm: chineseFirm, other: "ar", person: "王磊" };
  await answersNearlyAll(browser, product, answering);
});

test("keeps the pages beside the questions within a small phone and open to everybody, in English", async () => {
  await keepsPagesBeside(browser, product, "en");
});
