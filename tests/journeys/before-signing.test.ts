import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cutLine, startBrowser, visit } from "#tests/support/browser";
import { type Client, clientOf, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { cleanFirm } from "./firms";
import { answerAll, basedOnIn, signature, startByLink } from "./posting";

let browser: Browser;
let product: Product;
let paths: readonly string[];
let next = 0;

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  ({ paths } = await launchWithLinks(product.dataDir, { suppliers: 5, contact: { language: "en" } }));
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A supplier of their own who has answered everything and signed nothing. */
async function answered(): Promise<{ client: Client; base: string }> {
  const client = clientOf(product.origin);
  const base = await startByLink(client, paths[next++] ?? "");
  await answerAll(client, base, cleanFirm);
  return { client, base };
}

/** The same person with a browser. */
async function openedBy(
  { client, base }: { client: Client; base: string },
  script = true,
  more: BrowserContextOptions = {},
) {
  const context = await visit(browser, { width: 390, height: 844, language: "en", script }, more);
  await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: product.origin })));
  return { context, page: await context.newPage(), at: product.origin + base };
}

test("who has answered everything reads that it is not sent, and after signing is led to the receipt", async () => {
  const { client, base } = await answered();
  const tasks = async () => (await (await client.get(base)).text()).replaceAll("<!-- -->", "");
  const before = await tasks();
  expect(before).toContain("<h1>All answered. Not sent yet.</h1>");
  expect(before).toContain(`href="${base}/check"`);
  expect(before).not.toMatch(/\d+ of \d+ sections completed/);
  await redirectPathOf(await client.post(`${base}/sign`, await signature(client, base)));
  expect(await redirectPathOf(await client.get(base))).toBe(`${base}/receipt`);
});

test.each([true, false])(
  "a row that is mended or taken away from the check page leads back to it, with script: %s",
  async (script) => {
    const supplier = await answered();
    const { page, context, at } = await openedBy(supplier, script);
    await page.goto(`${at}/check`);
    await page.locator(`main a[href$="/B1?from=check"]`).first().click();
    await page
      .locator('button[value^="row:sites/"]:not([value$="/remove"], [value$="/new"], [value$="/paste"])')
      .click();
    await page.waitForURL(/\/B1\/sites\/\w+\?from=check$/);
    // A language chosen on the way forgets nothing of it.
    await page.locator('button[name=language][value="ar"]').click();
    await page.locator("html[lang=ar]").waitFor();
    await page.locator("[id='B1.sites.workers']").fill("61");
    await page.locator("#page .actions button:not([name])").click();
    await page.waitForURL(/\/check$/);
    expect(await page.locator("main").innerText()).toContain("61");

    await page.locator(`main a[href$="/B1?from=check"]`).first().click();
    await page.locator('button[value="row:sites/new"]').click();
    await page.waitForURL(/\/B1\/sites\/new\?from=check$/);
    await page.locator("[id='B1.sites.name']").fill("Braga");
    await page.locator("[id='B1.sites.country']").selectOption("PT");
    await page.locator("[id='B1.sites.activity']").fill("Dyeing");
    await page.locator("[id='B1.sites.workers']").fill("7");
    await page.locator("#page .actions button:not([name])").click();
    await page.waitForURL(/\/check$/);

    await page.locator(`main a[href$="/B1?from=check"]`).first().click();
    await page.locator('button[value$="/remove"]').last().click();
    await page.waitForURL(/\/remove\?from=check$/);
    await page.locator("main form .button[type=submit]").click();
    await page.waitForURL(/\/check$/);
    expect(await page.locator("main").innerText()).not.toContain("Braga");
    await context.close();
  },
);

test("what was typed in a browser and never sent is forgotten once the answers are signed", async () => {
  const supplier = await answered();
  const { page, context, at } = await openedBy(supplier, true, { serviceWorkers: "block" });
  await page.goto(`${at}/N3`);
  await cutLine(page);
  await page.locator("textarea").first().fill("Only in this browser");
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("avow ")).length);
  expect(await kept()).toBe(1);
  await page.goto("about:blank");
  await context.route("**/N3", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.goto(`${at}/sign`);
  // Another attestation's is another matter.
  await page.evaluate(() => localStorage.setItem("avow /attest/another N3", '{"base":0,"body":"N3.answer=mine"}'));
  expect(await kept()).toBe(2);
  for (const [name, value] of await signature(supplier.client, supplier.base)) {
    const field = page.locator(`#page [name="${name}"]`);
    if (name === "O2.sharing") await page.locator('label[for="O2.sharing.buyer"]').click();
    else if (name === "O2.authority") await page.locator('label[for="O2.authority.yes"]').click();
    else if (name !== "basedOn") await field.fill(value);
  }
  await page.locator("#page .actions button").click();
  await page.waitForURL(/\/receipt$/);
  await expect.poll(kept).toBe(1);
  expect(await page.evaluate(() => Object.keys(localStorage))).toContain("avow /attest/another N3");
  await context.close();
});

test("a language chosen on the signing page keeps name, job and every choice, there and back", async () => {
  const { client, base } = await answered();
  const typed = [
    ["O2.name", "Rita “Ri” Alves"],
    ["O2.job", "مديرة الالتزام"],
    ["O2.sharing", "buyer-and-partners"],
    ["O2.authority", "yes"],
  ] as const;
  const basedOn = basedOnIn(await (await client.get(`${base}/sign`)).text());
  for (const language of ["ar", "zh-Hans", "en"]) {
    const answer = await client.post(`${base}/sign`, [["basedOn", basedOn], ...typed, ["language", language]]);
    const html = await answer.text();
    expect([answer.status, /<html[^>]* lang="([\w-]+)"/.exec(html)?.[1]]).toEqual([200, language]);
    for (const [name, value] of typed.slice(0, 2)) {
      expect(html).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"|value="${value}"[^>]*name="${name}"`));
    }
    for (const [name, value] of typed.slice(2)) {
      const [chosen] = html.match(new RegExp(`<input[^>]*name="${name}"[^>]*value="${value}"[^>]*>`)) ?? [];
      expect(chosen).toContain("checked");
    }
    expect(html).not.toContain('class="problem');
    expect(html).toMatch(/<button[^>]*name="language"[^>]*form="page"/);
  }
  expect((await client.get(`${base}/receipt`)).status).toBe(404);
});
