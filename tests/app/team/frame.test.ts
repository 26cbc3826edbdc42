import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linksFrom, randomSecret, readSecret } from "#app/adapters/secrets.server";
import { settled, startBrowser, type Visitor, visit } from "#tests/support/browser";
import { anEvent, aUser } from "#tests/support/factories";
import { type Product, startProduct, withStore } from "#tests/support/product";
import { addSuppliers, launch, type World } from "#tests/support/world";

let product: Product;
let browser: Browser;
let world: World;
const session = randomSecret();

beforeAll(async () => {
  product = await startProduct();
  browser = await startBrowser();
  await withStore(product.dataDir, async (store) => {
    world = await launch(store);
    const org = world.organisation.id;
    const user = aUser({ org, role: "admin" });
    await store.users.add({ user, passwordHash: "$argon2id$of-nobody", audit: anEvent() });
    const createdAt = new Date();
    await store.users.signIn({
      org,
      user: user.id,
      sessionHash: linksFrom(readSecret(product.dataDir)).hash(session),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + 3_600_000),
      audit: anEvent(),
    });
    await addSuppliers(
      store,
      org,
      Array.from({ length: 160 }, (_, at) => ({ name: `Mill ${String(at).padStart(3, "0")}` })),
    );
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function as(visitor: Visitor = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await visit(browser, visitor);
  await context.addCookies([{ name: "avow_team", value: session, url: product.origin }]);
  return { context, page: await context.newPage() };
}

const campaign = () => `${product.origin}/campaigns/${world.campaign.id}`;

/** Whether the whole of an element can be seen and pressed: in the window, and nothing over it or cutting it off. */
function isInSight(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => {
    const box = element.getBoundingClientRect();
    const points = [
      [box.left + 4, box.top + 4],
      [box.right - 4, box.top + 4],
      [box.left + 4, box.bottom - 4],
      [box.right - 4, box.bottom - 4],
    ] as const;
    return box.height > 20 && points.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
  });
}

describe("the menu of a recipient", () => {
  it.each([
    ["wide", {}],
    ["wide without script", { script: false }],
    ["on a phone", { width: 390, height: 844 }],
    ["in an Arabic browser", { language: "ar" }],
  ] as const)("is seen whole where one row is shown: %s", async (_how, visitor) => {
    const { context, page } = await as(visitor);
    await page.goto(campaign());
    if (!("script" in visitor)) await settled(page);
    const button = page.locator("td.at-end .row-menu-button").first();
    await button.click();
    expect(await isInSight(page, "td.at-end .menu-list:popover-open")).toBe(true);
    await context.close();
  });

  it("opens and closes by keyboard, and gives the focus back", async () => {
    const { context, page } = await as();
    await page.goto(campaign());
    await settled(page);
    await page.locator("td.at-end .row-menu-button").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".menu-list:popover-open").count()).toBe(1);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".menu-list") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.locator(".menu-list:popover-open").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("row-menu-button");
    await context.close();
  });
});

describe("from a fresh page", () => {
  it.each([
    ["/suppliers", true],
    ["/suppliers", false],
    ["/campaigns", true],
    ["/", true],
  ])("the first Tab of %s leads to the main text (script: %s)", async (path, script) => {
    const { context, page } = await as({ script });
    await page.goto(product.origin + path);
    if (script) await settled(page);
    await page.keyboard.press("Tab");
    const first = page.locator(":focus");
    expect(await first.getAttribute("class")).toBe("skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").evaluate((element) => element.closest("main") !== null)).toBe(true);
    await context.close();
  });

  it("the keys that stand below the table go to its first supplier and on", async () => {
    const { context, page } = await as();
    await page.goto(`${product.origin}/suppliers`);
    await settled(page);
    const rows = page.locator("[data-row]");
    await page.keyboard.press("ArrowDown");
    expect(await rows.nth(0).evaluate((row) => row === document.activeElement)).toBe(true);
    await page.keyboard.press("ArrowDown");
    expect(await rows.nth(1).evaluate((row) => row === document.activeElement)).toBe(true);
    await context.close();
  });
});

describe("the pages of a table", () => {
  it.each([true, false])("can be jumped to by number, with the filters kept (script: %s)", async (script) => {
    const { context, page } = await as({ script });
    await page.goto(`${product.origin}/suppliers?q=Mill`);
    if (script) await settled(page);
    const last = Number((await page.locator("#last-page").textContent())?.replace(/\D/g, ""));
    expect(last).toBeGreaterThan(2);
    await page.locator("#page-number").fill(String(last));
    await page.locator(".pager-jump button").click();
    await page.waitForURL((url) => url.searchParams.get("page") === String(last));
    expect(new URL(page.url()).searchParams.get("q")).toBe("Mill");
    await page.getByText("160 of 160").first().waitFor();
    await context.close();
  });
});

describe("an Arabic browser", () => {
  it.each(["/", "/suppliers", "/campaigns", "/settings", "/login", "/nowhere"])(
    "does not turn %s round",
    async (path) => {
      const { context, page } = await as({ language: "ar" });
      await page.goto(product.origin + path);
      await settled(page);
      const root = page.locator("html");
      expect([await root.getAttribute("lang"), await root.getAttribute("dir")]).toEqual(["en", "ltr"]);
      // The settings offer languages by their own names.
      const main = await page.locator("main").evaluate((element) => {
        for (const other of element.querySelectorAll("[lang=ar]")) other.remove();
        return element.textContent;
      });
      expect(main).not.toMatch(/[\u0600-\u06ff]{3}/u);
      await context.close();
    },
  );
});
