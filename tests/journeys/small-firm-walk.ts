import type { Page as BrowserPage } from "playwright-core";
import { type Page, smallFirm, type Typed } from "#tests/questionnaires/versions/small-firm";
import { forcedLabour } from "#tests/support/questionnaires";
import { fillIn, goOn, openQuestion } from "./answering";

/** The questions in the order in which the firm was asked them. */
export type Walked = { readonly asked: readonly string[] };

/** How a page is filled in and its buttons are pressed; a press leads to another page. */
export type Hands = {
  fillIn(values: readonly (readonly [string, string])[]): Promise<void>;
  press(selector: string): Promise<void>;
};

function fingersOn(page: BrowserPage): Hands {
  return { fillIn: (values) => fillIn(page, values), press: (selector) => press(page, selector) };
}

/**
 * Answers version 2 for the small firm, from the page of the first question to the one that checks them all.
 * @param look sees each page before anything is typed on it
 */
export async function walkSmallFirm(
  page: BrowserPage,
  look: (code: string) => Promise<void>,
  hands = fingersOn(page),
): Promise<Walked> {
  const asked: string[] = [];
  for (let code = openQuestion(page); code !== ""; code = openQuestion(page)) {
    const typed = smallFirm[code]?.[asked.filter((one) => one === code).length];
    if (typed === undefined) throw new Error(`${page.url()} is asked after ${asked.join(" ")}`);
    asked.push(code);
    await look(code);
    const before = page.url();
    await answerPage(page, { code, typed, hands });
    if (page.url() === before) throw new Error(`${before} was refused: ${await page.locator("main").innerText()}`);
  }
  return { asked };
}

async function answerPage(
  page: BrowserPage,
  { code, typed, hands }: { readonly code: string; readonly typed: Page; readonly hands: Hands },
): Promise<void> {
  const table = forcedLabour(2)
    .questions.get(code)
    ?.parts.find(({ type }) => type === "table")?.id;
  if (typed === "none") return hands.press(`main form button[name="${code}.${table}.none"]`);
  if (typed === "no-to-all") return hands.press(`main form button[name="${code}.answer.all"]`);
  await hands.fillIn(await valuesOn(page, `${code}`, table, typed));
  await hands.press(goOn);
}

async function valuesOn(page: BrowserPage, code: string, table: string | undefined, typed: Exclude<Page, string>) {
  if ("row" in typed && isTyped(typed.row)) {
    // The only site is chosen already.
    const { sites: _, ...cells } = typed.row;
    return named(`${code}.${table}`, cells);
  }
  if ("rows" in typed && !Array.isArray(typed.rows) && typeof typed.rows !== "string") {
    const ids = await page
      .locator(`#page input[name="${code}.${table}.rows"]`)
      .evaluateAll((fields) => fields.map((field) => field.getAttribute("value") ?? ""));
    const [cells] = Object.values(typed.rows);
    return ids.flatMap((id) => (isTyped(cells) ? named(`${code}.${table}.${id}`, cells) : []));
  }
  return named(code, typed as Typed);
}

function isTyped(value: unknown): value is Typed {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function named(at: string, typed: Typed): [string, string][] {
  return Object.entries(typed).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [`${at}.${name}`, one]),
  );
}

async function press(page: BrowserPage, selector: string): Promise<void> {
  await Promise.all([
    page.waitForNavigation({ waitUntil: "domcontentloaded" }),
    page.locator(selector).first().click(),
  ]);
}
