import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linksFrom, randomSecret, readSecret } from "#app/adapters/secrets.server";
import { makeDemoFolder } from "#app/commands/demo/folder";
import { demoPeople } from "#app/commands/demo/people";
import { readConfig } from "#app/product/config.server";
import { startBrowser, visit } from "#tests/support/browser";
import { anEvent } from "#tests/support/factories";
import { aDataFolder, type Product, startProduct, withStore } from "#tests/support/product";
import { quietLog } from "#tests/support/quiet-log";
import { byHand, figure, type PageFigures, sides, workOut } from "./hand-calculator";

let product: Product;
let browser: Browser;
let page: Page;
let ratings: readonly string[] = [];

beforeAll(async () => {
  const dataDir = aDataFolder();
  await makeDemoFolder(readConfig({ NODE_ENV: "production", DATA_DIR: dataDir }), quietLog);
  const session = randomSecret();
  ratings = await withStore(dataDir, async (store) => {
    const user = (await store.users.byEmail(demoPeople.analyst.email))?.user;
    if (!user) throw new Error("the demo has an analyst");
    const createdAt = new Date();
    await store.users.signIn({
      org: user.org,
      user: user.id,
      sessionHash: linksFrom(readSecret(dataDir)).hash(session),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + 3_600_000),
      audit: anEvent(),
    });
    const view = { sort: "ref", direction: "up", page: 1, pageSize: 100 } as const;
    const { rows } = await store.suppliers.table(user.org, view);
    const paths: string[] = [];
    for (const { supplier } of rows) {
      for (const { id } of await store.ratings.history(user.org, supplier.id))
        paths.push(`/suppliers/${supplier.id}?rating=${id}`);
    }
    return paths;
  });
  product = await startProduct(dataDir);
  browser = await startBrowser();
  const context = await visit(browser, { script: false });
  await context.addCookies([{ name: "avow_team", value: session, url: product.origin }]);
  page = await context.newPage();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** Reads the tables and calculations of a page as they stand in its HTML. */
function read(): Promise<PageFigures> {
  return page.evaluate(() => {
    const text = (node: Element | null | undefined) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
    const all = (selector: string, within: ParentNode = document) => [...within.querySelectorAll(selector)];
    const rows = (selector: string, within?: ParentNode) =>
      within ? all(selector, within).map((row) => [...row.children].map(text)) : [];
    const lines = all(".sum > details");
    const [groups, controls] = lines[1] ? all("table", lines[1]) : [];
    const tableIn = (at: number) => lines[at]?.querySelector("table") ?? undefined;
    const maths = (within: ParentNode | undefined) => (within ? all(".formula .math", within).map(text) : []);
    return {
      score: text(document.querySelector(".sum-total > summary .points")),
      lines: lines.map((line) => ({
        name: text(line.querySelector("summary .what b")),
        points: text(line.querySelector("summary .points")),
      })),
      sites: rows("#sites tbody tr", document),
      siteWorkings: all(".site-workings").map((one) => maths(one)),
      parts: rows("tbody tr", tableIn(0)),
      groups: rows("tbody tr", groups),
      controls: controls ? all("tbody", controls).map((one) => rows("tr:not(.group)", one)) : [],
      flags: rows("tbody tr:not(.sum-row)", tableIn(2)),
      maths: all(".math").map(text),
      place: maths(lines[0]),
      control: maths(lines[1]),
      flag: maths(lines[2]),
    };
  });
}

const cents = (points: number) => Math.round(points * 100);
const near = (one: number, other: number, by = 0.0101) => Math.abs(one - other) <= by;
const last = (row: readonly string[]) => figure(row.at(-1) ?? "");

/** Everything of one page that is not what comes out by hand; a line of the sum may differ by a hundredth. */
function differences(said: PageFigures): readonly string[] {
  const made = byHand(said);
  const [inherent = "", , adverse = ""] = said.lines.map(({ points }) => points);
  const lines: readonly (readonly [string, readonly (readonly string[])[], readonly number[]])[] = [
    ["parts", said.parts, made.parts],
    ["groups", said.groups, made.groups],
    ["flags", said.flags, made.flags],
  ];
  const checks: [string, boolean][] = [
    [
      "inherent",
      cents(sides(said.place[0] ?? "").right) === cents(made.inherent) && near(figure(inherent), made.inherent),
    ],
    ["factor", sides(said.flag[1] ?? "").right === Math.round(made.factor * 10_000) / 10_000],
    // Each of them is a line of the sum, rounded so that all lines together come out.
    ["red flags", near(figure(adverse), made.adverse, 0.0101 + 0.003 * said.flags.length)],
    ["score", cents(figure(said.score)) === cents(made.score)],
    ...made.sites.map((site, place): [string, boolean] => [
      `site ${place}`,
      cents(last(said.sites[place] ?? [])) === cents(site.inherent),
    ]),
    ...lines.map(([name, rows, points]): [string, boolean] => [name, rows.length === points.length]),
    ...lines.flatMap(([, rows, points]) =>
      rows.map((row, place): [string, boolean] => [row[0] ?? "", near(last(row), points[place] ?? Number.NaN)]),
    ),
  ];
  return checks.filter(([, holds]) => !holds).map(([name]) => `${name}: ${JSON.stringify(made)}`);
}

describe("a rating of the demo world, worked out from what its page says", () => {
  it("comes to the same inherent risk, factor, flags, controls and score, to the cent, for all of them", async () => {
    // 43 suppliers are rated, twenty of them twice: by the rules of each version.
    expect(new Set(ratings.map((path) => path.split("?")[0])).size).toBe(43);
    let [capped, calculations] = [0, 0];
    for (const path of ratings) {
      await page.goto(product.origin + path);
      const said = await read();
      expect([path, differences(said)]).toEqual([path, []]);
      if (said.flag[3] !== undefined) capped += 1;
      const worked = said.maths.map((math) => ({ math, ...sides(math) })).filter(({ left }) => left !== undefined);
      const wrong = worked.filter(({ left = Number.NaN, right }) => !near(left, right, 0.002));
      expect([path, wrong.map(({ math }) => math)]).toEqual([path, []]);
      calculations += worked.length;
    }
    expect(calculations).toBeGreaterThan(500);
    expect(capped).toBeGreaterThan(3);
  }, 240_000);
});

describe("the page of a supplier of the demo world, before anything is opened", () => {
  it("is at most 2,500 pixels high at 1440, and two sheets of paper, for the worst of them too", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const path of new Set(ratings.map((rating) => rating.split("?")[0] ?? ""))) {
      await page.goto(product.origin + path);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect([path, height <= 2_500]).toEqual([path, true]);
      const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
      expect([path, sheets.length]).toEqual([path, Math.min(2, sheets.length)]);
      expect(sheets.length).toBeGreaterThan(0);
    }
  }, 240_000);

  it("opens what a link leads to, and only that", async () => {
    await page.goto(`${product.origin}${ratings[0]?.split("?")[0]}`);
    const isSeen = (selector: string) => page.locator(selector).isVisible();
    expect([await isSeen("#trail"), await isSeen("#contacts")]).toEqual([false, false]);
    await page.locator(".section-navigation a[href='#trail']").click();
    await page.locator("#trail").waitFor();
    expect(await isSeen("#contacts")).toBe(false);
  });
});

describe("the calculator", () => {
  it.each([
    ["0.6 × 83.36 + 0.4 × 81.54", 82.632],
    ["min(100, 10 + 35 × min(1, 100 ÷ 400 ÷ 0.5))", 27.5],
    ["60 % × 20 − 4", 8],
    ["min(25, 69.72) × (1 − 0.6 × 30 ÷ 100)", 20.5],
  ])("works out %s", (text, value) => {
    expect(workOut(text)).toBeCloseTo(value, 10);
  });

  it.each(["", "1 +", "1 2", "× 3", "(1 + 2", "1 ÷ a"])("refuses %s", (text) => {
    expect(() => workOut(text)).toThrow();
  });
});
