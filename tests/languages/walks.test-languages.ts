import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "#app/i18n/languages";
import { startBrowser } from "#tests/support/browser";
import { startMailServer } from "#tests/support/mail-server";
import { startProduct } from "#tests/support/product";
import { type Place, walkWhole } from "./walk";

let place: Place;

beforeAll(async () => {
  const mails = await startMailServer();
  place = { browser: await startBrowser(), mails, product: await startProduct(undefined, { SMTP_URL: mails.url }) };
});

afterAll(async () => {
  await place?.browser.close();
  await place?.product.stop();
  await place?.mails.close();
});

const walks = languages.flatMap(({ tag, dir }) => [
  { tag, dir, script: false, width: 360 },
  { tag, dir, script: true, width: 390 },
]);

describe.each(walks)("a whole attestation in $tag, script $script, $width px", (reader) => {
  test("is read, answered, checked and signed, with nothing cut and nothing that axe finds", async () => {
    expect(await walkWhole(place, reader)).toEqual([]);
  });
});
