import { randomBytes } from "node:crypto";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decode } from "#app/services/team/supplier-file/decode";
import { unsupportedKind } from "#app/services/team/supplier-file/file/file-kind";
import lists from "./encoded-lists.json" with { type: "json" };

// Made with Python's codecs, which are not the ones that the product decodes with.
const files = lists.flatMap(({ language, text, files }) =>
  files.map((file) => ({ ...file, language, text, bytes: new Uint8Array(Buffer.from(file.base64, "base64")) })),
);
const textOf = (text: string) => text.normalize("NFC").replace(/^\uFEFF/, "");

describe("a list of real names", () => {
  test.each(files)("in $language, written as $written, is read letter by letter or asked about", ({ text, bytes }) => {
    const found = decode(bytes);
    if (found.foundBy !== "unsure") expect(textOf(found.text)).toBe(textOf(text));
    const readings = found.readings.map(({ encoding }) => textOf(decode(bytes, encoding).text));
    if (found.foundBy === "unsure") expect(readings).toContain(textOf(text));
    expect(unsupportedKind(bytes)).toBeUndefined();
  });

  test.each(files)("in $language, written as $written, is read letter by letter once it is chosen", (file) => {
    expect(textOf(decode(file.bytes, decode(file.bytes, "utf-8").broken ? chosen(file) : undefined).text)).toBe(
      textOf(file.text),
    );
  });

  test("is hardly ever asked about", () => {
    const asked = files.filter(({ bytes }) => decode(bytes).foundBy === "unsure");
    expect(asked.length).toBeLessThan(files.length * 0.1);
  });
});

function chosen({ encoding }: { readonly encoding: string }) {
  const known = decode(new Uint8Array(), undefined);
  return encoding as typeof known.encoding;
}

describe("names that one other letter gives away", () => {
  const turkish = "Supplier;Country\nIşık Tekstil A.Ş.;Turkey\nGüneş İplik;Turkey\n";

  test("are Turkish and not Icelandic", () => {
    expect(decode(iconv.encode(turkish, "windows-1254")).text).toBe(turkish);
  });

  test.each([
    [
      "one Turkish letter among plain ones",
      "Supplier,Country\nAcme Ltd,India\nIsik Tekstil A.Ş.,Turkey\n",
      "windows-1254",
    ],
    ["one Polish word", "Supplier,Country\nAcme Ltd,India\nZakłady Bawełny,Poland\n", "windows-1250"],
    ["one German word", "Supplier,Country\nAcme Ltd,India\nKöln Kabel,Germany\n", "windows-1252"],
    ["one French word", "Supplier,Country\nAcme Ltd,India\nCâbles du Rhône,France\n", "macintosh"],
    ["one Russian word", "Supplier,Country\nAcme Ltd,India\nТекстиль,Russia\n", "windows-1251"],
    ["Vietnamese names in capitals", "TÊN,NƯỚC\nCÔNG TY MAY ĐÔNG Á,VIÊT NAM\nGIÀY BIÊN HÒA,VIÊT NAM\n", "windows-1258"],
  ])("are read, or asked about with the right reading offered: %s", (_, text, encoding) => {
    const bytes = iconv.encode(text.normalize("NFC"), encoding);
    const found = decode(bytes);
    const readings = found.readings.map((reading) => decode(bytes, reading.encoding).text);
    expect(found.foundBy === "unsure" ? readings : [found.text]).toContain(textIn(bytes, encoding));
  });

  const textIn = (bytes: Buffer, encoding: string) => iconv.decode(bytes, encoding).normalize("NFC");
});

describe("how a reading was found", () => {
  test.each([
    ["plain letters only", "name,country\nAcme,Peru\n", "ascii"],
    ["UTF-8", "name,country\nŁódź Sp. z o.o.,Poland\n", "validity"],
    ["UTF-8 with a mark", "\uFEFFname,country\nAcme,Peru\n", "mark"],
  ])("is said: %s", (_, text, foundBy) => {
    expect(decode(new TextEncoder().encode(text))).toMatchObject({ encoding: "utf-8", foundBy, broken: false });
  });

  test("is still UTF-8 where a letter was cut in two", () => {
    const whole = new TextEncoder().encode("name,country\nŁódź Przędza Świt żółw,Polska\n".repeat(5));
    const cut = Uint8Array.from([...whole.subarray(0, -3), 0xc5, 0x0a]);
    expect(decode(cut)).toMatchObject({ encoding: "utf-8", broken: true });
  });

  test("shows the same names in each reading where it is not sure", () => {
    const { foundBy, readings } = decode(iconv.encode("id,name\n1,english\n2,®\n", "windows-1252"));
    expect(foundBy).toBe("unsure");
    expect(readings.length).toBeGreaterThan(1);
    expect(new Set(readings.map(({ names }) => names.join())).size).toBe(readings.length);
    expect(readings.map(({ encoding }) => encoding)).toContain("windows-1252");
  });
});

describe("bytes that are no text", () => {
  test.each([200, 400, 5_000, 100_000])("are refused: %d random ones", (length) => {
    for (let time = 0; time < 5; time++) expect(unsupportedKind(randomBytes(length))).toBe("not-text");
  });

  test.each([
    ["24 bytes of a key", "b2058ec6a91f7c03e8d44b960112fb7e9ad0c3586614ee21"],
    [
      "48 bytes of a packed file",
      "9f1b08e2c47d03a55e90ffd11c6b2a8833e7ca04be5f71d91280a6c30e47f29b6ad815c99006b37e52ed41f88c1d23aa",
    ],
    ["20 bytes with two that are a zero", "c1a9e4d700b8f2a1cfd3eb0099a5c0b7dae6f1c4"],
    ["a line of a program", "e8fe0b5f3d8b45fc89c6ff7510e8a10c2f00b90a4f3dc3"],
  ])("are refused where they are few: %s", (_, hex) => {
    expect(unsupportedKind(Buffer.from(hex, "hex"))).toBe("not-text");
  });

  test.each([
    [
      "a short list in an encoding of DOS",
      Buffer.concat([iconv.encode("name;country\r\nMüller;Österreich\r\n", "cp850"), Buffer.of(0x1a)]),
    ],
    ["one with a sign from a PDF, as it is pasted", Buffer.from("name,country\nDong\u0002A,Việt Nam\n")],
    ["one short line in Turkish letters", iconv.encode("Işık Tekstil;Türkiye", "windows-1254")],
  ])("are no others: %s", (_, file) => {
    expect(unsupportedKind(file)).toBeUndefined();
  });

  test("are refused with the mark of a text before them", () => {
    const marked = Buffer.concat([Uint8Array.of(0xff, 0xfe), randomBytes(1_000)]);
    expect(unsupportedKind(marked)).toBe("not-text");
  });
});
