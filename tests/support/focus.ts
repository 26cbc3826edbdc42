import type { Page } from "playwright-core";

/**
 * What is wrong with how the focus shows where it stands (WCAG 2.4.7 and 2.4.11), as one line; undefined where it can be seen.
 * On a page that is as large as the window or larger it has to be in the window, too.
 */
export function focusFault(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const name = element.outerHTML.replace(/\s+/g, " ").slice(0, 120);
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const isRinged = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
    if (!isRinged) return `nothing shows the focus on ${name}: ${outlineStyle} ${outlineWidth} ${outlineColor}`;
    const boxes = [...element.getClientRects()];
    const points = boxes.flatMap(({ left, right, top, bottom }) => [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 2, top + 2],
      [right - 2, bottom - 2],
    ]);
    const isSeen = points.some(([x = -1, y = -1]) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (element.contains(there) || there.contains(element));
    });
    return isSeen ? undefined : `the focus is out of sight or covered on ${name}`;
  });
}
