import type { Page } from "playwright-core";

/**
 * Texts that are cut off by their own box, or lie over another one, as one line each. Boxes that are there for scrolling are
 * left to whoever asks for them; what only screen readers say has no size.
 */
export function textFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const hides = (value: string) => value === "hidden" || value === "clip";
    const isSmall = ({ width, height }: DOMRect) => width <= 2 || height <= 2;
    const isShown = (element: Element) => {
      for (let box: Element | null = element; box !== null && box !== document.body; box = box.parentElement) {
        if (hides(getComputedStyle(box).overflowX) && isSmall(box.getBoundingClientRect())) return false;
      }
      const isThere = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      return isThere && !isSmall(element.getBoundingClientRect());
    };
    const isCut = (element: Element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isWide = hides(overflowX) && element.scrollWidth > element.clientWidth + 1;
      return isWide || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
    };
    const name = (element: Element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 120);
    const all = [...document.querySelectorAll("body *")].filter((one) => !one.closest("svg") && isShown(one));
    const cut = all.filter((one) => !one.matches("input, select, textarea") && isCut(one));

    const boxes: { element: Element; left: number; right: number; top: number; bottom: number }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      // The link past the head of a page lies above it on purpose.
      if (!element || !node.nodeValue?.trim() || !isShown(element) || element.closest(".skip")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // Boxes of tall scripts are higher than their lines: the middle is where the letters are.
        const inset = (bottom - top) * 0.3;
        if (right - left > 2) boxes.push({ element, left, right, top: top + inset, bottom: bottom - inset });
      }
    }
    boxes.sort((one, other) => one.top - other.top);
    const over = boxes.flatMap((one, at) => {
      const found: string[] = [];
      for (let next = at + 1; next < boxes.length; next += 1) {
        const other = boxes[next];
        if (!other || other.top >= one.bottom) break;
        const isOver = Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2;
        if (isOver && other.element !== one.element)
          found.push(`${name(one.element)} lies over ${name(other.element)}`);
      }
      return found;
    });
    return [...cut.slice(0, 5).map((one) => `cut: ${name(one)}`), ...over.slice(0, 5)];
  });
}

/** Boxes that scroll sideways by themselves, as one line each; tables may, since a table is read in two directions. */
export function sidewaysBoxes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element) =>
      /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1;
    return [...document.querySelectorAll("body *:not(textarea, input, select)")]
      .filter((one) => one.checkVisibility() && scrolls(one) && one.querySelector("table") === null)
      .map((one) => `scrolls sideways: ${one.outerHTML.replace(/\s+/g, " ").slice(0, 120)}`);
  });
}
