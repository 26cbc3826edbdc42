import type { Locator, Page } from "playwright-core";
import { focusFault } from "#tests/support/focus";

/**
 * What cannot be told apart any more where the system chooses the colours (WCAG 1.4.11, 2.4.7): which choice is taken, where the
 * focus is, which field has an error. One line each; what a page lacks is not looked for.
 */
export async function colourFaults(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: "active" });
  try {
    return [...(await choiceFaults(page)), ...(await focusFaults(page)), ...(await errorFaults(page))];
  } finally {
    await page.emulateMedia({ forcedColors: null });
  }
}

async function firstShown(all: Locator): Promise<Locator | undefined> {
  for (const one of (await all.all()).slice(0, 20)) if (await one.isVisible()) return one;
  return undefined;
}

async function choiceFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const type of ["radio", "checkbox"]) {
    const taken = await firstShown(page.locator(`main input[type=${type}]:checked`));
    const free = await firstShown(page.locator(`main input[type=${type}]:not(:checked)`));
    if (!taken || !free) continue;
    const [one, other] = [await taken.screenshot(), await free.screenshot()];
    if (one.equals(other)) faults.push(`a chosen ${type} looks like any other: ${await taken.getAttribute("id")}`);
  }
  return faults;
}

async function focusFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const kind of ["a[href]", "button", "input[type=radio]", "input[type=checkbox]", "input[type=text]", "select"]) {
    const one = await firstShown(page.locator(`main ${kind}`));
    if (!one) continue;
    await one.focus();
    // A key is what tells a browser that the ring is wanted.
    await page.keyboard.press("Shift");
    const fault = await focusFault(page);
    if (fault !== undefined) faults.push(fault);
    await one.blur();
  }
  return faults;
}

function errorFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main .field-error")]
      .filter((field) => field.checkVisibility())
      .flatMap((field) => {
        const { borderInlineStartStyle: style, borderInlineStartWidth: width } = getComputedStyle(field);
        const isMarked = style !== "none" && Number.parseFloat(width) >= 2;
        const isSaid = field.querySelector(".error-text")?.textContent?.trim();
        return isMarked && isSaid ? [] : [`an error is not marked: ${field.outerHTML.slice(0, 120)}`];
      }),
  );
}
