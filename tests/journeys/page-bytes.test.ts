import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesOfFirstLoad } from "#tests/bench/transfer";
import { clientOf, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { forcedLabour } from "#tests/support/questionnaires";
import { startByLink } from "./posting";

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(async () => {
  await product?.stop();
});

/** What a slow line may have to carry before a page can be read and answered: see `page.bytes` of the bench. */
const most = 25_000;

type Visitor = ReturnType<typeof clientOf>;

/** All that a browser fetches for a page; of each page no more than the page, a style sheet, an icon and a script. */
async function bytesOf(client: Visitor, page: string): Promise<number> {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const sizes = await bytesOfFirstLoad(product.origin, page, cookie);
  expect(Object.keys(sizes).length, JSON.stringify(sizes)).toBeLessThanOrEqual(
    /\/(?:evidence|workbook|colleagues)$/.test(page) ? 5 : 4,
  );
  return Object.values(sizes).reduce((sum, size) => sum + size, 0);
}

test.each(["en", "ar", "zh-Hans"])("a supplier's first page of any kind is light, in %s", async (language) => {
  const { paths } = await launchWithLinks(product.dataDir, { suppliers: 1, contact: { language } });
  const [path = ""] = paths;
  const client = clientOf(product.origin);
  const base = await startByLink(client, path);
  const pages = [path, base, ...["A2", "B1", "E1", "E4", "E6", "N3", "B1/sites/new"].map((at) => `${base}/${at}`)];
  for (const page of pages) expect(await bytesOf(client, page), page).toBeLessThanOrEqual(most);
});

// Each letter of Thai takes three bytes.
test("every page of the newest questions is light, with 200 sites and in a language whose letters weigh most", async () => {
  const campaign = { version: 2, ruleSet: "standard-2026.2", edition: "tip-2025" };
  const { paths } = await launchWithLinks(product.dataDir, { suppliers: 1, contact: { language: "th" }, campaign });
  const [path = ""] = paths;
  const client = clientOf(product.origin);
  const base = await startByLink(client, path);
  const lines = Array.from(
    { length: 200 },
    (_, at) => `โรงงานตัดเย็บเสื้อผ้า ${at}\t${at} ถนนสุขุมวิท\t\tTH\tproduction\t\t40`,
  );
  const text = lines.join("\n");
  const pasted = [
    ["then", "add"],
    ["basedOn", "0"],
    ["text", text],
  ] as const;
  await redirectPathOf(await client.post(`${base}/B1/sites/paste`, pasted));
  // Not the sheet for printing, which holds every question with everything that was answered.
  const ends = ["", "/left", "/workbook", "/colleagues", "/check", "/sign"];
  const rows = [...forcedLabour(2).questions.values()].flatMap(({ id, parts }) => [
    `/${id}`,
    ...parts
      .filter(({ type }) => type === "table")
      .flatMap((part) => [`/${id}/${part.id}/paste`, `/${id}/${part.id}/new`]),
    `/${id}/evidence`,
  ]);
  const pages = [
    path,
    `${path}/decline`,
    `${path}/unsubscribe`,
    "/attest-help",
    ...[...ends, ...rows].map((end) => base + end),
  ];
  const heavy: Record<string, number> = {};
  let measured = 0;
  for (const page of pages) {
    // A question that is not asked has no page, and neither has a document where none is taken.
    if ((await client.get(page)).status !== 200) continue;
    const bytes = await bytesOf(client, page);
    if (bytes > most) heavy[page] = bytes;
    measured += 1;
  }
  expect(heavy).toEqual({});
  expect(measured).toBeGreaterThan(60);
});
