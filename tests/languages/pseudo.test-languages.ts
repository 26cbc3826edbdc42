import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBrowser } from "#tests/support/browser";
import { startMailServer } from "#tests/support/mail-server";
import { aDataFolder, startProduct } from "#tests/support/product";
import { buildPseudoProduct } from "./pseudo/pseudo-product";
import { pseudoLocales } from "./pseudo/pseudo-texts";
import { type Place, walkWhole } from "./walk";

let place: Place;
let built: ReturnType<typeof buildPseudoProduct>;

beforeAll(async () => {
  built = buildPseudoProduct();
  const mails = await startMailServer();
  const product = await startProduct(aDataFolder(), { SMTP_URL: mails.url }, built.folder);
  place = { browser: await startBrowser(), mails, product };
}, 600_000);

afterAll(async () => {
  await place?.browser.close();
  await place?.product.stop();
  await place?.mails.close();
  built?.remove();
});

describe.each(pseudoLocales)("a whole attestation in the pseudo-locale $tag, 320 px", ({ tag, dir }) => {
  test("has room for longer words, and for lines from the other side", async () => {
    expect(await walkWhole(place, { tag, dir, script: false, width: 320 })).toEqual([]);
  });
});
