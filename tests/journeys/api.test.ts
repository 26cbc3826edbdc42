import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "#app/api/endpoints";
import { type ApiClient, apiClientOf } from "#tests/support/api-client";
import {
  accessibilityViolationsInBothSchemes,
  overflowingElements,
  settled,
  startBrowser,
  visit,
} from "#tests/support/browser";
import { type Product, startProduct } from "#tests/support/product";
import { createFullOrganisation, type FullOrganisation } from "./two-organisations";

let product: Product;
let browser: Browser;
let world: FullOrganisation;
let page: Page;
let api: ApiClient;

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  world = await createFullOrganisation(product, "WORLDQ");
  const context = await visit(browser, { width: 320 });
  const cookie = world.team.cookies.get("avow_team") ?? "";
  await context.addCookies([{ name: "avow_team", value: cookie, url: product.origin }]);
  page = await context.newPage();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** What an address answers, which must be as its endpoint says. */
async function read(id: string, answer: Response): Promise<Record<string, unknown>> {
  const value = (await answer.json()) as Record<string, unknown>;
  expect(answer.ok, JSON.stringify(value)).toBe(true);
  const { answer: said } = endpoints.find((endpoint) => endpoint.id === id) ?? {};
  if (said?.kind === "one") said.schema.parse(value);
  if (said?.kind === "list") for (const item of value.items as unknown[]) said.schema.parse(item);
  return value;
}

describe("an administrator", () => {
  test("makes a key that is shown once, by which a program gets in", async () => {
    await page.goto(`${product.origin}/settings/api`);
    await page.getByLabel("Key", { exact: true }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Make a key" }).click();
    await page.getByRole("link", { name: /tick what the key may do/ }).waitFor();
    await page.getByLabel("Key", { exact: true }).waitFor({ state: "detached" });
    await page.locator("#name").fill("Warehouse");
    await page.getByLabel("See answers on North Korean labour").check();
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await settled(page);
    expect(await accessibilityViolationsInBothSchemes(page)).toEqual([]);
    expect(await overflowingElements(page)).toEqual([]);
    await page.getByRole("button", { name: "Make a key" }).click();
    const key = await page.locator("#key-made").inputValue();
    expect(key).toMatch(/^avow_[\w-]{43}$/);
    await settled(page);
    expect(await accessibilityViolationsInBothSchemes(page)).toEqual([]);
    expect(await overflowingElements(page)).toEqual([]);
    await page.goto(`${product.origin}/settings/api`);
    expect(await page.content()).not.toContain(key);
    api = apiClientOf(product.origin, key);
    expect((await api.get("/suppliers")).status).toBe(200);
    // A key opens no page, and a session no address of the API.
    const asKey = await fetch(`${product.origin}/suppliers`, {
      headers: { authorization: `Bearer ${key}` },
      redirect: "manual",
    });
    expect(asKey.status).toBe(302);
    expect((await world.team.get("/api/v1/suppliers")).status).toBe(401);
  });
});

describe("a program", () => {
  test("reads why a supplier is rated as it is: steps that add up to its score", async () => {
    const { submitted } = world.owned;
    const { items } = await read("listSuppliers", await api.get("/suppliers?limit=200"));
    expect((items as { id: string }[]).some(({ id }) => id === submitted)).toBe(true);
    await read("getSupplier", await api.get(`/suppliers/${submitted}`));
    const history = await read("listRatings", await api.get(`/suppliers/${submitted}/ratings`));
    const [newest] = history.items as { id: string; score: number }[];
    const rating = await read("getRating", await api.get(`/suppliers/${submitted}/ratings/${newest?.id}`));
    const { figures } = rating as { figures: { score: number; steps: { points: number; end: number }[] } };
    expect(figures.score).toBe(newest?.score);
    expect(figures.steps.length).toBeGreaterThan(4);
    const sum = figures.steps.reduce((all, { points }) => all + points, 0);
    expect(Math.round(sum * 100) / 100).toBeCloseTo(figures.score, 1);
    expect((await api.get(`/suppliers/${submitted}/ratings/nothing`)).status).toBe(404);
    expect((await api.get(`/suppliers/${world.owned.supplier}/ratings/${newest?.id}`)).status).toBe(404);
  });

  test("decides in a review, in the name of its maker and marked as a program", async () => {
    const { signed, proof } = world.owned;
    const { items } = await read("listReviews", await api.get("/reviews"));
    expect((items as { attestation: string }[]).map(({ attestation }) => attestation)).toContain(signed);
    await read("getReview", await api.get(`/reviews/${signed}`));
    const decision = { evidence: proof, verdict: "accepted" };
    const made = await read("decideEvidence", await api.post(`/reviews/${signed}/evidence`, decision));
    expect(made).toEqual({ outcome: "made" });
    expect(await read("decideEvidence", await api.post(`/reviews/${signed}/evidence`, decision))).toEqual({
      outcome: "same",
    });
    expect((await api.post(`/reviews/${signed}/evidence`, { evidence: "nobody's", verdict: "accepted" })).status).toBe(
      404,
    );
    await read("setReviewDue", await api.post(`/reviews/${signed}/due`, { day: "2035-01-31" }));
    await read("assignReview", await api.post(`/reviews/${signed}/assign`, { to: world.admin.id }));
    await read("settleReview", await api.post(`/reviews/${signed}/settle`, {}));
    await read("reopenReview", await api.post(`/reviews/${signed}/reopen`, {}));
    const trail = await (await world.team.get("/settings/trail.csv")).text();
    expect(trail).toMatch(/Warehouse/);
  });

  test("opens an action about a gap, and takes a step in it", async () => {
    const { submitted } = world.owned;
    const gaps = await read("listGaps", await api.get(`/suppliers/${submitted}/gaps`));
    const [gap] = gaps.items as { from: string }[];
    const action = { supplier: submitted, from: gap?.from, gap: "Too late", step: "In time", due: "2035-01-31" };
    expect((await api.post("/actions", { ...action, due: "2020-01-31" })).status).toBe(422);
    const opened = await api.post("/actions", action);
    expect(opened.status).toBe(201);
    const { id } = (await read("openAction", opened)) as { id: string };
    await read("askAction", await api.post(`/actions/${id}/ask`, { version: 1, text: "Please" }));
    expect((await api.post(`/actions/${id}/ask`, { version: 1 })).status).toBe(409);
    const now = await read("getAction", await api.get(`/actions/${id}`));
    expect(now).toMatchObject({ state: "asked", version: 2, gap: "Too late" });
    await read("listActions", await api.get("/actions?view=open&limit=1"));
  });

  test("tries other rules until all are rated by them, and takes all suppliers away", async () => {
    const asked = "/what-if?rules=standard-2026.2&figure=inherent.weights.C:45&figure=inherent.weights.W:20";
    await expect
      .poll(async () => (await read("tryRules", await api.get(asked))).stage, { timeout: 30_000 })
      .toBe("done");
    const all = (await read("tryRules", await api.get(asked))).all as number;
    const within = async (query: string) => read("tryRules", await api.get(`${asked}&${query}`));
    for (const country of ["ZZ", "CN", "VN"]) {
      const { items } = await read("listSuppliers", await api.get(`/suppliers?country=${country}&limit=200`));
      const rated = (items as { rating?: unknown }[]).filter(({ rating }) => rating !== undefined).length;
      await expect
        .poll(async () => ({ country, ...(await within(`country=${country}`)) }), { timeout: 30_000 })
        .toMatchObject({ stage: "done", all: rated, country });
      expect(rated).toBeLessThanOrEqual(all);
    }
    const mixed = await within("bands=low&bands=high&bands=high&country=VN&search=%20x");
    expect(mixed.all).toBeLessThanOrEqual(all);
    expect((await api.get(`${asked}&country=vietnam`)).status).toBe(422);
    expect((await api.get(`${asked}&campaign=of-somebody-else`)).status).toBe(400);
    expect((await api.get("/what-if?figure=1")).status).toBe(422);
    expect((await api.get("/what-if")).status).toBe(400);
    for (const type of ["csv", "json", "parquet"]) {
      const file = await api.get(`/exports/suppliers.${type}`);
      expect(file.status).toBe(200);
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(500);
    }
  });
});

test("a key that is revoked on the page opens nothing any more", async () => {
  await page.goto(`${product.origin}/settings/api`);
  await page.getByRole("button", { name: "Revoke the key Warehouse" }).click();
  await page.getByText(/^Revoked on/).waitFor();
  expect((await api.get("/suppliers")).status).toBe(401);
});
