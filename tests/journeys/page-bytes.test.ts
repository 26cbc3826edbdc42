import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesOfFirstLoad } from "#tests/bench/transfer";
import { clientOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
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

test.each(["en", "ar", "zh-Hans"])("a supplier's first page of any kind is light, in %s", async (language) => {
  const { paths } = await launchWithLinks(product.dataDir, { suppliers: 1, contact: { language } });
  const [path = ""] = paths;
  const client = clientOf(product.origin);
  const base = await startByLink(client, path);
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const pages = [path, base, ...["A2", "B1", "E1", "E4", "E6", "N3", "B1/sites/new"].map((at) => `${base}/${at}`)];
  for (const page of pages) {
    const sizes = await bytesOfFirstLoad(product.origin, page, cookie);
    const bytes = Object.values(sizes).reduce((sum, size) => sum + size, 0);
    expect(bytes, JSON.stringify(sizes)).toBeLessThanOrEqual(most);
    // The page, its style sheet and, once there is something to keep, its script.
    expect(Object.keys(sizes).length).toBeLessThanOrEqual(4);
  }
});
