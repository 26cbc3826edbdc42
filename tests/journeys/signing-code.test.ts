import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrowser, visit } from "#tests/support/browser";
import { clientOf, redirectPathOf } from "#tests/support/http-client";
import { type MailServer, startMailServer } from "#tests/support/mail-server";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { codeIn, newestCodeIn } from "#tests/support/signing-codes";
import { cleanFirm } from "./firms";
import { answerAll, signature, startByLink } from "./posting";

let browser: Browser;
let mails: MailServer;
let product: Product;
let paths: readonly string[];

beforeAll(async () => {
  browser = await startBrowser();
  mails = await startMailServer();
  product = await startProduct(undefined, { SMTP_URL: mails.url });
  ({ paths } = await launchWithLinks(product.dataDir, { suppliers: 2, contact: { language: "en" } }));
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await mails?.close();
});

const codes = () => mails.received.filter(({ mail }) => codeIn(mail).code);

/** As soon as so many codes have come: seconds after they were asked for. */
async function arrived(count: number): Promise<string> {
  await expect.poll(() => codes().length, { timeout: 5_000 }).toBe(count);
  return newestCodeIn(mails.received);
}

test.each([true, false])("a supplier signs with the code from the mail on a phone, with script: %s", async (script) => {
  const before = codes().length;
  const client = clientOf(product.origin);
  const base = await startByLink(client, paths[Number(script)] ?? "");
  await answerAll(client, base, cleanFirm);
  const context = await visit(browser, { width: 390, height: 844, language: "en", script });
  await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: product.origin })));
  const page = await context.newPage();
  const at = `${product.origin}${base}/sign`;
  await page.goto(at);
  await page.locator("[id='O2.name']").fill("Rita “R.” Alves");
  await page.locator("[id='O2.job']").fill("Human resources");
  await page.locator("input[name='O2.authority']").check();
  await page.locator("#page .actions button").click();
  await page.locator("#code").waitFor();
  const code = await arrived(before + 1);

  // Looking at pages sends nothing, and neither does pressing the same button again.
  await client.get(`${base}/sign`);
  expect((await client.post(`${base}/sign`, await signature(client, base))).status).toBe(200);

  await page.locator("#code").fill(code === "000000" ? "000001" : "000000");
  await page.locator("button[value=check]").click();
  await page.locator("#code-error").waitFor();
  // The statement, in another language, with everything that was typed; and forward again.
  await page.locator("button[value=back]").click();
  expect(await page.locator("[id='O2.name']").inputValue()).toBe("Rita “R.” Alves");
  expect(await page.locator("input[name='O2.authority']").isChecked()).toBe(true);
  await page.locator("#page .actions button").click();
  await page.locator("#code").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.locator("#code").press("Enter");
  await page.waitForURL(/\/receipt$/);
  expect(await page.locator(".receipt").innerText()).toMatch(/Confirmed\s+With a code sent to .?\w•••@/);
  expect(await page.locator(".receipt").innerText()).toContain("Rita “R.” Alves");
  expect(codes()).toHaveLength(before + 1);
  expect(await redirectPathOf(await client.get(`${base}/sign`))).toBe(`${base}/receipt`);
  await context.close();
});
