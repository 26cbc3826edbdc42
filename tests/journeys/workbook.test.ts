import { readXlsx, writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, clientOf, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";

let product: Product;
let paths: readonly string[] = [];
beforeAll(async () => {
  product = await startProduct();
  ({ paths } = await launchWithLinks(product.dataDir, { suppliers: 3, contact: { language: "en" } }));
});
afterAll(() => product?.stop());

/** The workbook with these answers, filled in by another program than ours would be: only cells and their texts. */
async function filled(bytes: Uint8Array, answers: Readonly<Record<string, string>>): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets } = await readXlsx(bytes);
  const changed = sheets.map(({ name, rows }) => {
    const at = rows[0]?.indexOf("avow:answer") ?? -1;
    return {
      name,
      rows: rows.map((row) => {
        const answer = answers[String(row[0])];
        if (at < 0 || answer === undefined) return row;
        return Array.from({ length: Math.max(row.length, at + 1) }, (_, column) =>
          column === at ? answer : (row[column] ?? null),
        );
      }),
    };
  });
  return new Uint8Array(await writeXlsx({ sheets: changed }));
}

function handIn(client: Client, path: string, bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Response> {
  const body = new FormData();
  body.append("file", new Blob([bytes]), name);
  return client.send(path, { method: "POST", body, headers: { origin: product.origin } });
}

const unescaped = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
const fileIn = (html: string) => unescaped(/name="file" value="([^"]*)"/.exec(html)?.[1] ?? "");

test.each([
  ["en", 0, "Write in the column", "Will change"],
  ["ar", 1, "اكتب في عمود", "سيتغير"],
  ["zh-Hans", 2, "请填写", "会改动"],
] as const)("without a script, a workbook goes the whole way in %s", async (language, at, told, willChange) => {
  const client = clientOf(product.origin);
  const base = await redirectPathOf(await client.post(paths[at] ?? "", []));
  await client.post(`${base}/language`, [
    ["language", language],
    ["from", ""],
  ]);
  expect(await (await client.get(base)).text()).toContain(`${base}/workbook"`);
  const page = await (await client.get(`${base}/workbook`)).text();
  expect(page).toContain(`${base}/workbook.xlsx`);
  const download = await client.get(`${base}/workbook.xlsx`);
  expect(download.headers.get("content-disposition")).toMatch(/\.xlsx"/);
  const book = new Uint8Array(await download.arrayBuffer());
  const { sheets } = await readXlsx(book);
  expect(sheets[0]?.rows.flat().join(" ")).toContain(told);
  expect(sheets.map(({ view }) => view?.rightToLeft ?? false)).toContain(language === "ar");

  const bytes = await filled(book, { "A3.name": "=Rita", "A3.job": "HR", "L1.suppliers": "many", "L1.asked": "٣" });
  const preview = await (await handIn(client, `${base}/workbook`, bytes, "filled.xlsx")).text();
  expect(preview).toContain(willChange);
  expect(preview).toContain('name="fix.L1.suppliers"');
  expect(await (await client.get(`${base}/A3`)).text()).not.toContain("=Rita");
  const form: [string, string][] = [
    ["file", fileIn(preview)],
    ["fix.L1.suppliers", "5"],
  ];
  expect(await redirectPathOf(await client.post(`${base}/workbook`, form))).toBe(`${base}/workbook?saved=4`);
  expect(await (await client.get(`${base}/A3`)).text()).toContain('value="=Rita"');
  expect(await redirectPathOf(await client.post(`${base}/workbook`, form))).toBe(`${base}/workbook?saved=0`);

  const csv = await (await client.get(`${base}/workbook/answers`)).text();
  const lines = csv.split("\r\n").filter((line) => /^\ufeff?avow:id|^A3\.job/.test(line));
  const changed = new Uint8Array(Buffer.from(lines.join("\r\n").replace(",HR,", ",Owner,")));
  const again = await (await handIn(client, `${base}/workbook`, changed, "answers.csv")).text();
  expect(again).toMatch(/<del[^>]*>HR<\/del>.*<ins[^>]*>Owner<\/ins>/s);
  const refused = await handIn(client, `${base}/workbook`, new Uint8Array(Buffer.from("%PDF-1.7\n%âãÏÓ\n")), "a.pdf");
  expect(refused.status).toBe(422);
});
