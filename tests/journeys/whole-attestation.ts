import { createHash } from "node:crypto";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { findLanguage } from "#app/i18n/languages";
import { visit } from "#tests/support/browser";
import { everythingIn } from "#tests/support/http-client";
import { launchWithLinks, type Product } from "#tests/support/product";
import { answerQuestion, fillIn, goOn, inspect, inspection, openQuestion, stillThere } from "./answering";
import type { Firm } from "./firms";

/** A phone without JavaScript. */
export async function phone(browser: Browser, language: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await visit(browser, { width: 320, height: 640, language, script: false });
  context.setDefaultTimeout(30_000);
  return { context, page: await context.newPage() };
}

export async function answerUntil(
  page: Page,
  firm: Firm,
  seen: ReturnType<typeof inspection>,
  stop: string,
): Promise<string[]> {
  const asked: string[] = [];
  for (let question = openQuestion(page); question !== "" && question !== stop; question = openQuestion(page)) {
    if (asked.includes(question)) throw new Error(`${question} is asked a second time: ${page.url()}`);
    asked.push(question);
    await answerQuestion(page, firm, seen);
  }
  return asked;
}

export async function sign(page: Page, person: string): Promise<void> {
  await fillIn(page, [
    ["O2.name", person],
    ["O2.job", "Compliance"],
    ["O2.sharing", "buyer"],
    ["O2.authority", "yes"],
  ]);
  await page.locator(goOn).click();
  await page.waitForURL(/\/receipt$/);
}

/** The receipt shows its reference and the SHA-256 of the file that it offers, byte for byte. */
export async function checkReceipt(page: Page, reference: string): Promise<void> {
  const shown = (await page.locator("main").innerText()).replace(/\s+/g, "");
  const file = await page.context().request.get(`${page.url()}.json`);
  expect(file.status()).toBe(200);
  const hash = createHash("sha256")
    .update(await file.body())
    .digest("hex");
  expect(shown).toContain(hash);
  expect(shown).toContain(reference);
  expect(JSON.parse(await file.text())).toMatchObject({ reference });
}

/** Somebody who answers for a firm in one language and reads a question in another one meanwhile. */
type Answering = {
  readonly language: string;
  readonly firm: Firm;
  readonly other: string;
  readonly person: string;
};

/** Two sittings on two small phones, from the link to a receipt that adds up; everything that is kept is looked at. */
export async function answersNearlyAll(
  browser: Browser,
  product: Product,
  { language, firm, other, person }: Answering,
): Promise<void> {
  const world = await launchWithLinks(product.dataDir, { contact: { language } });
  const path = world.paths[0] ?? "";
  const seen = inspection();
  const first = await phone(browser, language);
  let { page } = first;

  const before = everythingIn(product.dataDir);
  for (let times = 0; times < 3; times += 1) {
    await page.goto(product.origin + path);
    await page.context().request.head(product.origin + path);
  }
  expect(everythingIn(product.dataDir)).toEqual(before);
  expect(await page.locator("html").getAttribute("lang")).toBe(language);
  expect(await page.locator("html").getAttribute("dir")).toBe(findLanguage(language)?.dir);
  await inspect(page, "landing", seen);

  await page.locator("main button.button-start").click();
  await page.waitForURL(/\/attest\/[^/]+$/);
  const base = page.url();
  await inspect(page, "tasks", seen);
  await page.locator("main a.button").first().click();

  const asked = await answerUntil(page, firm, seen, "F3");
  await changeLanguageAndBack(page, { language, other, seen });
  asked.push(...(await answerUntil(page, firm, seen, "G1")));

  // Half of the answer to a question is typed when the bus comes.
  await page.locator("#page details:has(textarea) summary").click();
  await fillIn(page, [["G1.comment", person]]);
  await page.locator("#page button[value=leave]").click();
  await page.waitForURL(/\/left$/);
  await inspect(page, "left", seen);
  await first.context.close();

  const second = await phone(browser, language);
  page = second.page;
  await page.goto(product.origin + path);
  await page.locator("main button.button-start").click();
  await page.waitForURL(base);
  await inspect(page, "tasks half done", seen);
  await page.locator("main a.button").first().click();
  expect(openQuestion(page)).toBe("G1");
  seen.faults.push(...(await stillThere(page, [["G1.comment", person]])));
  asked.push(...(await answerUntil(page, firm, seen, "")));
  expect(asked.length).toBeGreaterThanOrEqual(55);

  await page.goto(base);
  await inspect(page, "tasks done", seen);
  const sections = await page
    .locator("ul.tasks a[href*='/attest/']")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(sections.length).toBeGreaterThanOrEqual(14);
  for (const section of new Set(sections)) {
    const answer = await page.goto(section);
    expect(answer?.status(), section).toBe(200);
  }

  await page.goto(`${base}/check`);
  await inspect(page, "check", seen);
  await page.goto(`${base}/answers`);
  await inspect(page, "all answers", seen);
  await page.goto(`${base}/check`);
  await page.locator("main a[href$='/sign']").first().click();
  await page.waitForURL(/\/sign$/);
  await inspect(page, "sign", seen);
  await sign(page, person);
  await inspect(page, "receipt", seen);
  await checkReceipt(page, world.recipient.attestation.reference);

  // What was sent stays: the link leads to the receipt, and no question can be opened any more.
  await page.goto(product.origin + path);
  await inspect(page, "landing of what was sent", seen);
  await page.goto(`${base}/E1`);
  expect(page.url()).toMatch(/\/receipt$/);
  await second.context.close();
  expect([...new Set(seen.faults)].join("\n")).toBe("");
}

/** Switches the language in the middle of a question: what is typed stays, and stays again on the way back. */
async function changeLanguageAndBack(
  page: Page,
  { language, other, seen }: { language: string; other: string; seen: ReturnType<typeof inspection> },
): Promise<void> {
  const typed = [
    ["F3.answer", "medical"],
    ["F3.comment", "Halfway"],
  ] as const;
  await page.locator("#page details:has(textarea) summary").click();
  await fillIn(page, typed);
  for (const to of [other, language]) {
    await page.locator(`button[name=language][value="${to}"]`).click();
    await page.waitForLoadState("domcontentloaded");
    expect(await page.locator("html").getAttribute("lang")).toBe(to);
    seen.faults.push(...(await stillThere(page, typed)).map((line) => `after a change to ${to}: ${line}`));
    await inspect(page, `question in ${to}`, seen);
  }
  // Back to how the firm answers.
  await page.locator('#page label[for="F3.answer.medical"]').click();
}

/** Errors, lines, evidence, what stands before signing, and what links of every kind lead to. */
export async function keepsPagesBeside(browser: Browser, product: Product, language: string): Promise<void> {
  const world = await launchWithLinks(product.dataDir, { contact: { language } });
  const link = product.origin + (world.paths[0] ?? "");
  const { page, context } = await phone(browser, language);
  const seen = inspection();
  await page.goto(link);
  await page.locator("main button.button-start").click();
  await page.waitForURL(/\/attest\/[^/]+$/);
  const base = page.url();

  await page.goto(`${base}/E1`);
  await page.locator(goOn).click();
  await page.locator(".problem").waitFor();
  await inspect(page, "question with an error", seen);
  await page.goto(`${base}/B1/sites/new`);
  await page.locator(goOn).click();
  await page.locator(".problem").waitFor();
  await inspect(page, "line with errors", seen);
  await fillIn(page, [
    ["B1.sites.name", "Guimarães"],
    ["B1.sites.country", "PT"],
    ["B1.sites.activity", "Spinning"],
    ["B1.sites.workers", "60"],
  ]);
  await page.locator(goOn).click();
  await page.locator("main button[value$='/remove']").first().click();
  await inspect(page, "removal of a line", seen);
  for (const path of ["/B1/sites/paste", "/E1/evidence", "/check", "/sign"]) {
    const answer = await page.goto(base + path);
    expect([path, answer?.status()]).toEqual([path, 200]);
    await inspect(page, `${path} before all is answered`, seen);
  }
  const others = ["/attest-help", "/s/nothing", "/attest/nobody", `${new URL(link).pathname}/unsubscribe`];
  for (const path of [...others, `${new URL(link).pathname}/decline?reason=wrong-contact`]) {
    await page.goto(product.origin + path);
    await inspect(page, path.replace(/[\w-]{30,}/, "…"), seen);
  }
  await page.locator("main form button:not([name])").first().click();
  await inspect(page, "declined", seen);
  const dead = await page.goto(link);
  expect(dead?.status()).toBe(410);
  await inspect(page, "link of a request that was declined", seen);
  await context.close();
  expect([...new Set(seen.faults)].join("\n")).toBe("");
}
