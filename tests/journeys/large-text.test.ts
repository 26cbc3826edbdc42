import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openParts, overflowingElements, startBrowser, visit } from "#tests/support/browser";
import { aPdf } from "#tests/support/documents";
import { clientOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { arabicFirm } from "./firms";
import { answerAll, signature, startByLink } from "./posting";

let browser: Browser;
let product: Product;

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** One way of reading: `browser` is the size that the browser is set to, `zoom` what only the text is made larger by. */
type View = { readonly name: string; readonly width: number; readonly browser: number; readonly zoom: string };

const views: readonly View[] = [
  { name: "320 px wide", width: 320, browser: 16, zoom: "" },
  { name: "390 px wide, browser's text twice as large", width: 390, browser: 32, zoom: "" },
  { name: "390 px wide, text at 200 %", width: 390, browser: 16, zoom: "200%" },
];

/** Looks at the page as it stands in every view; what is wider than the window, one line each. */
async function widthFaults(page: Page, devtools: CDPSession): Promise<readonly string[]> {
  const faults: string[] = [];
  const at = new URL(page.url()).pathname.replace(/[\w-]{20,}/g, "…");
  for (const { name, width, browser: size, zoom } of views) {
    await page.setViewportSize({ width, height: 800 });
    await devtools.send("Page.setFontSizes", { fontSizes: { standard: size, fixed: size } });
    await openParts(page);
    const root = await page.evaluate((zoom) => {
      document.documentElement.style.fontSize = zoom;
      return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    }, zoom);
    // A view that changes nothing would find nothing.
    expect(root).toBeGreaterThanOrEqual(zoom === "" ? size : 32);
    for (const line of await overflowingElements(page)) faults.push(`${at}, ${name}: ${line}`);
  }
  return faults;
}

const longName = `${"Mill-inspection-report-of-the-second-spinning-hall-".repeat(3)}2026.pdf`;

async function look(page: Page, devtools: CDPSession, addresses: readonly string[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const address of addresses) {
    const answer = await page.goto(product.origin + address);
    expect([address, answer?.status()]).toEqual([address, 200]);
    faults.push(...(await widthFaults(page, devtools)));
  }
  return faults;
}

/** Sends a form as it stands, without what it asks for, and looks at what comes back. */
async function lookAtErrors(page: Page, devtools: CDPSession, addresses: readonly string[]) {
  const faults: string[] = [];
  for (const address of addresses) {
    await page.goto(product.origin + address);
    await page.locator("#page .actions button[type=submit]:not([name])").click();
    await page.locator(".problem").waitFor();
    faults.push(...(await widthFaults(page, devtools)));
  }
  return faults;
}

test.each(["en", "ar"])(
  "no page of a supplier scrolls sideways with large text or in a narrow window, in %s",
  async (language) => {
    const { paths } = await launchWithLinks(product.dataDir, {
      suppliers: 2,
      contact: { language },
      campaign: { reason: { en: "Because_one_endless_word_of_a_buyer_must_not_push_the_page_apart_either" } },
    });
    const [path = "", other = ""] = paths;
    const client = clientOf(product.origin);
    const base = await startByLink(client, path);
    const context = await visit(browser, { width: 390, height: 800, language });
    await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: product.origin })));
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);

    const faults = [...(await look(page, devtools, [path, base, `${base}/check`, `${base}/sign`, `${base}/answers`]))];
    const asked: string[] = [];
    for (const code of await answerAll(client, base, arabicFirm)) {
      // A later answer may have taken a question away.
      if ((await client.get(`${base}/${code}`)).status === 200) asked.push(code);
    }
    const row = async (question: string, part: string) => {
      const html = await (await client.get(`${base}/${question}`)).text();
      const id = new RegExp(`"row:${part}/([\\w-]+)/remove"`).exec(html)?.[1];
      return `${base}/${question}/${part}/${id}`;
    };
    const site = await row("B1", "sites");
    faults.push(
      ...(await look(
        page,
        devtools,
        asked.map((code) => `${base}/${code}`),
      )),
    );
    faults.push(
      ...(await look(page, devtools, [
        ...["", "/check", "/sign", "/answers", "/left", "/B1/sites/new", "/B1/sites/paste"].map((at) => base + at),
        ...[site, `${site}/remove`, await row("C1", "goods"), await row("D1", "workforce")],
        ...["/attest-help", `${other}/decline?reason=wrong-contact`, `${other}/decline?reason=not-supplier`],
        `${other}/unsubscribe`,
      ])),
    );
    faults.push(...(await lookAtErrors(page, devtools, [`${base}/B1/sites/new`, `${base}/sign`])));

    await page.goto(`${product.origin}${base}/B1/sites/paste`);
    await page
      .locator("#text")
      .fill("Plant 2\tA street\tA province\tChina\tSewing\t12\nPlant 3\t\t\tAtlantis\tSewing\tmany");
    await page.locator("#page .actions button").click();
    await page.locator("table.rows").waitFor();
    faults.push(...(await widthFaults(page, devtools)));

    await page.goto(`${product.origin}${base}/E1/evidence`);
    await page.locator("#file").setInputFiles({ name: longName, mimeType: "application/pdf", buffer: aPdf() });
    await page.locator("main form .actions button").click();
    await page.locator(".file-name").waitFor();
    faults.push(...(await widthFaults(page, devtools)));
    faults.push(...(await look(page, devtools, [`${base}/E1`])));

    await client.post(`${base}/sign`, await signature(client, base));
    faults.push(...(await look(page, devtools, [`${base}/receipt`, `${base}/answers`, path])));
    await context.close();
    expect(faults).toEqual([]);
  },
  600_000,
);
