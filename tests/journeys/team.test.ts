import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  accessibilityViolationsInBothSchemes,
  accessibilityViolationsWithoutScript,
  openParts,
  overflowingElements,
  settled,
  startBrowser,
  visit,
} from "#tests/support/browser";
import { clientOf, redirectPathOf } from "#tests/support/http-client";
import { aDataFolder, type Product, startProduct } from "#tests/support/product";
import { chineseFirm } from "./firms";
import { answerAll, signature, startByLink } from "./posting";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const password = "seven small blue boats";

/** A list as Excel saves it in Germany: UTF-16, semicolons, one country that is none and one line twice. */
const list = [
  "Name;Country;E-mail;Supplier number;Language",
  "丹东海潮服装有限公司;China;export@haichao.example;V-1;zh-Hans",
  "Fiação do Ave, Lda.;Portugal;rita@fiacao.example;V-2;en",
  "Fiação do Ave, Lda.;Portugal;rita@fiacao.example;V-2;en",
  "Lost & Found;Atlantis;hello@lost.example;V-3;en",
].join("\r\n");
const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(list, "utf16le")]);

type Watched = { readonly page: Page; readonly context: BrowserContext; readonly faults: string[]; script: boolean };

/** A page of which everything that the browser complains about is kept: errors, warnings, refused by the policy. */
async function watched(width: number, script: boolean): Promise<Watched> {
  const context = await visit(browser, { width, height: 900, script });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console on ${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error on ${page.url()}: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} from ${response.url()}`);
  });
  return { page, context, faults, script };
}

/** Waits until the page is as it stays, then looks for what sticks out and for what axe finds. */
async function look({ page, faults, script }: Watched, name: string): Promise<void> {
  if (script) await settled(page);
  else await page.waitForLoadState();
  faults.push(...(await overflowingElements(page)).map((line) => `${name} sticks out: ${line}`));
  const found = script
    ? await accessibilityViolationsInBothSchemes(page)
    : await accessibilityViolationsWithoutScript(page);
  faults.push(...found.map((fault) => `${name} ${fault}`));
}

/** Sends the page's form, which some pages do by script and some as a document, and waits for what comes of it. */
async function submit({ page, script }: Watched): Promise<void> {
  const loaded = page.waitForEvent("load");
  // Where the form goes by script, no document is loaded, and that is no fault.
  loaded.catch(() => undefined);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator("main form[method=post] button[type=submit]").first().click();
  if ((await answered).request().isNavigationRequest()) await loaded;
  if (script) await settled(page);
}

async function setUpLink(product: Product): Promise<string> {
  for (;;) {
    const link = /http:\/\/\S+\/setup\/[\w-]+/.exec(product.output())?.[0];
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Every control that Tab can reach is reached in turn, and each shows where the focus is. */
async function faultsOfTabbing(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const wanted = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex='0']"),
    ];
    const reachable = all.filter((element) => {
      if (element.tabIndex < 0 || element.matches(":disabled, [type=hidden]")) return false;
      return element.checkVisibility({ visibilityProperty: true });
    });
    const groups = new Set<string>();
    let count = 0;
    for (const element of reachable) {
      // A group of radio buttons is one stop.
      const group = element instanceof HTMLInputElement && element.type === "radio" ? element.name : undefined;
      if (group !== undefined && groups.has(group)) continue;
      if (group !== undefined) groups.add(group);
      element.dataset.wanted = String(count);
      count += 1;
    }
    return count;
  });
  const reached = new Set<string>();
  for (let stop = 0; stop < wanted + 3; stop += 1) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return undefined;
      const style = getComputedStyle(element);
      const seen = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
      return {
        wanted: element.dataset.wanted,
        seen: seen || style.boxShadow !== "none",
        html: element.outerHTML.slice(0, 120),
      };
    });
    if (focus?.wanted !== undefined) reached.add(focus.wanted);
    if (focus && !focus.seen) faults.push(`focus cannot be seen on ${focus.html}`);
  }
  if (reached.size < wanted) faults.push(`Tab reaches ${reached.size} of ${wanted} controls of ${page.url()}`);
  return faults;
}

describe.concurrent.each([
  { script: true, width: 1440 },
  { script: false, width: 390 },
])("a buyer's team with a window of $width px, JavaScript: $script", ({ script, width }) => {
  it("sets up, imports a list with mistakes, launches a campaign, and sees why a supplier is rated as it is", async () => {
    const product = await startProduct(aDataFolder());
    const seen = await watched(width, script);
    const { page } = seen;
    try {
      await page.goto(await setUpLink(product));
      await look(seen, "setup");
      await page.locator("#organisation").fill("Nordwind Apparel GmbH");
      await page.locator("#name").fill("Ida Lindqvist");
      await page.locator("#email").fill("ida@nordwind.example");
      await page.locator("#password").fill(password);
      await submit(seen);
      expect(new URL(page.url()).pathname).toBe("/");
      await look(seen, "first day");

      await signOutAndIn(seen);
      await importList(seen);
      const campaign = await launch(seen);
      const link = await linkOfFirst(seen, campaign);

      const supplier = clientOf(product.origin);
      const base = await startByLink(supplier, new URL(link).pathname);
      await answerAll(supplier, base, chineseFirm);
      await redirectPathOf(await supplier.post(`${base}/sign`, await signature(supplier, base, "王磊")));

      await readRating(seen);
      if (script) await tryKeyboard(seen);
      for (const path of [
        "/questionnaires",
        "/questionnaires/forced-labour/1",
        "/settings",
        "/settings/reference",
        "/settings/mail",
        "/settings/people",
      ]) {
        await page.goto(product.origin + path);
        await look(seen, path);
        // A form of one field is there at every width, with the button that sends it.
        if (path === "/questionnaires/forced-labour/1") {
          expect(await page.locator("#in").isVisible()).toBe(true);
          expect(await page.locator("form:has(#in) button").isVisible()).toBe(true);
        }
      }
      await page.goto(`${product.origin}/suppliers/nobody`);
      expect(await page.locator("main").innerText()).toMatch(/no such page/i);
      await page.goto(`${product.origin}/nobody/nowhere`);
      expect(await page.locator("main").innerText()).toMatch(/no such page/i);
      expect(await page.locator("header a[href='/suppliers']").count()).toBeGreaterThan(0);
      await page.locator("main a[href='/']").click();
      await page.waitForURL(`${product.origin}/`);
      const expected = seen.faults.filter((fault) => !/nobody.*status of 404/.test(fault));
      expect([...new Set(expected)].join("\n")).toBe("");
    } finally {
      await seen.context.close();
      await product.stop();
    }
  }, 360_000);
});

async function signOutAndIn(seen: Watched): Promise<void> {
  const { page } = seen;
  const small = page.locator(".bar-small summary");
  if (await small.isVisible()) await small.click();
  await page.locator("form[action='/logout'] button:visible").first().click();
  await page.waitForURL(/\/login/);
  await look(seen, "login");
  await page.locator("#email").fill("ida@nordwind.example");
  await page.locator("#password").fill(password);
  await submit(seen);
  expect(new URL(page.url()).pathname).toBe("/");
}

const imported = "[role=status] a[href='/suppliers']";

async function importList(seen: Watched): Promise<void> {
  const { page } = seen;
  const origin = new URL(page.url()).origin;
  await page.goto(`${origin}/suppliers/import`);
  await look(seen, "import");
  await page.locator("#file").setInputFiles({ name: "Lieferanten.csv", mimeType: "text/csv", buffer: bytes });
  await submit(seen);
  await look(seen, "import preview");
  const preview = await page.locator("main").innerText();
  expect(preview).toContain("Atlantis");
  expect(preview).toContain("丹东海潮服装有限公司");
  const refused = await page.request.get(`${page.url()}/refused.csv`);
  expect(await refused.text()).toContain("Atlantis");
  await submit(seen);
  await page.waitForSelector(imported);
  await look(seen, "import done");

  await page.goto(`${origin}/suppliers/import`);
  await page.locator("#pasted").fill("Name;Country;E-mail;Supplier number\nLost & Found;Malta;hello@lost.example;V-3");
  await submit(seen);
  await submit(seen);
  await page.waitForSelector(imported);
  await page.goto(`${origin}/suppliers`);
  expect(await page.locator("main tbody tr:has(a)").count()).toBe(3);
  await look(seen, "suppliers without ratings");
}

/** A draft is found again on the first page, and going through it once more changes nobody that was chosen. */
async function goOnFromToday(seen: Watched): Promise<void> {
  const { page } = seen;
  const checks = page.url();
  await page.goto(new URL("/", checks).href);
  await look(seen, "today with a draft");
  await page.getByRole("link", { name: "Spring 2026" }).click();
  await page.waitForURL(/\/campaigns\/[\w-]+$/);
  await look(seen, "campaign: draft");
  // Five steps are done, reminders among them; the sixth is the launch.
  expect(await page.locator("main ol li.is-done").count()).toBe(5);
  expect(await page.locator("main a.button").getAttribute("href")).toBe(new URL(checks).pathname);
  await page.locator("main a[href$='/questionnaire']").click();
  await page.waitForURL(/\/questionnaire$/);
  await page.goto(checks.replace(/launch$/, "recipients"));
  expect(await page.locator("input[name=mode]:checked").getAttribute("value")).toBe("kept");
  await submit(seen);
  await page.waitForURL(/\/message$/);
  await page.goto(checks);
  await look(seen, "campaign: launch, again");
}

async function launch(seen: Watched): Promise<string> {
  const { page } = seen;
  await page.goto(`${new URL(page.url()).origin}/campaigns/new`);
  await look(seen, "new campaign");
  await page.locator("#name").fill("Spring 2026");
  // The newest version is offered first; the firm of this journey answers the first.
  expect(await page.locator("#version").inputValue()).toBe("forced-labour@2");
  await page.locator("#version").selectOption("forced-labour@1");
  for (const step of ["recipients", "message", "due", "launch"]) {
    await submit(seen);
    await page.waitForURL(new RegExp(`/${step}$`));
    await look(seen, `campaign: ${step}`);
    if (step === "message") await page.locator("[name='reason-en']").fill("Goods made by forced labour are barred.");
  }
  await goOnFromToday(seen);
  await submit(seen);
  await page.waitForURL(/\/campaigns\/[\w-]+$/);
  await look(seen, "campaign");
  return page.url();
}

/** The link of the supplier in China, as somebody would copy it out of the campaign's page. */
async function linkOfFirst(seen: Watched, campaign: string): Promise<string> {
  const { page } = seen;
  await page.goto(`${campaign}?q=${encodeURIComponent("丹东")}`);
  const field = page.locator("input.copy-field").first();
  const link = await field.inputValue();
  const more = await page.locator("a[href*='/invitations/']").first().getAttribute("href");
  await page.goto(new URL(more?.split("#")[0] ?? "", campaign).href);
  await look(seen, "invitation");
  expect(await page.locator("#link").inputValue()).toBe(link);
  return link;
}

async function readRating(seen: Watched): Promise<void> {
  const { page } = seen;
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/suppliers`);
  await look(seen, "suppliers");
  const row = page.locator("main tbody tr", { hasText: "丹东海潮服装有限公司" });
  expect(await row.innerText()).toMatch(/Low|Medium|High|Critical/);
  const file = await page.request.get(`${origin}/suppliers.csv`);
  const line = (await file.text()).split("\r\n").find((one) => one.includes("丹东海潮服装有限公司"));
  expect(line).toMatch(/low|medium|high|critical/i);
  await row.locator("a[href*='/suppliers/']").first().click();
  await page.waitForURL(/\/suppliers\/[\w-]+(\?.*)?$/);
  await look(seen, "supplier");
  await openParts(page);
  const why = await page.locator("#why").innerText();
  // Stock made while North Korean workers were there holds the band.
  expect(why).toMatch(/\bE8\b/);
  // Every step stands below, each with the question that it comes from.
  const steps = await page.locator("main").innerText();
  for (const question of ["E2", "E3", "E5", "D3"]) expect(steps).toMatch(new RegExp(`\\b${question}\\b`));
}

async function tryKeyboard(seen: Watched): Promise<void> {
  const { page, faults } = seen;
  const { origin } = new URL(page.url());
  for (const path of ["/suppliers", "/campaigns/new"]) {
    await page.goto(origin + path);
    await settled(page);
    faults.push(...(await faultsOfTabbing(page)));
  }
  await page.goto(`${origin}/suppliers`);
  await settled(page);
  await page.keyboard.press("/");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");
  await page.keyboard.type("Fiação");
  await page.keyboard.press("Enter");
  await page.waitForURL(/Fia/);
  await settled(page);
  expect(await page.locator("main tbody tr:has(a)").count()).toBe(1);
}
