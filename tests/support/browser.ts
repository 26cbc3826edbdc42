import axe from "axe-core";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Chromium asks the outside world for things of its own at every start unless told not to. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser that `npm test` found or installed. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: quiet });
}

/** Opens every closed part of a page, as its reader would: what is closed has no words. */
export function openParts(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
}

/**
 * Nothing that the page sends arrives any more, what it sends while it is left included: for that one, neither a route of the
 * browser's nor its being offline is sure to hold.
 */
export function cutLine(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  });
}

export type Visitor = {
  /** CSS pixels. */
  width?: number;
  height?: number;
  language?: string;
  script?: boolean;
  dark?: boolean;
};

/** Somebody with a browser of their own: nothing is shared with other visitors. */
export function visit(
  browser: Browser,
  visitor: Visitor = {},
  more: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const { width = 1440, height = 900, language = "en", script = true, dark = false } = visitor;
  return browser.newContext({
    viewport: { width, height },
    locale: language,
    javaScriptEnabled: script,
    colorScheme: dark ? "dark" : "light",
    ...more,
  });
}

/**
 * Waits until a page is as it stays: its scripts have run, its fonts are there, and nothing has been drawn for a while. A change of
 * page by script moves the address before it draws the page, so this waits for the router too. The page's own timer tells: on a
 * busy machine it is late together with the drawing. Waiting for the network would cost half a second on every page.
 */
export async function settled(page: Page): Promise<void> {
  try {
    await page.waitForFunction(isAtRest);
    await page.evaluate(nothingDrawn);
  } catch (error) {
    // The page was left for another document meanwhile: that one has to settle instead.
    if (!String(error).includes("context was destroyed")) throw error;
    await settled(page);
  }
}

type Idle = { readonly state: string };
/** What the router of a page that a script takes over says of itself. */
type Router = { readonly state: { readonly navigation: Idle; readonly fetchers: ReadonlyMap<string, Idle> } };

/** Runs in the page. */
function isAtRest(): boolean {
  if (document.readyState !== "complete" || document.fonts.status !== "loaded") return false;
  if (!Object.hasOwn(window, "__remixContext")) return true;
  const { __remixRouter: router } = window as { __remixRouter?: Router };
  if (router === undefined) return false;
  const { navigation, fetchers } = router.state;
  return [navigation, ...fetchers.values()].every(({ state }) => state === "idle");
}

/** Runs in the page. */
function nothingDrawn(): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(resolve, 150);
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(resolve, 150);
    };
    new MutationObserver(restart).observe(document, { subtree: true, childList: true, attributes: true });
  });
}

/** What axe looks for: WCAG 2.2 A and AA, or what only the colours decide. */
const sought = {
  all: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  colours: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
} as const;

/**
 * What axe finds, as one line each. It is put into a document once, and tells of violations only: what it tells of all that is
 * right takes five times as long as to find it.
 */
export async function accessibilityViolations(
  page: Page,
  what: keyof typeof sought = "all",
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => Object.hasOwn(window, "axe")))) await page.evaluate(axe.source);
  const { type, values } = sought[what];
  const runOnly = { type, values: [...values] };
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { readonly axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
    );
  }, runOnly);
}

/** The same in light and, unless told otherwise, in dark, where only the colours can be others. */
export async function accessibilityViolationsInBothSchemes(page: Page, alsoDark = true): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await moved(page);
  const light = await accessibilityViolations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await moved(page);
  const dark = alsoDark ? await accessibilityViolations(page, "colours") : [];
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return [...light.map((fault) => `in light: ${fault}`), ...dark.map((fault) => `in dark: ${fault}`)];
}

/** Waits until no colour is on its way to another: one that is half there has a contrast of its own. */
function moved(page: Page): Promise<unknown> {
  return page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
}

const copies = new WeakMap<BrowserContext, Promise<Page>>();

async function copyFor(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page belongs to no browser");
  const copy = await browser.newPage({ viewport: page.viewportSize() });
  await copy.route(/\.js(\?|$)/, (route) => route.abort());
  return copy;
}

/** The same for a visitor without JavaScript: axe needs timers, so it looks at a copy, which the page's own scripts never reach. */
export async function accessibilityViolationsWithoutScript(page: Page, alsoDark = true): Promise<readonly string[]> {
  const made = copies.get(page.context()) ?? copyFor(page);
  copies.set(page.context(), made);
  const copy = await made;
  const body = await page.content();
  await copy.route(page.url(), (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }));
  await copy.goto(page.url());
  await copy.unroute(page.url());
  return accessibilityViolationsInBothSchemes(copy, alsoDark);
}

/** What sticks out of the window sideways, as one line each; nothing when the page cannot be scrolled that way. */
export function overflowingElements(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && element.checkVisibility() && (right > clientWidth + 0.5 || left < -0.5);
    });
    const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    const lines = innermost.slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
    return [`${scrollWidth} px wide in a window of ${clientWidth}`, ...lines];
  });
}
