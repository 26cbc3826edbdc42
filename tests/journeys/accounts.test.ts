import { Secret, TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passwords } from "#app/adapters/passwords.server";
import {
  accessibilityViolationsInBothSchemes,
  overflowingElements,
  settled,
  startBrowser,
  visit,
} from "#tests/support/browser";
import { anEvent, aUser } from "#tests/support/factories";
import { type MailServer, startMailServer } from "#tests/support/mail-server";
import { aDataFolder, launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";

const password = "seven small blue boats";
const email = "ada@nordwind.example";

let browser: Browser;
let mails: MailServer;
let product: Product;
let links: readonly string[];

beforeAll(async () => {
  browser = await startBrowser();
  mails = await startMailServer();
  const dataDir = aDataFolder();
  product = await startProduct(dataDir, { SMTP_URL: mails.url });
  const world = await launchWithLinks(dataDir, { suppliers: 1, contact: { language: "en" } });
  links = world.paths;
  const user = aUser({ org: world.organisation.id, role: "admin", email, name: "Ada" });
  const passwordHash = await passwords.hash(password);
  await withStore(dataDir, (store) => store.users.add({ user, passwordHash, audit: anEvent() }));
});

afterAll(async () => {
  await product?.stop();
  await mails?.close();
  await browser?.close();
});

async function aPage(width = 1440): Promise<{ page: Page; close(): Promise<void> }> {
  const context = await visit(browser, { width });
  context.setDefaultTimeout(30_000);
  return { page: await context.newPage(), close: () => context.close() };
}

/** Whether what is shown fits and axe finds nothing, in light and in dark. */
async function look(page: Page): Promise<void> {
  await settled(page);
  expect([page.url(), await overflowingElements(page)]).toEqual([page.url(), []]);
  expect([page.url(), await accessibilityViolationsInBothSchemes(page)]).toEqual([page.url(), []]);
}

async function send(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: button, exact: true }).click()]);
}

async function signIn(page: Page, typed = password): Promise<void> {
  await page.goto(`${product.origin}/login`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(typed);
  await send(page, "Sign in");
}

describe("an account", () => {
  let totp: TOTP;
  let recoveryCodes: string[] = [];

  it("gets a second factor, which is asked for from then on", async () => {
    const { page, close } = await aPage(390);
    await signIn(page);
    await page.goto(`${product.origin}/settings/account`);
    await look(page);
    await page.getByRole("link", { name: "Set up" }).click();
    await page.waitForURL(/second-factor/);
    await look(page);
    const key = (await page.locator(".authenticator .mono").innerText()).replace(/\s/g, "");
    totp = new TOTP({ secret: Secret.fromBase32(key) });
    await page.getByLabel("Code of six figures").fill(totp.generate());
    await page.getByLabel("Your password").fill(password);
    await send(page, "Turn on");
    recoveryCodes = await page.locator(".recovery-codes li").allInnerTexts();
    expect(recoveryCodes).toHaveLength(10);
    await look(page);
    await page.goto(`${product.origin}/`);
    await page.locator(".bar-small summary").click();
    await Promise.all([page.waitForURL(/login/), page.locator(".bar-small button").click()]);
    await signIn(page);
    expect(page.url()).toContain("/login/code");
    await look(page);
    await page.goto(`${product.origin}/suppliers`);
    expect(page.url()).toContain("/login?next=");
    await page.goto(`${product.origin}/login/code?next=%2Fsettings`);
    await page.getByLabel("Code").fill("000000");
    await send(page, "Sign in");
    expect(await page.locator("main").innerText()).toContain("This code is wrong");
    await page.getByLabel("Code").fill(recoveryCodes.pop() ?? "");
    await send(page, "Sign in");
    expect(new URL(page.url()).pathname).toBe("/settings");
    await close();
  });

  it("shows where it is signed in, and a session that is ended opens nothing", async () => {
    const [here, there] = [await aPage(), await aPage()];
    // Of the half minute to come: the one of now has turned it on, and none is taken twice.
    const codes = [totp.generate({ timestamp: Date.now() + 30_000 }), recoveryCodes.pop() ?? ""];
    for (const [index, { page }] of [here, there].entries()) {
      await signIn(page);
      await page.getByLabel("Code").fill(codes[index] ?? "");
      await send(page, "Sign in");
    }
    await here.page.goto(`${product.origin}/settings/account`);
    await look(here.page);
    expect(await here.page.locator("main table tbody tr").count()).toBeGreaterThan(1);
    await send(here.page, "End all others");
    await there.page.goto(`${product.origin}/suppliers`);
    expect(there.page.url()).toContain("/login");
    await here.page.goto(`${product.origin}/settings/people`);
    await look(here.page);
    await here.page.goto(`${product.origin}/settings/trail?kind=access`);
    await look(here.page);
    expect(await here.page.locator("main table").innerText()).toContain("Code refused: wrong or used code");
    await here.close();
    await there.close();
  });

  it("is got into again by a link in a mail, once", async () => {
    const { page, close } = await aPage();
    await page.goto(`${product.origin}/login`);
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    await page.waitForURL(/forgot/);
    await look(page);
    await page.getByLabel("E-mail").fill(email);
    await send(page, "Send me a link");
    expect(await page.locator("main").innerText()).toContain("a link is on its way");
    let link: string | undefined;
    await expect
      .poll(
        () => {
          link = /http:\/\/\S+\/reset\/[\w-]+/.exec(mails.received.at(-1)?.mail.text ?? "")?.[0];
          return link;
        },
        { timeout: 20_000 },
      )
      .toBeDefined();
    await page.goto(link ?? "");
    await look(page);
    await page.getByLabel("Password").fill("another sentence of hers");
    await send(page, "Set the new password");
    expect(await page.locator("main").innerText()).toContain("Your new password is set");
    expect((await page.goto(link ?? ""))?.status()).toBe(410);
    await signIn(page);
    expect(await page.locator("main").innerText()).toContain("is wrong");
    await signIn(page, "another sentence of hers");
    expect(page.url()).toContain("/login/code");
    await close();
  });

  it("reads a supplier's link and answers for the supplier as itself, and signs nothing", async () => {
    const { page, close } = await aPage();
    await signIn(page, "another sentence of hers");
    await page.getByLabel("Code").fill(recoveryCodes.pop() ?? "");
    await send(page, "Sign in");
    const path = links[0] ?? "";
    await page.goto(`${product.origin}${path}`);
    expect(await page.locator("main").innerText()).toContain("You can read it and change nothing");
    await look(page);
    const posted = await page.request.post(`${product.origin}${path}`, {
      form: {},
      headers: { origin: product.origin, "sec-fetch-site": "same-origin" },
    });
    expect(posted.status()).toBe(403);
    await page.getByRole("link", { name: "Answer for the supplier" }).click();
    await page.waitForURL(/answer-for/);
    await look(page);
    await page.getByLabel("Why you answer for them").fill("Told me by telephone");
    await send(page, "Begin");
    expect(await page.locator(".note").first().innerText()).toContain("You cannot sign");
    const base = page.url();
    await page.goto(`${base}/A2`);
    await page.locator("main form").first().waitFor();
    await page.goto(`${base}/check`);
    expect(await page.locator("main").innerText()).toContain("You cannot sign for");
    expect((await page.goto(`${base}/sign`))?.status()).toBe(403);
    await close();
  });
});
