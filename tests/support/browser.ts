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

/** What axe finds against WCAG 2.2 A and AA, as one line each. axe runs in the page even where its own scripts may not. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
  );
}

/** Whether anything sticks out of the window sideways. */
export function sticksOut(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
