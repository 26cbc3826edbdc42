import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  accessibilityViolationsInBothSchemes,
  accessibilityViolationsWithoutScript,
  overflowingElements,
  settled,
  startBrowser,
  visit,
} from "#tests/support/browser";
import { type Client, clientOf, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { chineseFirm, cleanFirm } from "./firms";
import { answerAll, signature, startByLink } from "./posting";
import { colleague } from "./two-organisations";

let product: Product;
let browser: Browser;
let admin: Client;
let second: Client;

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  const world = await launchWithLinks(product.dataDir, { suppliers: 2 });
  for (const [place, firm] of [cleanFirm, chineseFirm].entries()) {
    const supplier = clientOf(product.origin);
    const base = await startByLink(supplier, world.paths[place] ?? "");
    await answerAll(supplier, base, firm);
    await redirectPathOf(await supplier.post(`${base}/sign`, await signature(supplier, base)));
  }
  [admin, second] = [
    await colleague(product, world.organisation.id, "admin"),
    await colleague(product, world.organisation.id, "admin"),
  ];
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function open(client: Client, path: string, { width, script }: { width: number; script: boolean }) {
  const context = await visit(browser, { width, script });
  await context.addCookies([{ name: "avow_team", value: client.cookies.get("avow_team") ?? "", url: product.origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(product.origin + path);
  return page;
}

async function faultsOn(page: Page, script: boolean): Promise<readonly string[]> {
  if (script) await settled(page);
  const found = script
    ? await accessibilityViolationsInBothSchemes(page)
    : await accessibilityViolationsWithoutScript(page);
  return [...(await overflowingElements(page)), ...found];
}

test("an analyst tries a part that is a saved view, and an edition is put to use by two people", async () => {
  const view = [
    ["intent", "save"],
    ["name", "Sites in China"],
    ["query", "country=CN"],
  ] as const;
  await redirectPathOf(await admin.post("/suppliers/views", view));
  const wide = { width: 1440, script: true };
  const trial = await open(admin, "/what-if?rules=standard-2026.1", wide);
  await trial.getByText("Which suppliers", { exact: true }).click();
  await trial.getByLabel("A saved view").selectOption({ label: "Sites in China" });
  await trial.getByRole("button", { name: "Try these rules" }).click();
  await trial.getByText(/1 of 1 rated suppliers in/).waitFor();
  expect(new URL(trial.url()).searchParams.get("country")).toBe("CN");
  expect(await trial.getByText(/Sites in China.* It has 1 of 2 rated suppliers/).count()).toBeGreaterThan(4);
  expect(await faultsOn(trial, true)).toEqual([]);

  await redirectPathOf(
    await admin.post("/reviews/rules", [
      ["second", "suppliers-rerated"],
      ["days", "14"],
    ]),
  );
  const form = await open(admin, "/rules", wide);
  await form.getByRole("link", { name: "Rate suppliers again" }).click();
  await form.getByLabel("Country edition").selectOption({ label: "TIP 2020" });
  await form.getByLabel("Why").fill("The report of that year");
  expect(await faultsOn(form, true)).toEqual([]);
  await form.getByRole("button", { name: "Ask for it" }).click();
  await form.getByRole("heading", { name: /Asked for: rate again by .*TIP 2020/ }).waitFor();
  expect(await form.getByRole("button", { name: "Agree and rate" }).count()).toBe(0);

  const agreed = await open(second, new URL(form.url()).pathname, { width: 320, script: false });
  expect(await faultsOn(agreed, false)).toEqual([]);
  await agreed.getByRole("button", { name: "Agree and rate" }).click();
  const again = agreed.getByRole("link", { name: "Look again" });
  while ((await again.count()) > 0) await again.click();
  await agreed.getByRole("heading", { name: /^Rated again by .*TIP 2020/ }).waitFor();
  await agreed.getByText("2 of 2 suppliers").waitFor();
  expect(await faultsOn(agreed, false)).toEqual([]);
  const file = await second.get(`${new URL(agreed.url()).pathname}.csv`);
  expect([file.status, (await file.text()).startsWith("id,ref,supplier,band_before,points_before")]).toEqual([
    200,
    true,
  ]);
}, 240_000);
