import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityViolationsWithoutScript, overflowingElements, startBrowser, visit } from "#tests/support/browser";
import type { Client } from "#tests/support/http-client";
import { type Product, startProduct } from "#tests/support/product";
import { createFullOrganisation, type FullOrganisation } from "./two-organisations";

let browser: Browser;
let product: Product;
let ours: FullOrganisation;

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  ours = await createFullOrganisation(product, "VOIDSQ");
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A browser without script that is signed in as a client is. */
async function browserOf(client: Client, width: number): Promise<BrowserContext> {
  const context = await visit(browser, { width, height: 900, script: false });
  await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: product.origin })));
  return context;
}

test("an administrator declares a submission void and its supplier reads why, both without script", async () => {
  const { submitted, signed } = ours.owned;
  const team = await (await browserOf(ours.team, 1440)).newPage();
  await team.goto(`${product.origin}/suppliers/${submitted}`);
  await team.getByRole("link", { name: /^Declare void/ }).click();
  expect(await team.title()).toContain("void");

  await team.getByRole("button", { name: "Declare void" }).click();
  await team.getByText("Reason: this is needed, in a few words").first().waitFor();
  await team.getByLabel("Reason").fill("It was signed by somebody who had left.\nWe need it from her successor.");
  await team.getByRole("button", { name: "Declare void" }).click();
  await team.getByRole("heading", { name: "This submission is void" }).waitFor();
  expect(await accessibilityViolationsWithoutScript(team)).toEqual([]);
  expect(await overflowingElements(team)).toEqual([]);
  await team.getByRole("link", { name: "Start a new campaign" }).waitFor();

  await team.goto(`${product.origin}/suppliers/${submitted}`);
  const page = await team.locator("main").innerText();
  expect(page).toContain("Not rated yet");
  expect(page).toContain("Submitted, then declared void");
  expect(page).toContain("It was signed by somebody who had left.");
  expect(await accessibilityViolationsWithoutScript(team)).toEqual([]);
  expect((await ours.team.get(`/suppliers/${submitted}/attestations/${signed}.json`)).status).toBe(200);

  const supplier = await (await browserOf(ours.done, 390)).newPage();
  for (const path of ["receipt", "answers"]) {
    await supplier.goto(`${product.origin}/attest/${signed}/${path}`);
    await supplier.getByRole("heading", { name: "These answers no longer count" }).waitFor();
    await supplier.getByText("We need it from her successor.").waitFor();
    expect(await accessibilityViolationsWithoutScript(supplier)).toEqual([]);
    expect(await overflowingElements(supplier)).toEqual([]);
  }
});
