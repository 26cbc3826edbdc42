import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityViolationsInBothSchemes, overflowingElements, startBrowser, visit } from "#tests/support/browser";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { signedIn } from "./two-organisations";

let product: Product;
let browser: Browser;
let session: string;

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  const { admin } = await launchWithLinks(product.dataDir, { suppliers: 4 });
  session = (await signedIn(product, admin)).cookies.get("avow_team") ?? "";
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function opened(path: string, over: Parameters<typeof visit>[1] = {}): Promise<Page> {
  const context = await visit(browser, { width: 1280, ...over });
  await context.addCookies([{ name: "avow_team", value: session, url: product.origin }]);
  const page = await context.newPage();
  await page.goto(product.origin + path);
  return page;
}

describe("a view of the suppliers table", () => {
  it("is chosen, kept, seen first and exported as it is, without any script", async () => {
    const page = await opened("/suppliers?panel=columns", { script: false });
    await page.locator("input[name=col][value=driver]").uncheck();
    await page.locator("input[name=col][value=tags]").check();
    await page.getByRole("button", { name: "Show these columns" }).click();
    expect(page.url()).toContain("cols=rating.confidence.tiers.dprk.change.signed.tags&panel=columns");
    await page.getByRole("button", { name: "Move Tags one place up" }).click();
    expect(await page.locator(".grid thead th").last().innerText()).toContain("Signed");
    await page.getByRole("link", { name: "Save this view" }).click();
    await page.getByLabel("Name").fill("Tagged");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    expect(await page.locator(".view-tabs [aria-current]").innerText()).toContain("Tagged");
    await page.getByRole("link", { name: "Manage" }).click();
    await page.getByLabel("Open it first").check();
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.goto(`${product.origin}/suppliers`);
    expect(new URL(page.url()).search).toBe("?cols=rating.confidence.tiers.dprk.change.tags.signed");
    await page.getByText("Export this view").click();
    const href = await page.getByRole("link", { name: "CSV" }).first().getAttribute("href");
    const csv = await (await page.request.get(product.origin + href)).text();
    expect(csv.split("\r\n")[0]).toMatch(/,team_tags,signed_at_utc,supplier_id$/);
    await page.context().close();
  });

  it("is worked through by keys from a fresh page, and many are tagged at once", async () => {
    const page = await opened("/suppliers?sort=ref&cols=tags");
    await page.locator("button:has(kbd)").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.getByText("2 of 4 ticked.").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    expect(await accessibilityViolationsInBothSchemes(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Ask, tag, assign or archive the ticked" }).click();
    await page.getByRole("textbox", { name: "Tag" }).fill("Seafood");
    expect(await accessibilityViolationsInBothSchemes(page)).toEqual([]);
    await page.getByRole("button", { name: "Tag 2 suppliers" }).click();
    await page.getByText("2 suppliers were changed.").waitFor();
    expect(await page.locator(".tag-list").count()).toBe(2);
    await page.getByRole("combobox", { name: "Tag" }).selectOption("Seafood");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText("2 of 4").waitFor();
    await page.context().close();
  });

  it("fits a small phone with everything open", async () => {
    for (const path of ["/suppliers?panel=columns&rows=tight", "/suppliers?panel=filters", "/suppliers/views?of="]) {
      const page = await opened(path, { width: 320 });
      expect(await overflowingElements(page)).toEqual([]);
      await page.context().close();
    }
  });
});
