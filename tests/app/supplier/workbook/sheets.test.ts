import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { writeWorkbook } from "#app/services/supplier/workbook/file/write-xlsx";

const sheet = {
  name: "A",
  headings: 1,
  columns: [{ width: 10 }, { width: 10 }],
  rows: [
    [
      { value: "A1 ما الذي تشمله إجاباتكم؟", kind: "told" as const },
      { value: "", kind: "open" as const },
    ],
  ],
};

async function partsOf(direction: "ltr" | "rtl") {
  const parts = unzipSync(await writeWorkbook({ sheets: [sheet], lists: [] }, direction));
  const [styles = "", first = "", book = ""] = ["styles.xml", "worksheets/sheet1.xml", "workbook.xml"].map((name) =>
    strFromU8(parts[`xl/${name}`] ?? new Uint8Array()),
  );
  return { styles, first, book };
}

test("words of ours read from the right in a workbook from right to left, though they begin with a code", async () => {
  expect((await partsOf("rtl")).styles).toMatch(/<alignment [^>]*readingOrder="2"/);
  expect((await partsOf("ltr")).styles).not.toContain("readingOrder");
});

test("a sheet prints all its columns beside each other, below its headings", async () => {
  const { first, book } = await partsOf("ltr");
  expect(first).toContain('fitToWidth="1"');
  expect(first).toContain('fitToHeight="0"');
  expect(first).toContain('orientation="landscape"');
  expect(book).toMatch(/Print_Titles[^<]*>[^<]*\$1:\$1</);
});
