import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linksFrom, randomSecret, readSecret } from "#app/adapters/secrets.server";
import type { Store } from "#db/store";
import type { Role } from "#terms/roles";
import { accessibilityViolations, overflowingElements, settled, startBrowser, visit } from "#tests/support/browser";
import { anEvent, aUser } from "#tests/support/factories";
import { type Product, startProduct, withStore } from "#tests/support/product";
import { addSuppliers, launch, type World } from "#tests/support/world";
import { answerAndSign, workedAnswers } from "./scene";

const evil = `<script>window.stolen = 1</script><img src=x onerror="window.stolen = 1">`;

let product: Product;
let browser: Browser;
let world: World;
let other: World;
const sessions: Partial<Record<Role, string>> = {};

async function signIn(store: Store, dataDir: string, org: string, role: Role): Promise<string> {
  const user = aUser({ org, role, name: `${role} ${evil}` });
  await store.users.add({ user, passwordHash: "$argon2id$of-nobody", audit: anEvent() });
  const session = randomSecret();
  const createdAt = new Date();
  await store.users.signIn({
    org,
    user: user.id,
    sessionHash: linksFrom(readSecret(dataDir)).hash(session),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 3_600_000),
    audit: anEvent(),
  });
  return session;
}

beforeAll(async () => {
  product = await startProduct();
  browser = await startBrowser();
  await withStore(product.dataDir, async (store) => {
    world = await launch(store, { campaign: { regimes: [] } });
    other = await launch(store);
    const org = world.organisation.id;
    for (const role of ["viewer", "analyst"] as const) {
      sessions[role] = await signIn(store, product.dataDir, org, role);
    }
    const answers = workedAnswers({
      E1: { value: { answer: "yes" }, comment: evil },
      A3: { value: { name: evil, job: evil, helpers: ["hr"] } },
    });
    const sites = JSON.parse(JSON.stringify(answers.B1).replace("Knitting mill", "Mill <svg onload=alert(1)>"));
    await answerAndSign(store, world, world.recipient, { ...answers, B1: sites });
    await addSuppliers(store, org, [{ name: `${evil} Co.`, place: evil, externalId: "'; drop table suppliers; --" }]);
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

function ask(path: string, role: Role, init: RequestInit = {}): Promise<Response> {
  const headers = { cookie: `avow_team=${sessions[role]}`, origin: product.origin, ...init.headers };
  return fetch(product.origin + path, { redirect: "manual", ...init, headers });
}

async function as(role: Role, visitor: Parameters<typeof visit>[1] = {}): Promise<BrowserContext> {
  const context = await visit(browser, visitor);
  await context.addCookies([{ name: "avow_team", value: sessions[role] ?? "", url: product.origin }]);
  return context;
}

const own = () => `/suppliers/${world.recipient.supplier.id}`;

describe("what a supplier typed", () => {
  it.each(["the table", "the supplier's page"])("runs in no browser on %s", async (which) => {
    const context = await as("analyst");
    const page = await context.newPage();
    await page.goto(product.origin + (which === "the table" ? "/suppliers" : own()));
    await settled(page);
    expect(await page.content()).toContain("&lt;script&gt;window.stolen");
    expect(await page.evaluate(() => Object.hasOwn(window, "stolen"))).toBe(false);
    expect(await page.locator("main img, main script").count()).toBe(0);
    await context.close();
  });

  it("is text in the source of the page, even before any script has looked at it", async () => {
    for (const path of ["/suppliers", `/suppliers?q=${encodeURIComponent(evil)}`, own()]) {
      const html = await (await ask(path, "viewer")).text();
      expect(html).not.toContain("<script>window.stolen");
      expect(html).not.toContain("<img src=x");
      expect(html).not.toContain("<svg onload");
    }
  });

  it("goes out as a download that no browser shows as a page", async () => {
    const csv = await ask("/suppliers.csv", "viewer");
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    // The mark that tells a spreadsheet of UTF-8.
    expect([...new Uint8Array(await csv.clone().arrayBuffer()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.headers.get("content-disposition")).toMatch(
      /^attachment; filename="(suppliers-\d{4}-\d\d-\d\d\.csv)"; filename\*=UTF-8''\1$/,
    );
    expect(csv.headers.get("x-content-type-options")).toBe("nosniff");
    const table = await ask("/suppliers.json", "viewer");
    expect(table.headers.get("content-type")).toBe("application/json");
    expect(table.headers.get("content-disposition")).toMatch(/^attachment; filename="suppliers-[\d-]+\.json"/);
    expect(await table.json()).not.toEqual([]);
    const json = await ask(`${own()}/attestations/${world.recipient.attestation.id}.json`, "viewer");
    expect(json.status).toBe(200);
    expect(json.headers.get("content-disposition")).toMatch(/^attachment; filename="AV-/);
    expect(json.headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("who may see and do what", () => {
  it("answers 404 for everything of another organisation", async () => {
    const { supplier, attestation } = other.recipient;
    for (const path of [
      `/suppliers/${supplier.id}`,
      `/suppliers/${supplier.id}/attestations/${attestation.id}.json`,
      `${own()}/attestations/${attestation.id}.json`,
    ]) {
      expect((await ask(path, "analyst")).status, path).toBe(404);
    }
    const form = { method: "POST", body: new URLSearchParams({ edition: "tip-2025" }) };
    expect((await ask(`/suppliers/${supplier.id}`, "analyst", form)).status).toBe(404);
  });

  it("lets a viewer read and refuses to rate for one", async () => {
    expect((await ask(own(), "viewer")).status).toBe(200);
    const form = { method: "POST", body: new URLSearchParams({ edition: "tip-2024" }) };
    expect((await ask(own(), "viewer", form)).status).toBe(403);
  });

  it("sends everybody else to sign in", async () => {
    for (const path of ["/suppliers", own(), "/suppliers.csv"]) {
      const response = await fetch(product.origin + path, { redirect: "manual" });
      expect(response.headers.get("location"), path).toMatch(/^\/login/);
    }
  });

  it("answers odd addresses with the usual view", async () => {
    for (const query of [
      "?sort=name;drop%20table",
      "?page=1e9&page=-1",
      "?band[]=x&q=%00",
      `?${"a=1&".repeat(2000)}`,
    ]) {
      expect((await ask(`/suppliers${query}`, "viewer")).status, query.slice(0, 40)).toBe(200);
    }
  });
});

describe("the screens", () => {
  it.each([
    ["wide and light", {}],
    ["wide and dark", { dark: true }],
    ["narrow", { width: 390, height: 844 }],
    ["narrow and without script", { width: 390, height: 844, script: false }],
  ])(
    "are faultless and stick out nowhere: %s",
    async (_how, visitor) => {
      const context = await as("analyst", visitor);
      const page = await context.newPage();
      for (const path of ["/suppliers", "/suppliers?q=nobody-is-called-so", own()]) {
        await page.goto(product.origin + path, { waitUntil: "load" });
        expect(await overflowingElements(page), path).toEqual([]);
        if (!("script" in visitor)) expect(await accessibilityViolations(page), path).toEqual([]);
      }
      await context.close();
    },
    90_000,
  );

  it("filter, sort and rate again without any script", async () => {
    const context = await as("analyst", { script: false });
    const page = await context.newPage();
    await page.goto(`${product.origin}/suppliers`);
    await page.getByRole("combobox", { name: "North Korea" }).selectOption("present");
    await page.getByRole("button", { name: "Apply" }).click();
    expect(await page.locator("[role=status]").innerText()).toContain("1 of 2");
    await page.getByRole("link", { name: /North Korea: Present/ }).click();
    expect(await page.locator("[role=status]").innerText()).toContain("2 of 2");
    await page.getByRole("columnheader", { name: "Supplier" }).getByRole("link").click();
    expect(await page.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("ascending");
    await page.goto(product.origin + own());
    await page.getByText("Rate again").click();
    await page.getByLabel("Countries", { exact: true }).selectOption("tip-2020");
    await page.getByRole("button", { name: "Add a rating" }).click();
    expect(await page.locator("[role=status]").innerText()).toContain("A rating was added");
    // The words of the outcome stand far above the history, and a page arrives from the top.
    await page.waitForLoadState();
    expect(await page.locator("#history tbody tr").count()).toBe(2);
    await context.close();
  });

  it("let somebody work through the table with the keys alone", async () => {
    const context = await as("viewer");
    const page = await context.newPage();
    await page.goto(`${product.origin}/suppliers`);
    await settled(page);
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("find");
    await page.locator(".grid-scroll").focus();
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    await page.waitForURL(({ pathname, search }) => pathname === own() && search.startsWith("?at="));
    expect(await page.locator(".list-walk").innerText()).toContain("of 2");
    await context.close();
  });
});
