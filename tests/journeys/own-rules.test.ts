import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  accessibilityViolationsInBothSchemes,
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
let analyst: Page;
let admin: Page;

beforeAll(async () => {
  [browser, product] = [await startBrowser(), await startProduct()];
  const world = await launchWithLinks(product.dataDir, { suppliers: 2 });
  const supplier = clientOf(product.origin);
  const base = await startByLink(supplier, world.paths[0] ?? "");
  await answerAll(supplier, base, cleanFirm);
  await redirectPathOf(await supplier.post(`${base}/sign`, await signature(supplier, base)));
  analyst = await open(await colleague(product, world.organisation.id, "analyst"), 1440);
  admin = await open(await colleague(product, world.organisation.id, "admin"), 320);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function open({ cookies }: Awaited<ReturnType<typeof colleague>>, width: number): Promise<Page> {
  const context = await visit(browser, { width });
  await context.addCookies([{ name: "avow_team", value: cookies.get("avow_team") ?? "", url: product.origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

async function faultsOn(page: Page): Promise<readonly string[]> {
  await settled(page);
  return [...(await overflowingElements(page)), ...(await accessibilityViolationsInBothSchemes(page))];
}

const rating = async () => (await analyst.goto(`${product.origin}/suppliers`)) && bandIn(analyst);
const bandIn = (page: Page) => page.locator("tbody .band").first().innerText();

test("other rules go from a trial to a draft, are published by somebody else, rate suppliers again, and are taken back", async () => {
  const before = await rating();
  expect(before).not.toContain("Critical");
  await analyst.goto(
    `${product.origin}/what-if?rules=standard-2026.1&dial.bands.medium=1&dial.bands.high=2&dial.bands.critical=3`,
  );
  await analyst.getByRole("link", { name: "Save as a draft rule set" }).click();
  await analyst.getByLabel("Name of the rule set").fill("Strict bands");
  await analyst.getByLabel("Why these figures").fill("Our customers ask for it");
  await analyst.getByRole("button", { name: "Save the draft" }).click();
  await analyst.getByRole("link", { name: /With these figures it comes to 73.86 points, Critical/ }).waitFor();
  expect(await analyst.getByLabel("Name of the rule set").inputValue()).toBe("Strict bands");
  expect(await faultsOn(analyst)).toEqual([]);
  await analyst.getByLabel(/The worked example: two sites/).selectOption("critical");
  await analyst.getByRole("button", { name: "Save the draft" }).click();
  await analyst.getByText("This is your own draft").waitFor();
  expect(await analyst.getByRole("button", { name: "Publish" }).count()).toBe(0);

  await admin.goto(`${product.origin}/rules`);
  await admin.getByRole("link", { name: "Strict bands" }).click();
  await admin.getByRole("button", { name: "Publish" }).click();
  await admin.getByText(/^Published by/).waitFor();
  expect(await faultsOn(admin)).toEqual([]);
  expect(await rating()).toBe(before);

  await admin.getByLabel("Why").fill("From this year on");
  await admin.getByRole("button", { name: "Rate again" }).click();
  await admin.getByText("1 of 1 suppliers").waitFor();
  await admin.getByText(/^1 worse, 0 better/).waitFor();
  expect(await faultsOn(admin)).toEqual([]);
  expect(await rating()).toContain("Critical");

  await admin.getByLabel("Why").fill("It was too strict");
  await admin.getByRole("button", { name: "Rate by the rules from before" }).click();
  await admin.getByRole("heading", { name: "Back from Strict bands" }).waitFor();
  await admin.getByText(/^0 worse, 1 better/).waitFor();
  expect(await rating()).toBe(before);
  await admin.getByRole("link", { name: "Rules", exact: true }).first().click();
  await admin.getByRole("heading", { name: "Rules for new ratings" }).waitFor();
  expect(await faultsOn(admin)).toEqual([]);
}, 240_000);
