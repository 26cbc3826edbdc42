import { beforeAll, describe, expect, test } from "vitest";
import { languages } from "#app/i18n/languages";
import { printReceipt as print } from "#app/paper/receipt/print-receipt";
import type { SupplierContext } from "#app/services/context/contexts";
import type { PrintingOrder } from "#app/services/context/resources/threads/printer";
import { uiLanguage } from "#app/services/supplier/page/page-texts";
import { printReceipt } from "#app/services/supplier/receipt/print-receipt";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import type { ReceiptSheet } from "#app/views/supplier/signing/receipt-sheet";
import { testContext } from "#tests/support/context";
import { hasPoppler, objectsOf, poppler } from "#tests/support/pdf";
import { asSupplier, form, invite } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";

const visible = (text: string) => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");

async function signedBy(name: string, over: Parameters<typeof invite>[1] = {}) {
  const ctx = await testContext();
  const { token, attestation } = await invite(ctx, over);
  const supplier = asSupplier(ctx, token);
  await supplier.answersAll();
  const fields = { "O2.name": name, "O2.job": "Director", "O2.sharing": "buyer", "O2.authority": "yes" };
  const outcome = await supplier.submits(form(fields));
  if (outcome.kind !== "submitted") throw new Error(JSON.stringify(outcome));
  return { ctx, attestation, self: await supplier.open(), hash: outcome.declaration.hash };
}

describe("the receipt as PDF", () => {
  const name = "Nguyễn 李娜 محمد সরকার ศรีน้ำ Ильин";
  let signed: { self: SupplierContext; hash: string };
  beforeAll(async () => {
    signed = await signedBy(name);
  });

  test.each(languages.map(({ tag }) => tag))(
    "in %s is small, tagged, in its language, with its fonts in it",
    async (language) => {
      const { bytes, type, name: file } = await printReceipt({ ...signed.self, language }, {});
      expect(type).toBe("application/pdf");
      expect(file).toBe(`${signed.self.session.file.attestation.reference}.pdf`);
      expect(bytes.length).toBeLessThan(200_000);
      const objects = objectsOf(bytes);
      expect(objects).toMatch(/\/Marked true/);
      expect(objects).toContain(`/Lang (${uiLanguage(language)})`);
      for (const role of ["Document", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Figure"]) {
        expect(objects).toContain(`/S /${role}\n`);
      }
      const fonts = objects.match(/\/Subtype \/Type0/g)?.length;
      expect(fonts).toBeGreaterThan(3);
      expect(objects.match(/\/FontFile2 /g)).toHaveLength(fonts ?? 0);
      if (!hasPoppler) return;
      expect(poppler("pdfinfo", bytes)).toMatch(/Tagged: +yes[\s\S]*Pages: +1\n/);
      const text = visible(poppler("pdftotext", bytes));
      expect(text).toContain(signed.hash);
      for (const word of name.split(" ")) expect(text).toContain(word);
      const { signer, sent } = await showReceipt({ ...signed.self, language }, {});
      const words = visible(`${signer} ${sent}`).match(/[\p{L}\p{M}\d]+/gu) ?? [];
      expect(words.filter((word) => !text.includes(word))).toEqual([]);
    },
  );

  test.skipIf(!hasPoppler)("has every font in it, as a part, with its letters told", async () => {
    const { bytes } = await printReceipt({ ...signed.self, language: "ja" }, {});
    const [, , ...lines] = poppler("pdffonts", bytes).trimEnd().split("\n");
    for (const line of lines) expect(line).toMatch(/ yes yes yes +\d+ +0$/);
  });

  test("of the same signature is the same, byte for byte", async () => {
    const [one, other] = [await printReceipt(signed.self, {}), await printReceipt(signed.self, {})];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });

  test("is not there before anything was signed", async () => {
    const ctx = await testContext();
    const { token } = await invite(ctx);
    expect(await codeOf(printReceipt(await asSupplier(ctx, token).open(), {}))).toBe("not-found");
  });
});

describe.skipIf(!hasPoppler)("a name that would break a receipt", () => {
  let sheet: ReceiptSheet;
  beforeAll(async () => {
    const { self } = await signedBy("Rita Alves");
    const print = async (order: PrintingOrder) => {
      if (order.paper === "receipt") sheet = order.sheet;
      return new Uint8Array();
    };
    await printReceipt({ ...self, printer: { print } }, {});
  });

  const printed = async (name: string) => {
    const [company, ...facts] = sheet.facts;
    if (!company) throw new Error("no company");
    return print({ ...sheet, lead: `${name} answered.`, facts: [{ ...company, value: name }, ...facts] });
  };

  test.each([
    ["markup of several kinds", "#let x = 1 \\end{a} [b](c) <b>&amp; (Tj) ET EMC >> endobj %", "ETEMC>>endobj%"],
    ["line ends of every kind", "One\nTwo\r\nThree\u2028Four\u0085Five\u0000\u0007", "OneTwoThreeFourFive"],
    ["the other direction", "\u202egnp.exe\u202c Ltd", "gnp.exeLtd"],
    ["isolates that never end", "Abc \u2067 def \u2066 ghi", "Abcdefghi"],
    ["half a character", "Abc \ud800 def", "Abc□def"],
    ["a tower of marks", `Zalgo${"\u0301".repeat(900)} end`, "Zalg"],
    ["a thousand letters without a space", "M".repeat(1_000), "M".repeat(1_000)],
    ["a thousand letters of words", "Wort ".repeat(200), "Wort".repeat(200)],
    ["a thousand ideographs", "國".repeat(1_000), "國".repeat(1_000)],
  ])("is only a name: %s", async (_, name, shown) => {
    const bytes = await printed(name);
    const text = visible(poppler("pdftotext", bytes));
    expect(text).toContain(sheet.hash);
    expect(text).toContain("Rita Alves");
    expect(text.replace(/\s+/g, "")).toContain(shown);
    expect(poppler("pdfinfo", bytes)).toMatch(/Tagged: +yes[\s\S]*Pages: +[12]\n/);
  });

  test("in a script that no font has is a box, and the receipt says what the box is", async () => {
    const text = poppler("pdftotext", await printed("Cuneiform 𒀀𒁀 & 🏭 Ltd"));
    expect(text).toContain("Cuneiform □□ & □ Ltd");
    expect(text).toContain("□ stands for");
    expect(poppler("pdftotext", await print(sheet))).not.toContain("□");
  });

  test("in scripts that no language of ours has is that name", async () => {
    const names = "မြန်မာ ខ្មែរ ລາວ தமிழ் සිංහල ગુજરાતી ਪੰਜਾਬੀ తెలుగు ಕನ್ನಡ മലയാളം ଓଡ଼ିଆ ქართული Հայերեն አማርኛ हिन्दी Ελληνικά";
    const text = poppler("pdftotext", await printed(names)).normalize("NFC");
    expect(names.split(" ").filter((name) => !text.includes(name.normalize("NFC")))).toEqual([]);
    expect(text).not.toContain("□");
    expect(visible(poppler("pdftotext", await printed("עברית")))).toContain("עברית");
  });
});
