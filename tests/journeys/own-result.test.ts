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
import { type Client, clientOf, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { chineseFirm } from "./firms";
import { answerAll, signature, startByLink } from "./posting";
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

/** The same person with a browser. */
async function opened({ cookies }: Client, width: number, script: boolean): Promise<Page> {
  const context = await visit(browser, { width, height: 900, script });
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: product.origin })));
  return context.newPage();
}

/** What sticks out of a page, and what axe finds on it, in light and dark. */
async function faultsOn(page: Page, script: boolean): Promise<readonly string[]> {
  if (script) await settled(page);
  const found = script ? accessibilityViolationsInBothSchemes(page) : accessibilityViolationsWithoutScript(page);
  return [...(await overflowingElements(page)), ...(await found)];
}

/** Chooses on the page of the campaign whether suppliers see their results. */
async function choose(page: Page, campaign: string, choice: "shared" | "kept"): Promise<void> {
  await page.goto(`${product.origin}/campaigns/${campaign}`);
  await page.getByRole("link", { name: "Own results" }).click();
  await page.locator(`#${choice}`).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/\/campaigns\/[^/]+$/);
}

test.each([true, false])(
  "a supplier reads its own result while its buyer shares it, with script: %s",
  async (script) => {
    const { campaign, admin, paths } = await launchWithLinks(product.dataDir, {
      suppliers: 1,
      contact: { language: "en" },
    });
    const team = await opened(await signedIn(product, admin), 1440, script);
    const supplier = clientOf(product.origin);
    const base = await startByLink(supplier, paths[0] ?? "");
    await answerAll(supplier, base, chineseFirm);
    await redirectPathOf(await supplier.post(`${base}/sign`, await signature(supplier, base)));
    const page = await opened(supplier, 390, script);
    const link = page.getByRole("link", { name: /^See how .* reads your answers$/ });
    await page.goto(`${product.origin}${base}/receipt`);
    expect(await link.count()).toBe(0);
    expect((await page.goto(`${product.origin}${base}/result`))?.status()).toBe(404);

    await choose(team, campaign.id, "shared");
    expect(await team.locator("main").innerText()).toContain("Suppliers see their own result after signing.");
    await team.goto(`${product.origin}/campaigns/${campaign.id}/results`);
    expect(await faultsOn(team, script)).toEqual([]);

    await page.goto(`${product.origin}${base}/receipt`);
    await link.click();
    await page.waitForURL(/\/result$/);
    expect(await page.locator("h1").innerText()).toMatch(/^How .* reads your answers$/);
    const main = await page.locator("main").innerText();
    expect(main).toMatch(/\d+\.\d\d of 100\. Higher is worse\./);
    expect(main).toContain("It is about the risk, not a mark for your company.");
    expect(main).toContain("Work in China counts");
    expect(main).toContain("Please do not dismiss anyone or hand anyone over");
    expect(
      await page
        .locator(".result-lines .result-head", { hasText: /^E[1-8]\./ })
        .locator(".num")
        .count(),
    ).toBe(0);
    expect(await faultsOn(page, script)).toEqual([]);

    await choose(team, campaign.id, "kept");
    expect((await page.goto(`${product.origin}${base}/result`))?.status()).toBe(404);
    await page.context().close();
    await team.context().close();
  },
);
