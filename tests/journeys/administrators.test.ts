import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  accessibilityViolationsWithoutScript,
  openParts,
  overflowingElements,
  startBrowser,
  visit,
} from "#tests/support/browser";
import { aZip } from "#tests/support/documents";
import type { Client } from "#tests/support/http-client";
import { type Product, startProduct } from "#tests/support/product";
import { colleague, createFullOrganisation, type FullOrganisation } from "./two-organisations";

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

/** That a page can be read by everybody, at the width that it is shown in. */
async function look(page: Page): Promise<void> {
  expect(await accessibilityViolationsWithoutScript(page)).toEqual([]);
  expect(await overflowingElements(page)).toEqual([]);
}

const macros = aZip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>", "xl/vbaProject.bin": "x" });

test("a dangerous document is kept apart for everybody, until an administrator releases it", async () => {
  const { supplier: id, attestation } = ours.owned;
  const team = await (await browserOf(ours.team, 1440)).newPage();
  await team.goto(`${product.origin}/settings/documents`);
  await team.getByLabel("Keep them apart").check();
  await team.getByRole("button", { name: "Save" }).click();
  await team.getByText("It counts for documents that arrive from now on").waitFor();

  const supplier = await (await browserOf(ours.working, 390)).newPage();
  await supplier.goto(`${product.origin}/attest/${attestation}/A2/evidence`);
  await supplier
    .locator("input[type=file]")
    .setInputFiles({ name: "wages.xlsx", mimeType: "application/zip", buffer: macros });
  await supplier.locator("main form[enctype] button[type=submit]").first().click();
  await supplier.getByText("This file arrived and is kept apart, because it holds macros").first().waitFor();
  await look(supplier);
  const remove = await supplier.locator("a[href$='/remove']").first().getAttribute("href");
  const evidence = remove?.split("/").at(-2) ?? "";
  expect((await ours.working.get(`/attest/${attestation}/evidence/${evidence}`)).status).not.toBe(200);

  const file = `/suppliers/${id}/evidence/${evidence}`;
  expect((await ours.team.get(file)).headers.get("location")).toContain("/kept-apart");
  const viewer = await colleague(product, ours.owned.organisation, "viewer");
  for (const path of ["kept-apart", "kept-apart/file"]) {
    expect((await viewer.post(`${file}/${path}`, [])).status).toBe(403);
  }
  expect((await viewer.get(file)).headers.get("location")).toContain("/kept-apart");

  await team.goto(`${product.origin}${file}`);
  await team.getByText("This document holds macros").waitFor();
  await look(team);
  const [download] = await Promise.all([
    team.waitForEvent("download"),
    team.getByRole("button", { name: "Download the file that is kept apart" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("wages.xlsx.kept-apart");
  expect(readFileSync(await download.path())).toEqual(macros);
  await team.getByRole("button", { name: "Release", exact: true }).click();
  await team.getByText(/^Released by /).waitFor();
  await look(team);
  for (const reader of [ours.team, viewer]) {
    const opened = await reader.get(file);
    expect([opened.status, Buffer.from(await opened.arrayBuffer())]).toEqual([200, macros]);
    expect(opened.headers.get("content-disposition")).toMatch(/^attachment; filename="wages.xlsx"/);
  }
  const trail = await (await ours.team.get("/settings/trail")).text();
  expect(trail).toMatch(/released/i);
});

test("an administrator declares a submission void and its supplier reads why, both without script", async () => {
  const { submitted, signed } = ours.owned;
  const team = await (await browserOf(ours.team, 1440)).newPage();
  await team.goto(`${product.origin}/suppliers/${submitted}`);
  const asked = team.locator("details", {
    has: team.getByRole("link", { name: /^Declare void/, includeHidden: true }),
  });
  await asked.locator("summary").first().click();
  await team.getByRole("link", { name: /^Declare void/ }).click();
  expect(await team.title()).toContain("void");

  await team.getByRole("button", { name: "Declare void" }).click();
  await team.getByText("Reason: this is needed, in a few words").first().waitFor();
  await team.getByLabel("Reason").fill("It was signed by somebody who had left.\nWe need it from her successor.");
  await team.getByRole("button", { name: "Declare void" }).click();
  await team.getByRole("heading", { name: "This submission is void" }).waitFor();
  await look(team);
  await team.getByRole("link", { name: "Start a new campaign" }).waitFor();

  await team.goto(`${product.origin}/suppliers/${submitted}`);
  await openParts(team);
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
    await look(supplier);
  }
});

test("an administrator finds one person's data, gives it to them, and takes it out, without script", async () => {
  const name = "Contact VOIDSQ";
  const team = await (await browserOf(ours.team, 390)).newPage();
  const search = async (text: string) => {
    await team.goto(`${product.origin}/settings/persons`);
    await team.getByLabel("Name or e-mail address").fill(text);
    await team.getByRole("button", { name: "Search" }).click();
  };
  await search("contact voidsq");
  await look(team);
  const found = team.locator("a[href^='/settings/persons/contact/']").first();
  expect(await found.innerText()).toBe(name);
  await found.click();
  await team.getByRole("heading", { name }).waitFor();
  await look(team);
  const page = new URL(team.url()).pathname;
  const email = /[\w.-]+@[\w.-]+/.exec(await team.locator(".head-meta").innerText())?.[0] ?? "";
  expect(email).not.toBe("");
  const json = await ours.team.get(`${page}.json`);
  expect(json.headers.get("content-disposition")).toMatch(/^attachment; filename="personal-data-[\d-]+\.json"/);
  const given: unknown = await json.json();
  expect(given).toMatchObject({ name, email, contacts: [{}], requests: [{}] });
  expect(await (await ours.team.get(`${page}.csv`)).text()).toContain(email);
  const viewer = await colleague(product, ours.owned.organisation, "viewer");
  expect((await viewer.get(page)).status).toBe(403);
  expect((await viewer.post(page, [])).status).toBe(403);

  await team.getByRole("link", { name: "Erase…" }).click();
  await team.getByRole("heading", { name: `Erase the data of ${name}?` }).waitFor();
  await look(team);
  await team.getByRole("button", { name: `Erase the data of ${name}` }).click();
  await team.getByText("Erased.", { exact: true }).waitFor();
  await look(team);
  await search(email);
  await team.getByText("Nobody was found").waitFor();
  const { supplier, submitted } = ours.owned;
  const lists = [`/suppliers/${supplier}`, `/suppliers/${submitted}`, "/suppliers.csv", "/settings/trail"];
  for (const path of [page, `${page}.json`, ...lists]) {
    const shown = await (await ours.team.get(path)).text();
    // The contact of the other supplier has the same name and is somebody else.
    expect([path, shown.includes(email), shown.includes(name) && path.startsWith(page)]).toEqual([path, false, false]);
  }
  expect(await (await ours.team.get("/settings/trail")).text()).toContain("Data of one person erased");

  await search("SIGNER voidsq");
  await team.getByRole("link", { name: "Signer VOIDSQ" }).click();
  await team.getByText("Everything that was signed under this name").waitFor();
  expect(await team.getByRole("link", { name: "Erase…" }).count()).toBe(0);
  await look(team);
  const signer = await ours.team.get(`${new URL(team.url()).pathname}.json`);
  expect(await signer.json()).toMatchObject({ kind: "signer", name: "Signer VOIDSQ", signed: [{}] });
});
