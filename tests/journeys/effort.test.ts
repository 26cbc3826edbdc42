import { afterAll, beforeAll, expect, test } from "vitest";
import { type Page, smallFirm, type Typed } from "#tests/questionnaires/versions/small-firm";
import { type Client, clientOf, type FormValues, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { forcedLabour } from "#tests/support/questionnaires";
import { signature, startByLink } from "./posting";

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(() => product?.stop());

/** Fields of a page's form as the browser would send them untouched: what is hidden, and what is chosen already. */
function untouched(html: string): FormValues {
  const form = /<form[^>]*id="page"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return [...form.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => {
    const isSent = attribute(tag, "type") === "hidden" || / checked=""/.test(tag);
    return isSent ? [[attribute(tag, "name"), attribute(tag, "value")] as const] : [];
  });
}

/** What the firm types on a page, by the names of its fields, and how often it presses or chooses something. */
function typedOn(code: string, page: Page, html: string): { values: FormValues; clicks: number } {
  const table = forcedLabour(2)
    .questions.get(code)
    ?.parts.find(({ type }) => type === "table")?.id;
  if (page === "none") return { values: [[`${code}.${table}.none`, "yes"]], clicks: 1 };
  if (page === "no-to-all") return { values: [[`${code}.answer.all`, "no"]], clicks: 1 };
  const named = (at: string, typed: Typed): FormValues =>
    Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one) => [`${at}.${name}`, one] as const));
  if ("row" in page && typeof page.row === "object" && !Array.isArray(page.row)) {
    // The only site is chosen already.
    const { sites: _, ...typed } = page.row as Typed;
    return withClicks(named(`${code}.${table}`, typed), html);
  }
  if ("rows" in page && !Array.isArray(page.rows)) {
    const ids = untouched(html).flatMap(([name, value]) => (name === `${code}.${table}.rows` ? [value] : []));
    const [typed = {}] = Object.values(page.rows as Readonly<Record<string, Typed>>);
    return withClicks(
      ids.flatMap((id) => named(`${code}.${table}.${id}`, typed)),
      html,
    );
  }
  return withClicks(named(code, page as Typed), html);
}

/** Boxes to type in are reached by keyboard; all else is pressed, and so is the button that goes on. */
function withClicks(values: FormValues, html: string): { values: FormValues; clicks: number } {
  const isText = (name: string) => new RegExp(`<(input type="text"|textarea)[^>]* name="${name}"`).test(html);
  return { values, clicks: 1 + values.filter(([name]) => !isText(name)).length };
}

/** Goes from the first question to the page that checks them all. */
async function answer(client: Client, base: string, first: string) {
  const done = { pages: 0, clicks: 0, asked: [] as string[] };
  for (let at = first; at !== `${base}/check`; ) {
    const code = at.slice(base.length + 1).split("/")[0] ?? "";
    const turn = done.asked.filter((one) => one === code).length;
    const page = smallFirm[code]?.[turn];
    if (page === undefined) throw new Error(`${at} is asked after ${done.asked.join(" ")}`);
    const html = await (await client.get(at)).text();
    const { values, clicks } = typedOn(code, page, html);
    at = await redirectPathOf(await client.post(at, [...untouched(html), ...values]));
    done.pages += 1;
    done.clicks += clicks;
    done.asked.push(code);
  }
  return done;
}

test("a clean small firm needs at most 40 pages and 80 clicks from its link to its receipt, without a script", async () => {
  const { paths } = await launchWithLinks(product.dataDir, { campaign: { version: 2, ruleSet: "standard-2026.2" } });
  const client = clientOf(product.origin);
  const path = paths[0] ?? "";
  expect((await client.get(path)).status).toBe(200);
  const base = await startByLink(client, path);
  // Whoever begins comes to the first question; this request was begun before.
  const { pages, clicks, asked } = await answer(client, base, `${base}/A1`);
  expect(asked.length).toBeGreaterThan(30);
  expect((await client.get(`${base}/check`)).status).toBe(200);
  const receipt = await redirectPathOf(await client.post(`${base}/sign`, await signature(client, base)));
  expect(receipt).toBe(`${base}/receipt`);
  // Landing, check and signature are pages too: Start, go on to sign, the authority and the signature are pressed there.
  expect(pages + 3).toBeLessThanOrEqual(40);
  expect(clicks + 4).toBeLessThanOrEqual(80);
});
