import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrowser, visit } from "#tests/support/browser";
import { clientOf } from "#tests/support/http-client";
import { type MailServer, startMailServer } from "#tests/support/mail-server";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { codeIn, newestCodeIn } from "#tests/support/signing-codes";
import { cleanFirm } from "./firms";
import { answerAll, startByLink } from "./posting";

let browser: Browser;
let mails: MailServer;
let product: Product;
let paths: readonly string[];

beforeAll(async () => {
  browser = await startBrowser();
  mails = await startMailServer();
  product = await startProduct(undefined, { SMTP_URL: mails.url });
  ({ paths } = await launchWithLinks(product.dataDir, { suppliers: 4, contact: { language: "en" } }));
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await mails?.close();
});

/** A supplier of their own on a phone; their answers are all given where `all` says so. */
async function onPhone(path: string | undefined, { script, all }: { script: boolean; all: boolean }) {
  const client = clientOf(product.origin);
  const base = await startByLink(client, path ?? "");
  if (all) await answerAll(client, base, cleanFirm);
  const context = await visit(browser, { width: 390, height: 844, language: "en", script });
  await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: product.origin })));
  return { context, page: await context.newPage(), at: product.origin + base };
}

test.each([true, false])(
  "the list says who approves, and their link is sent again, with script: %s",
  async (script) => {
    const codes = () => mails.received.filter(({ mail }) => codeIn(mail).code).length;
    const { context, page, at } = await onPhone(paths[Number(script)], { script, all: true });
    const before = codes();
    await page.goto(`${at}/sign`);
    await page.locator("[id='O2.name']").fill("Rita Alves");
    await page.locator("[id='O2.job']").fill("Human resources");
    await page.locator("input[name='O2.authority']").check();
    await page.locator("summary", { hasText: "A second person" }).click();
    await page.locator("[id='approval.name']").fill("Mia Chen");
    await page.locator("[id='approval.email']").fill(`mia.${script}@haoyuan.example`);
    await page.locator("#page .actions button").click();
    await expect.poll(codes, { timeout: 5_000 }).toBe(before + 1);
    await page.locator("#code").fill(newestCodeIn(mails.received));
    await page.locator("#code").press("Enter");
    await page.locator("h1", { hasText: "Waiting for the approval of Mia Chen" }).waitFor();

    await page.goto(at);
    expect(await page.locator("h1").innerText()).toBe("Waiting for the approval of Mia Chen");
    expect(await page.locator("main .note").innerText()).toMatch(/^Rita Alves signed on /);
    const asked = () => mails.received.filter(({ to }) => String(to).includes(`mia.${script}@`)).length;
    await expect.poll(asked, { timeout: 5_000 }).toBe(1);
    await page.locator("main a.button", { hasText: "Send the link again" }).click();
    const proof = page.locator(".proof");
    const first = await proof.innerText();
    await page.locator("button[value=renew]").click();
    await expect.poll(() => proof.innerText()).not.toBe(first);
    await expect.poll(asked, { timeout: 5_000 }).toBe(2);
    await page.locator("button[value=withdraw]").click();
    await page.waitForURL(`${at}/sign`);
    await page.goto(at);
    expect(await page.locator("h1").innerText()).toBe("All answered. Not sent yet.");
    await context.close();
  },
);

test.each([true, false])(
  "the mail to a colleague is shown, changed, and sent as shown, with script: %s",
  async (script) => {
    const { context, page, at } = await onPhone(paths[2 + Number(script)], { script, all: false });
    await page.goto(`${at}/colleagues`);
    await page.locator("input[name=section]").first().check();
    await page.locator("#name").fill("Zhang Wei");
    await page.locator("#email").fill(`zhang.${script}@haoyuan.example`);
    await page.locator("#asker").fill("Li Na");
    await page.locator("#note").fill("By Friday?");
    await page.locator("button[value=show]").click();
    expect(await page.locator(".mail-look").innerText()).toContain("By Friday?");
    await page.locator("button[value=change]").click();
    expect(await page.locator("#name").inputValue()).toBe("Zhang Wei");
    await page.locator("#note").fill("By Monday, please.");
    await page.locator("button[value=show]").click();
    const shown = await page.locator(".mail-look").innerText();
    expect(shown).toContain("By Monday, please.");
    const [proof = ""] = shown.match(/\b[A-Z\d]{4}(?=\. This mail)/) ?? [];
    await page.locator("button[value=ask]").click();
    await page.locator(".asked-colleagues", { hasText: "Zhang Wei" }).waitFor();
    expect(await page.locator(".asked-colleagues .proof").innerText()).toBe(proof);
    const sent = () => mails.received.find(({ to }) => String(to).includes(`zhang.${script}@`));
    await expect.poll(() => sent() !== undefined, { timeout: 5_000 }).toBe(true);
    await context.close();
  },
);
