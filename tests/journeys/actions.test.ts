import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  accessibilityViolationsInBothSchemes,
  accessibilityViolationsWithoutScript,
  overflowingElements,
  settled,
  startBrowser,
  visit,
} from "#tests/support/browser";
import { clientOf, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { cleanFirm } from "./firms";
import { answerAll, signature, startByLink } from "./posting";
import { colleague } from "./two-organisations";

let product: Product;
let browser: Browser;
let cookie: string;
let paths: readonly string[];
let suppliers: readonly string[];

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  const world = await launchWithLinks(product.dataDir, { suppliers: 3, contact: { language: "en" } });
  paths = world.paths;
  suppliers = world.recipients.map(({ supplier }) => supplier.id);
  for (const path of paths) {
    const supplier = clientOf(product.origin);
    const base = await startByLink(supplier, path);
    await answerAll(supplier, base, { ...cleanFirm, E3: { answer: "no-not-asked" } });
    await redirectPathOf(await supplier.post(`${base}/sign`, await signature(supplier, base)));
  }
  const analyst = await colleague(product, world.organisation.id, "analyst");
  cookie = analyst.cookies.get("avow_team") ?? "";
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const faults: string[] = [];

async function pageIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("console", (message) => {
    // What is shown again because something is wrong with it is answered so.
    const isRefused = message.text().includes("status of 422");
    if (!isRefused && ["error", "warning"].includes(message.type()))
      faults.push(`console on ${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error on ${page.url()}: ${error.message}`));
  return page;
}

async function look(page: Page, script: boolean): Promise<void> {
  if (script) await settled(page);
  const found = script
    ? await accessibilityViolationsInBothSchemes(page)
    : await accessibilityViolationsWithoutScript(page);
  faults.push(...[...(await overflowingElements(page)), ...found].map((fault) => `${page.url()}: ${fault}`));
}

/** A day so many days from now, as date fields take it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const proof = {
  name: "replies.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n% all partners replied\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
};

describe.each([
  { place: 0, script: true, width: 1440 },
  { place: 1, script: true, width: 320 },
  { place: 2, script: false, width: 390 },
])("a corrective action with a window of $width px, JavaScript: $script", ({ place, script, width }) => {
  it("goes from a red flag to closed: asked, answered, accepted, proven, given back, proven again, done", async () => {
    faults.length = 0;
    const desk = await visit(browser, { width, script });
    await desk.addCookies([{ name: "avow_team", value: cookie, url: product.origin }]);
    const team = await pageIn(desk);
    const supplierSide = await visit(browser, { width, script });
    const supplier = await pageIn(supplierSide);

    await team.goto(`${product.origin}/actions/new?supplier=${suppliers[place]}`);
    await look(team, script);
    await team.locator("li", { hasText: "E3" }).getByRole("link").first().click();
    await team.getByLabel("Cause").fill("Nobody wrote to them");
    await team.getByLabel("What closes it").fill("Ask all partners in writing, and keep what they reply");
    await team.getByLabel("Due").fill(inDays(20));
    await look(team, script);
    await team.getByRole("button", { name: "Open the action" }).click();
    await team.getByRole("heading", { name: "Do no harm" }).waitFor();
    expect(await team.locator("main").innerText()).toContain("−2.08 if accepted");
    await look(team, script);
    await team.getByRole("button", { name: "Ask the supplier" }).click();
    await team.getByText("Asked by").first().waitFor();
    const address = team.url();

    await supplier.goto(`${product.origin}${paths[place]}`);
    await supplier.getByRole("button", { name: "Open what is asked" }).click();
    await supplier.getByRole("heading", { name: "Keep people safe first" }).waitFor();
    await look(supplier, script);
    await supplier.locator(".asked-actions a").click();
    await look(supplier, script);
    await supplier.getByRole("button", { name: /^Send to/ }).click();
    await supplier.getByRole("alert").waitFor();
    await supplier.getByLabel("What you will do, or have done").fill("We write to all nine this week");
    await supplier.getByLabel("Who does it").fill("Purchasing");
    await supplier.getByLabel("Done by").fill(inDays(10));
    await supplier.getByLabel("Begun", { exact: true }).check();
    await supplier.getByLabel("Anything else").fill("Two of them closed");
    await supplier.getByRole("button", { name: /^Send to/ }).click();
    await supplier.getByText("Two of them closed").waitFor();

    await team.goto(address);
    await team.getByText("We write to all nine this week").first().waitFor();
    await team.getByRole("button", { name: "Accept the plan" }).click();
    await team.getByText("−2.08 while on time").waitFor();
    await look(team, script);

    await supplier.reload();
    await supplier.locator("#file").setInputFiles(proof);
    await supplier.getByRole("button", { name: "Send the files" }).click();
    await supplier.getByText("replies.pdf").waitFor();
    await supplier.getByText("Your proof is with").waitFor();
    await look(supplier, script);

    await team.goto(address);
    await team.getByRole("link", { name: "replies.pdf" }).waitFor();
    await team.locator("summary", { hasText: "Give the proof back" }).click();
    await team.getByRole("button", { name: "Give it back" }).click();
    await team.getByRole("alert").waitFor();
    await team.locator("#returned-text").fill("One reply is missing");
    await team.getByRole("button", { name: "Give it back" }).click();
    await team.getByText("Proof given back by").waitFor();

    await supplier.reload();
    await supplier.getByText("One reply is missing").waitFor();
    await supplier
      .locator("#file")
      .setInputFiles({ ...proof, name: "last-reply.pdf", buffer: Buffer.concat([proof.buffer, Buffer.from("% 2\n")]) });
    await supplier.getByRole("button", { name: "Send the files" }).click();
    await supplier.getByText("last-reply.pdf").waitFor();

    await team.goto(`${product.origin}/actions?view=proof`);
    await look(team, script);
    await team.locator(".action-name a").first().click();
    await team.getByRole("button", { name: "Accept as done" }).click();
    await team.getByText("This action is closed.").waitFor();
    await team.goto(`${product.origin}/actions?view=closed&shape=board`);
    await look(team, script);
    expect(await team.locator("main").innerText()).toContain("Done");

    await supplier.reload();
    await supplier.getByText("accepts it as done").waitFor();
    expect(await supplier.getByRole("button", { name: /^Send to/ }).count()).toBe(0);
    expect(faults).toEqual([]);
    await desk.close();
    await supplierSide.close();
  }, 120_000);
});
