import type { Page } from "playwright-core";
import { type Inspection, inspect } from "#tests/journeys/answering";
import { overflowingElements } from "#tests/support/browser";
import { sidewaysBoxes, textFaults } from "#tests/support/fit";
import { colourFaults } from "./forced-colours";

/** One way of reading a page: CSS pixels, and how large its text is in proportion to the rest. */
type View = { readonly name: string; readonly width: number; readonly text?: string };

/** A window of 1280 px at 200 and at 400 per cent, and a phone with text twice as large. */
const views: readonly View[] = [
  { name: "zoomed to 200 %", width: 640 },
  { name: "zoomed to 400 %", width: 320 },
  { name: "with text at 200 %", width: 390, text: "200%" },
];

/** Kinds whose colours were looked at already, by direction: the language of a page changes none. */
const coloured = new Set<string>();

/**
 * Looks at a page as somebody reads it: with axe, and for words that are cut or lie over each other; once for each kind zoomed
 * and with large text, and once for each kind and direction in dark and in forced colours.
 */
export async function lookAt(page: Page, kind: string, seen: Inspection, dir: string): Promise<void> {
  const isNew = !seen.kinds.has(kind);
  const isNewColour = !coloured.has(`${kind} ${dir}`);
  coloured.add(`${kind} ${dir}`);
  await inspect(page, kind, seen, isNewColour);
  const note = (view: string, faults: readonly string[]) =>
    seen.faults.push(...faults.map((fault) => `${kind} ${view}: ${fault}`));
  note("as it is", await textFaults(page));
  if (!isNew) return;
  const before = page.viewportSize() ?? { width: 390, height: 780 };
  for (const { name, width, text = "" } of views) {
    await page.setViewportSize({ width, height: before.height });
    await setTextSize(page, text);
    note(name, [...(await overflowingElements(page)), ...(await sidewaysBoxes(page)), ...(await textFaults(page))]);
  }
  await page.setViewportSize(before);
  await setTextSize(page, "");
  if (isNewColour) note("in forced colours", await colourFaults(page));
}

function setTextSize(page: Page, size: string): Promise<void> {
  return page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
  }, size);
}
