import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cutLine, startBrowser, visit } from "#tests/support/browser";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";

let browser: Browser;
let product: Product;
let paths: readonly string[];
let next = 0;

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  ({ paths } = await launchWithLinks(product.dataDir, { suppliers: 9, contact: { language: "en" } }));
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

type At = { page: Page; context: BrowserContext; base: string; link: string };

/** A supplier of their own who has pressed Start. */
async function begin(): Promise<At> {
  const context = await visit(browser, { width: 390, height: 844, language: "en" });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const link = product.origin + paths[next++];
  await page.goto(link);
  await page.locator("main button.button-start").click();
  await page.waitForURL(/\/attest\/[^/]+$/);
  return { page, context, base: page.url(), link };
}

/** Takes away what phones do not have that get no newer browser: those of 2014 stay at Chromium 95. */
function asOldPhone(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    Reflect.deleteProperty(AbortSignal, "timeout");
    Reflect.deleteProperty(Intl, "ListFormat");
    for (const kind of [Document, Element]) {
      const find = kind.prototype.querySelectorAll;
      Object.assign(kind.prototype, {
        querySelectorAll(this: Document | Element, wanted: string) {
          if (wanted.includes(":has(")) throw new SyntaxError(wanted);
          return find.call(this, wanted);
        },
      });
    }
  });
}

const save = "#page .actions button:not([name])";
const note = (page: Page, text: RegExp) => page.locator("#saved", { hasText: text }).waitFor();
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("avow ")).length);

test("without a line the page says so, keeps what is typed over a reload, and sends it when the line is back", async () => {
  const { page, context, base } = await begin();
  await page.goto(`${base}/N3`);
  await context.setOffline(true);
  await page.locator("textarea").first().fill("Typed in a tunnel");
  await page.locator(save).click();
  await note(page, /Not yet saved: 1 answer\./);
  expect(page.url()).toBe(`${base}/N3`);
  expect(await page.locator("textarea").first().inputValue()).toBe("Typed in a tunnel");
  expect(await kept(page)).toBe(1);
  await context.setOffline(false);
  await note(page, /Saved at/);
  expect(await kept(page)).toBe(0);
  await page.reload();
  expect(await page.locator("textarea").first().inputValue()).toBe("Typed in a tunnel");
});

test("an old phone keeps, brings back and sends the same", async () => {
  const { page, context, base } = await begin();
  await asOldPhone(context);
  await page.goto(`${base}/G2`);
  await cutLine(page);
  await page.locator('label[for="G2.answer.yes"]').click();
  await page.locator("details:has(textarea) summary").click();
  await page.locator("#page textarea").fill("Asked every agent");
  await page.locator(save).click();
  await note(page, /Not yet saved: 1 answer\./);
  expect(await page.locator(".unsent").textContent()).toContain("G2");
  await page.goto("about:blank");
  await page.goto(`${base}/G2`);
  await note(page, /Saved at/);
  expect(await page.locator("#page textarea").inputValue()).toBe("Asked every agent");
  expect(await kept(page)).toBe(0);
  await page.locator(save).click();
  await page.waitForURL((url) => url.href !== `${base}/G2`);
});

test("what was typed and never reached the server is there again after a reload, and is forgotten once saved", async () => {
  const { page, context, base } = await begin();
  await page.goto(`${base}/E1`);
  // What a page sends while it is left is held back by nothing, so this browser ends without a word.
  await page.evaluate(() => addEventListener("visibilitychange", (event) => event.stopPropagation(), true));
  await context.route("**/E1", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.locator('label[for="E1.answer.no"]').click();
  await page.locator("details:has(textarea) summary").click();
  await page.locator("#page textarea").fill("Asked every agent");
  await page.goto("about:blank");
  await page.goto(`${base}/E1`);
  // It is sent again at once, and cannot be yet.
  await note(page, /Not yet saved/);
  expect(await page.locator('[id="E1.answer.no"]').isChecked()).toBe(true);
  expect(await page.locator("#page textarea").inputValue()).toBe("Asked every agent");
  await context.unroute("**/E1");
  await page.locator(save).click();
  await page.waitForURL(/\/E2$/);
  await expect.poll(() => kept(page)).toBe(0);
});

test("a page that was opened before another answer says so and shows both; nothing typed is lost", async () => {
  const { page, context, base } = await begin();
  await page.goto(`${base}/E1`);
  const other = await context.newPage();
  await other.goto(`${base}/E1`);
  await other.locator('label[for="E1.answer.no"]').click();
  await other.locator(save).click();
  await other.waitForURL(/\/E2$/);
  await page.locator('label[for="E1.answer.yes"]').click();
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await note(page, /Another answer was saved/);
  await page.reload();
  await page.locator(".two-answers button").click();
  await page.locator(".sides").waitFor();
  expect(await page.locator(".sides").innerText()).toMatch(/No[\s\S]*Yes/);
  await page.locator(".sides a[data-drop]").click();
  await page.waitForURL(/\/E1$/);
  await expect.poll(() => kept(page)).toBe(0);
});

test("a session that ended is told as that, and opening the link in another tab mends it", async () => {
  const { page, context, base, link } = await begin();
  await page.goto(`${base}/N3`);
  await context.clearCookies();
  await page.locator("textarea").first().fill("Typed after a month");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await note(page, /Open the link in your mail again/);
  const other = await context.newPage();
  await other.goto(link);
  await other.locator("main button.button-start").click();
  await other.waitForURL(/\/attest\/[^/]+$/);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await note(page, /Saved at/);
});

test("a browser that keeps no cookie is told so after Start, with what to do", async () => {
  const link = product.origin + paths[next++];
  const answer = await fetch(link, { method: "POST", redirect: "manual", headers: { origin: product.origin } });
  const refused = await fetch(new URL(answer.headers.get("location") ?? "", product.origin));
  expect(refused.status).toBe(401);
  expect(await refused.text()).toContain("This browser keeps no cookies");
});

test("the language chosen on the landing page goes with Start", async () => {
  for (const [language, dir] of [
    ["ar", "rtl"],
    ["zh-Hans", "ltr"],
  ] as const) {
    for (const script of [true, false]) {
      const context = await visit(browser, { width: 390, height: 844, language: "en", script });
      const page = await context.newPage();
      await page.goto(`${product.origin}${paths[0]}?language=${language}`);
      await page.locator("main button.button-start").click();
      await page.waitForURL(/\/attest\/[^/]+$/);
      const html = page.locator("html");
      expect([await html.getAttribute("lang"), await html.getAttribute("dir")]).toEqual([language, dir]);
      await context.close();
    }
  }
});
