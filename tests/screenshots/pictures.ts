import { statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { asPerson, demoPassword, demoPeople } from "#app/commands/demo/people";
import { demoLinks } from "#app/commands/demo/tour";
import { visit } from "#tests/support/browser";
import type { DemoServer } from "./demo-server";

/** More makes a page of documentation slow to open. */
const mostBytes = 400_000;

/** CSS pixels that a picture of a phone and of a desk shows at most. */
const screen = 900;
const desk = 1_000;
const phone = (language: string) => ({ width: 390, height: 844, language });

/** Takes every picture of the documentation, each in a browser of its own. */
export async function takePictures(browser: Browser, server: DemoServer, folder: string): Promise<void> {
  const links = await demoLinks(server.context);
  for (const { tag, link } of links) {
    const context = await visit(browser, phone(tag), { deviceScaleFactor: 2 });
    await supplierPictures(context, link, tag, folder);
    await context.close();
  }
  const signed = await visit(browser, phone("en"), { deviceScaleFactor: 2 });
  await receiptPicture(signed, await signedLink(server), folder);
  await signed.close();
  for (const dark of [false, true]) {
    const context = await visit(browser, { dark });
    await teamPictures(context, server, dark, folder);
    await context.close();
  }
}

async function supplierPictures(context: BrowserContext, link: string, tag: string, folder: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(link);
  if (tag !== "en") await picture(page, join(folder, `landing-${tag}.png`), screen);
  await page.locator("main form[method=post] button, main button[type=submit]").first().click();
  await page.waitForURL(/\/attest\/[^/]+$/);
  const attestation = page.url();
  if (tag === "en") {
    await picture(page, join(folder, "tasks.png"), screen);
    await page.goto(`${attestation}/check`);
    await picture(page, join(folder, "check.png"), screen);
    return;
  }
  await page.goto(`${attestation}/E1`);
  await picture(page, join(folder, `question-${tag}.png`), screen);
}

async function receiptPicture(context: BrowserContext, link: string, folder: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(link);
  await page.locator("main form[method=post] button, main button[type=submit]").first().click();
  await page.waitForURL(/\/receipt$/);
  await picture(page, join(folder, "receipt.png"), screen);
}

/** The link of the first supplier who signed this year. */
async function signedLink({ context }: DemoServer): Promise<string> {
  const team = await asPerson(context, "buyer");
  const campaigns = await context.store.campaigns.list(team.organisation.id);
  const live = campaigns.find(({ state }) => state === "live");
  const filter = { step: "submitted", page: 1, pageSize: 1, now: context.clock.now() } as const;
  const { rows } = await context.store.campaigns.recipients(team.organisation.id, live?.id ?? "", filter);
  const [first] = rows;
  if (!first) throw new Error("Nobody signed in the demo");
  const { id, generation } = first.invitation;
  return `${context.config.publicOrigin}/s/${context.links.tokenFor(id, generation)}`;
}

async function teamPictures(context: BrowserContext, server: DemoServer, dark: boolean, folder: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${server.url}/login`);
  await page.locator("input[name=email]").fill(demoPeople.buyer.email);
  await page.locator("input[name=password]").fill(demoPassword);
  await page.locator("main button[type=submit]").click();
  await page.waitForURL(`${server.url}/`);
  await page.goto(`${server.url}/suppliers?sort=score&direction=down`);
  await picture(page, join(folder, dark ? "suppliers-dark.png" : "suppliers.png"), desk);
  if (dark) return;
  await page.goto(`${server.url}/suppliers?q=${encodeURIComponent("海润")}`);
  await page.locator("main table a[href^='/suppliers/']").first().click();
  await page.waitForURL(/\/suppliers\/[\w-]+$/);
  await picture(page, join(folder, "supplier.png"), 1_400);
  await page.goto(`${server.url}/campaigns`);
  await page.getByRole("link", { name: "Suppliers 2026" }).first().click();
  await page.waitForURL(/\/campaigns\/[\w-]{20,}$/);
  await picture(page, join(folder, "campaign.png"), desk);
}

/** @param most CSS pixels of the page that are shown, from the top; a shorter page is shown whole */
async function picture(page: Page, path: string, most: number): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  // Where the pointer rests, something may be drawn as if it were about to be pressed.
  await page.mouse.move(0, 0);
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  const clip = { x: 0, y: 0, width, height: Math.min(height, most) };
  await page.screenshot({ path, fullPage: true, clip, animations: "disabled", caret: "hide" });
  const { size } = statSync(path);
  console.info(`${path} ${Math.round(size / 1000)} kB`);
  if (size > mostBytes) console.warn(`${path} is larger than ${mostBytes / 1000} kB`);
}
