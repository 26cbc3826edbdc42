import type { Page } from "playwright-core";
import { accessibilityViolationsWithoutScript, overflowingElements } from "#tests/support/browser";
import { type Firm, linesOf, valuesOf } from "./firms";

/** What was found wrong on the way, one line each, and which kinds of page axe has looked at. */
export type Inspection = { readonly faults: string[]; readonly kinds: Set<string>; readonly paths: Set<string> };

export function inspection(): Inspection {
  return { faults: [], kinds: new Set(), paths: new Set() };
}

/** Ids and tokens out of a path, so that lines can be read. */
function readable(url: string): string {
  return new URL(url).pathname.replace(/[\w-]{20,}/g, "…");
}

/** Looks at the page as it stands: width, scripts, and, once for each kind of page, what axe finds in light and in dark. */
export async function inspect(page: Page, kind: string, seen: Inspection, alsoDark = true): Promise<void> {
  const { faults, kinds, paths } = seen;
  const path = readable(page.url());
  paths.add(path);
  for (const line of await overflowingElements(page)) faults.push(`${kind} ${path}: ${line}`);
  const scripts = await page.locator("script[src]").count();
  // Where files are sent, a second one sends them in pieces.
  if (scripts > (path.endsWith("/evidence") ? 2 : 1)) faults.push(`${kind} ${path}: ${scripts} scripts`);
  if (kinds.has(kind)) return;
  kinds.add(kind);
  for (const fault of await accessibilityViolationsWithoutScript(page, alsoDark))
    faults.push(`${kind} ${path} ${fault}`);
}

/** The kind of a question's page: what stands on it to be filled in. */
export async function kindOfQuestion(page: Page): Promise<string> {
  const kinds = await page.evaluate(() => {
    const wanted: Readonly<Record<string, string>> = {
      one: "#page input[type=radio]",
      several: "#page input[type=checkbox]",
      list: "#page select",
      lines: "#page .field:not(details .field) textarea",
      text: "#page input[type=text]:not(.fields-inline input)",
      date: "#page .fields-inline input",
      matrix: "#page .matrix",
      table: "#page table",
      error: ".problem",
    };
    return Object.keys(wanted).filter((kind) => document.querySelector(wanted[kind] ?? "") !== null);
  });
  return `question of ${kinds.join(" and ")}`;
}

/** Fills in and chooses by hand what a page's form has a field for. Throws for a value that no field takes. */
export async function fillIn(page: Page, values: readonly (readonly [string, string])[]): Promise<void> {
  for (const [name, value] of values) {
    const fields = page.locator(`main form [name="${name}"]`);
    const tag = await fields.first().evaluate((element) => `${element.tagName} ${element.getAttribute("type") ?? ""}`);
    if (tag === "INPUT radio" || tag === "INPUT checkbox") {
      // The whole row is pressed, as a thumb does it, unless it is chosen already.
      const field = page.locator(`main form [name="${name}"][value="${value}"]`);
      if (await field.isChecked()) continue;
      const id = await field.getAttribute("id");
      await page.locator(`main form label[for="${id}"]`).click();
      if (!(await field.isChecked())) throw new Error(`${name} does not take ${value}`);
    } else if (tag.startsWith("SELECT")) {
      await fields.selectOption(value);
    } else {
      await fields.fill(value);
    }
  }
}

/** What of these values a page shows as filled in. */
export async function stillThere(page: Page, values: readonly (readonly [string, string])[]): Promise<string[]> {
  const lost: string[] = [];
  for (const [name, value] of values) {
    const kept = await page.evaluate(
      ([field = "", wanted = ""]) =>
        [...document.querySelectorAll(`#page [name="${field}"]`)].some((element) => {
          if (element instanceof HTMLInputElement && element.type !== "text") {
            return element.checked && element.value === wanted;
          }
          return "value" in element && element.value === wanted;
        }),
      [name, value],
    );
    if (!kept) lost.push(`${name} is not ${value} any more`);
  }
  return lost;
}

async function press(page: Page, selector: string): Promise<void> {
  const before = page.url();
  await page.locator(selector).first().click();
  await page.waitForLoadState("domcontentloaded");
  if (page.url() !== before) return;
  const problem = page.locator(".problem").first();
  if (await problem.isVisible()) throw new Error(`${before} was refused: ${await problem.innerText()}`);
}

/** The button of the page's own form that goes on. */
export const goOn = "main form .actions button[type=submit]:not([name])";

/** The question whose page is open. */
export function openQuestion(page: Page): string {
  return /\/attest\/[^/]+\/([A-Z]\d+)(?:$|[/?#])/.exec(page.url())?.[1] ?? "";
}

/** Answers the question whose page is open, tables line by line, and goes on. */
export async function answerQuestion(page: Page, firm: Firm, seen: Inspection): Promise<void> {
  const question = openQuestion(page);
  const answer = firm[question];
  if (!answer) throw new Error(`${page.url()} asks ${question}, which the firm does not answer`);
  const sites = await sitesOf(page, question);
  await inspect(page, await kindOfQuestion(page), seen);
  const fields = Object.entries(answer).filter(([field, typed]) => !linesOf(question, field, typed));
  const values = valuesOf(question, Object.fromEntries(fields), sites);
  await fillIn(page, values);
  for (const [field, typed] of Object.entries(answer)) {
    const lines = linesOf(question, field, typed);
    if (!lines) continue;
    const at = `${question}.${field}`;
    if (lines.length === 0) await fillIn(page, [[`${at}.none`, "yes"]]);
    else await addLines(page, at, lines, seen);
    if (lines.length > 0) {
      await inspect(page, await kindOfQuestion(page), seen);
      const lost = await stillThere(page, values);
      seen.faults.push(...lost.map((line) => `${question} after its lines were added: ${line}`));
      await fillIn(page, values);
    }
  }
  await press(page, goOn);
}

async function addLines(
  page: Page,
  at: string,
  lines: readonly Readonly<Record<string, string | readonly string[]>>[],
  seen: Inspection,
): Promise<void> {
  const question = at.split(".")[0] ?? "";
  await press(page, `[id="${at}.add"]`);
  for (const [place, line] of lines.entries()) {
    await inspect(page, `line of ${at}`, seen);
    await fillIn(page, valuesOf(at, line, await sitesOf(page, question)));
    const last = place === lines.length - 1;
    if (!last) await page.locator("#page button[value=another]").click();
    else await press(page, goOn);
    if (await page.locator(".problem").count()) {
      throw new Error(`${page.url()} was refused: ${await page.locator(".problem").first().innerText()}`);
    }
  }
}

const knownSites = new WeakMap<Page, Map<string, readonly string[]>>();

/** Ids of the sites, in the order they were added; learned from the page that lists them. */
async function sitesOf(page: Page, question: string): Promise<readonly string[]> {
  const attestation = /\/attest\/([^/?]+)/.exec(page.url())?.[1] ?? "";
  const known = knownSites.get(page) ?? new Map<string, readonly string[]>();
  knownSites.set(page, known);
  const found = known.get(attestation);
  if (found || question < "B2") return found ?? [];
  const answer = await page.context().request.get(new URL(`/attest/${attestation}/B1`, page.url()).href);
  const ids = siteIdsIn(await answer.text());
  known.set(attestation, ids);
  return ids;
}

/** Ids of the sites in the HTML of the page that lists them. */
export function siteIdsIn(html: string): readonly string[] {
  return [...html.matchAll(/"row:sites\/([\w-]+)\/remove"/g)].map(([, id = ""]) => id);
}
