import AxeBuilder from "@axe-core/playwright";
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
 * Waits until a team page is as it stays. A change of page by script moves the address before it draws the page, and the
 * browser calls both idle: so this waits for the router, then until nothing has been drawn for a while. The page's own
 * timer tells: on a busy machine it is late together with the drawing.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  try {
    await page.waitForFunction(() => {
      const { __remixRouter: router } = window as { __remixRouter?: { state: { navigation: { state: string } } } };
      return router === undefined || router.state.navigation.state === "idle";
    });
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          let timer = setTimeout(resolve, 150);
          const restart = () => {
            clearTimeout(timer);
            timer = setTimeout(resolve, 150);
          };
          new MutationObserver(restart).observe(document, { subtree: true, childList: true, attributes: true });
        }),
    );
  } catch (error) {
    // The page was left for another document meanwhile: that one has to settle instead.
    if (!String(error).includes("context was destroyed")) throw error;
    await settled(page);
  }
}

/** What axe finds against WCAG 2.2 A and AA, as one line each. In one go: a second page would not have this one's scripts. */
export async function accessibilityViolations(page: Page, only?: "colours"): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const asked =
    only === "colours"
      ? axe.withRules(["color-contrast", "link-in-text-block"])
      : axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  const { violations } = await asked.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
  );
}

/** The same in light and in dark, where only the colours can be others. */
export async function accessibilityViolationsInBothSchemes(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await moved(page);
  const light = await accessibilityViolations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await moved(page);
  const dark = await accessibilityViolations(page, "colours");
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
export async function accessibilityViolationsWithoutScript(page: Page): Promise<readonly string[]> {
  const made = copies.get(page.context()) ?? copyFor(page);
  copies.set(page.context(), made);
  const copy = await made;
  const body = await page.content();
  await copy.route(page.url(), (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }));
  await copy.goto(page.url());
  await copy.unroute(page.url());
  return accessibilityViolationsInBothSchemes(copy);
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
