import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { fillIn, goOn, inspection, kindOfQuestion } from "#tests/journeys/answering";
import { walkSmallFirm } from "#tests/journeys/small-firm-walk";
import { visit } from "#tests/support/browser";
import type { MailServer } from "#tests/support/mail-server";
import { launchWithLinks, type Product } from "#tests/support/product";
import { lookAt } from "./looks";
import { type Look, visitBeforeAnswers, visitBeforeSigning } from "./other-pages";

/** Where pictures of every page go, for looking at; without it none are taken. */
const pictures = process.env.PICTURES_TO;

export type Reader = {
  /** BCP 47. */
  readonly tag: string;
  readonly dir: "ltr" | "rtl";
  readonly script: boolean;
  /** CSS pixels. */
  readonly width: number;
};

/** What a walk needs: mails leave from the product to the server, so that a code is asked for before the signature. */
export type Place = { readonly browser: Browser; readonly product: Product; readonly mails: MailServer };

async function picture(page: Page, tag: string, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(join(pictures, tag), { recursive: true });
  await page.screenshot({ path: join(pictures, tag, `${name.replaceAll(/\W+/g, "-")}.png`), fullPage: true });
}

/** Opens a link in a language, answers, checks and signs with a code, looking at each page; what is wrong, one line each. */
export async function walkWhole(place: Place, { tag, dir, script, width }: Reader): Promise<readonly string[]> {
  const { browser, product } = place;
  const { paths } = await launchWithLinks(product.dataDir, {
    suppliers: 2,
    contact: { language: tag },
    campaign: { version: 2, ruleSet: "standard-2026.2" },
  });
  const [link = "", other = ""] = paths;
  const context = await visit(browser, { width, height: 780, language: tag, script });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const seen = inspection();
  const look: Look = async (kind, name = kind) => {
    const read = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    expect([kind, ...read]).toEqual([kind, tag, dir]);
    await lookAt(page, kind, seen, dir);
    if (!script) await picture(page, tag, name);
  };
  await page.goto(product.origin + link);
  await look("landing");
  await page.locator("main button.button-start").click();
  await page.waitForURL(/\/attest\/[^/]+/);
  const base = page.url().replace(/(\/attest\/[^/]+).*/, "$1");
  await page.goto(base);
  await look("tasks");
  if (!script) await visitBeforeAnswers({ page, base, look, other: product.origin + other });
  await page.goto(`${base}/A1`);
  const { asked } = await walkSmallFirm(page, async (code) => look(await kindOfQuestion(page), code));
  expect(asked.length).toBeGreaterThan(30);
  await look("check");
  if (!script) await visitBeforeSigning({ page, base, look, mails: place.mails });
  await sign(page, base, look, place.mails);
  await look("receipt");
  await context.close();
  return [...new Set(seen.faults)];
}

async function sign(page: Page, base: string, look: Look, mails: MailServer): Promise<void> {
  await page.goto(`${base}/sign`);
  await look("sign");
  await fillIn(page, [
    ["O2.name", "Rita Alves"],
    ["O2.job", "HR"],
    ["O2.sharing", "buyer"],
    ["O2.authority", "yes"],
  ]);
  const before = codesIn(mails).length;
  await page.locator(goOn).click();
  await page.locator("#code").waitFor();
  await look("code");
  await expect.poll(() => codesIn(mails).length, { timeout: 60_000 }).toBe(before + 1);
  await page.locator("#code").fill(codesIn(mails).at(-1) ?? "");
  await page.locator("button[value=check]").click();
  await page.waitForURL(/\/receipt$/);
}

/** The codes that mails brought: six digits at the end of a line, in whatever words. */
function codesIn({ received }: MailServer): readonly string[] {
  return received.flatMap(({ mail }) => /^\D+(\d{6})\D*$/m.exec(mail.text ?? "")?.[1] ?? []);
}
