import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { chanceOf } from "#tests/soak/chance";
import { startBrowser, visit } from "#tests/support/browser";
import { anEvent } from "#tests/support/factories";
import { type Line, layLine } from "#tests/support/line";
import { launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";

let browser: Browser;
let product: Product;
let line: Line;
let world: Awaited<ReturnType<typeof launchWithLinks>>;
let next = 0;

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  line = await layLine(product.origin);
  world = await launchWithLinks(product.dataDir, { suppliers: 12, contact: { language: "en" } });
});

afterAll(async () => {
  await browser?.close();
  await line?.cut();
  await product?.stop();
});

afterEach(() => line.mend());

type At = { page: Page; base: string };

/** A supplier of their own who has pressed Start, and whose browser keeps the pages that it opens. */
async function begin(): Promise<At> {
  const context = await visit(browser, { width: 390, height: 844, language: "en" });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(line.origin + world.paths[next++]);
  await page.locator("main button.button-start").click();
  await page.waitForURL(/\/attest\/[^/]+$/);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(
    async (path) => navigator.serviceWorker.controller !== null && (await caches.match(path)) !== undefined,
    new URL(page.url()).pathname,
  );
  return { page, base: page.url() };
}

const said = (page: Page, text: RegExp) => page.locator("#saved", { hasText: text }).waitFor();
const waiting = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("avow ")).length);
/** Has the page save now, as leaving it does. */
const leave = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

/** What is on record of an attestation, by question. */
async function record(base: string) {
  const id = base.split("/").at(-1) ?? "";
  const { organisation } = world;
  return withStore(product.dataDir, async (store) => {
    const file = await store.attestations.get(organisation.id, id);
    return { answers: file?.answers ?? {}, revisions: file?.revisions ?? {} };
  });
}

test("what is right is saved as it is given, without a button; what is not complete is kept as typed", async () => {
  const { page, base } = await begin();
  await page.goto(`${base}/G2`);
  await page.locator('label[for="G2.answer.limited"]').click();
  await leave(page);
  await said(page, /Saved at \d\d:\d\d \(UTC/);
  expect((await record(base)).answers.G2).toEqual({ value: { answer: "limited" } });
  // On the same page, based on what it saved itself.
  await page.locator('label[for="G2.answer.no"]').click();
  await leave(page);
  await expect.poll(async () => (await record(base)).answers.G2).toEqual({ value: { answer: "no" } });
  await page.goto(`${base}/A3`);
  await page.locator('[id="A3.name"]').fill("Ida");
  await leave(page);
  await said(page, /Kept as typed/);
  expect((await record(base)).answers.A3).toBeUndefined();
});

test("without a line opened pages open, answers on them wait and are counted, and are sent when it is back", async () => {
  const { page, base } = await begin();
  for (const code of ["G1", "G2", "G4"]) await page.goto(`${base}/${code}`);
  await line.cut();
  await page.locator('label[for="G4.answer.yes"]').click();
  await leave(page);
  await said(page, /Not yet saved: 1 answer\./);
  await page.goto(`${base}/G1`);
  await page.locator('label[for="G1.answer.worker"]').click();
  await leave(page);
  await said(page, /Not yet saved: 2 answers\./);
  await page.goto(`${base}/G2`);
  await page.locator('label[for="G2.answer.yes"]').click();
  await page.locator("#page .actions button:not([name])").click();
  await said(page, /Not yet saved: 3 answers\./);
  const where = page.locator(".unsent");
  expect(await where.isVisible()).toBe(true);
  expect(await where.textContent()).toMatch(/Kept in this browser.*: G1, G2,? and G4\..*Try now$/);
  // By itself it would try again after some seconds.
  const tried = page.waitForEvent("requestfailed", { timeout: 2_000 });
  await where.locator("button").click();
  await tried;
  await said(page, /Not yet saved: 3 answers\./);
  await page.goto(`${base}/H1`);
  await page.waitForURL(/#not-opened$/);
  await page.locator("[role=alert]", { hasText: "has not opened that page before" }).waitFor();
  expect((await record(base)).answers).toEqual({});
  await line.mend();
  await said(page, /Saved at \d\d:\d\d \(UTC/);
  expect(await waiting(page)).toBe(0);
  expect(await where.isHidden()).toBe(true);
  expect(await record(base)).toMatchObject({
    answers: {
      G1: { value: { answer: "worker" } },
      G2: { value: { answer: "yes" } },
      G4: { value: { answer: "yes" } },
    },
    revisions: { G1: 1, G2: 1, G4: 1 },
  });
});

type Unanswered = At & {
  /** Answers a question on the page that is open. */
  choose(choice: string): Promise<void>;
};

/** A supplier whose save of "limited" arrived and was never answered, and who has given a newer answer on the same page since. */
async function unanswered(newer: string): Promise<Unanswered> {
  const { page, base } = await begin();
  await page.goto(`${base}/G4`);
  await page.goto(`${base}/G2`);
  const choose = (choice: string) => page.locator(`label[for="G2.answer.${choice}"]`).click();
  line.swallow();
  await choose("limited");
  await leave(page);
  await said(page, /Not yet saved: 1 answer\./);
  expect(await record(base)).toMatchObject({ answers: { G2: { value: { answer: "limited" } } }, revisions: { G2: 1 } });
  await choose(newer);
  return { page, base, choose };
}

/** The newer answer is on record, once, and nobody was asked which one counts. */
async function isOnRecord({ page, base }: At, answer: string, revision = 2): Promise<void> {
  const kept = { answers: { G2: { value: { answer } } }, revisions: { G2: revision } };
  await expect.poll(() => record(base), { timeout: 20_000 }).toMatchObject(kept);
  await expect.poll(() => waiting(page)).toBe(0);
  expect(await page.locator(".two-answers").count()).toBe(0);
}

test.each<[string, (at: Unanswered) => Promise<unknown>]>([
  ["the page itself", ({ page }) => leave(page)],
  ["another page", ({ page, base }) => page.goto(`${base}/G4`)],
  ["the page opened again", ({ page }) => page.reload()],
  ["its button", ({ page }) => page.locator("#page .actions button:not([name])").click()],
])("an answer that follows one whose save was never answered is saved after it, by %s", async (_, save) => {
  const at = await unanswered("no");
  await line.mend();
  await save(at);
  await isOnRecord(at, "no");
});

test("however often a save is not answered, the newest answer follows it, without a line and from another page", async () => {
  const at = await unanswered("no");
  // Neither is this one answered, which sends the first again and nothing else.
  await leave(at.page);
  await at.choose("yes");
  await line.cut();
  await at.page.reload();
  await at.choose("permission");
  await at.page.goto(`${at.base}/G4`);
  expect((await record(at.base)).revisions).toEqual({ G2: 1 });
  await line.mend();
  await isOnRecord(at, "permission");
});

test("whoever goes back to the very answer whose save was never answered saves it once", async () => {
  const at = await unanswered("no");
  await at.choose("limited");
  await line.mend();
  await leave(at.page);
  await isOnRecord(at, "limited", 1);
});

test("an answer of somebody else is still shown beside one that follows a save that was never answered", async () => {
  const at = await unanswered("no");
  const { organisation } = world;
  await withStore(product.dataDir, async (store) => {
    const attestation = at.base.split("/").at(-1) ?? "";
    const answer = { value: { answer: "yes" } };
    const theirs = { org: organisation.id, attestation, question: "G2", basedOn: 1, answer };
    await store.attestations.saveAnswer({ ...theirs, at: new Date(), audit: anEvent() });
  });
  await line.mend();
  await leave(at.page);
  await at.page.locator(".two-answers").waitFor();
  expect(await record(at.base)).toMatchObject({ answers: { G2: { value: { answer: "yes" } } }, revisions: { G2: 2 } });
});

test("a page that is not there takes no other page along", async () => {
  const { page, base } = await begin();
  await page.goto(`${base}/G2`);
  expect((await page.goto(`${base}/Z9`))?.status()).toBe(404);
  await line.cut();
  await page.goto(`${base}/G2`);
  await page.locator('label[for="G2.answer.yes"]').waitFor();
  await line.mend();
});

test("a device that was signed out on shows nothing of it, with a line or without", async () => {
  const { page, base } = await begin();
  await page.goto(`${base}/G2`);
  await page.goto(`${base}/left`);
  await page.locator(`form[action$="/done"] button`).click();
  await page.waitForURL(/\/done$/);
  await line.cut();
  const opened = await page.goto(`${base}/G2`).catch(() => undefined);
  await line.mend();
  expect(opened).toBeUndefined();
});

test("fifty random interruptions lose nothing and double nothing", async () => {
  const { page, base } = await begin();
  const seed = Date.now();
  const chance = chanceOf(seed);
  const choices = {
    G1: ["worker", "own-locker", "employer-24h"],
    G2: ["yes", "limited", "permission"],
    G4: ["yes", "fine", "consent"],
    I2: ["yes", "no"],
    H3: ["no", "late", "kept-back"],
  };
  const codes = Object.keys(choices) as (keyof typeof choices)[];
  for (const code of codes) await page.goto(`${base}/${code}`);
  const given = new Map<string, string>();
  for (let interruption = 0; interruption < 50; interruption++) {
    const code = chance.pick(codes);
    await (chance.next() < 0.6 ? line.cut() : line.mend());
    if (chance.next() < 0.8) await page.goto(`${base}/${code}`);
    const here = page.url().split("/").at(-1) as keyof typeof choices;
    const choice = chance.pick(choices[here]);
    await page.locator(`label[for="${here}.answer.${choice}"]`).click();
    given.set(here, choice);
    if (chance.next() < 0.5) await (chance.next() < 0.5 ? line.cut() : line.mend());
    if (chance.next() < 0.7) await leave(page);
    if (chance.next() < 0.2) await page.reload();
  }
  await line.mend();
  await leave(page);
  await page.goto(base);
  await expect.poll(() => waiting(page), { timeout: 90_000 }).toBe(0);
  const { answers } = await record(base);
  const kept = Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, answer.value?.answer]));
  expect(kept, `seed ${seed}`).toEqual(Object.fromEntries(given));
});
