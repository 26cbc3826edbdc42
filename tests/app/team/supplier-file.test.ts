import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { decode } from "#app/services/team/supplier-file/decode";
import { unsupportedKind } from "#app/services/team/supplier-file/file/file-kind";
import { readHeader, readList } from "#app/services/team/supplier-file/header";
import { readRows, rowsAfter } from "#app/services/team/supplier-file/rows";
import { supplierRowReader } from "#app/services/team/supplier-file/supplier-row";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "latin1")] : part)));

function utf16(text: string, order: "le" | "be", mark: boolean): Uint8Array {
  const little = Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
  return new Uint8Array(order === "le" ? little : Buffer.from(little).swap16());
}

async function suppliersIn(file: Uint8Array) {
  const { rows } = await readRows(decode(file).text);
  const { rows: below, mapping } = readHeader(rows);
  return below.map(supplierRowReader(mapping));
}

const factsIn = async (file: Uint8Array) => (await suppliersIn(file)).map(({ facts }) => facts);
const codesIn = async (file: Uint8Array) =>
  (await suppliersIn(file)).map(({ problems }) => problems.map(({ code }) => code));

describe("the encoding of a list", () => {
  const list = "Lieferant;Land;E-Mail\r\nMüller Söhne GmbH;Deutschland;a@mueller.example\r\n";

  test.each([
    ["utf-8", utf8(list)],
    ["utf-8", utf8(`\uFEFF${list}`)],
    ["utf-16le", utf16(list, "le", true)],
    ["utf-16be", utf16(list, "be", true)],
    ["utf-16le", utf16(list, "le", false)],
    ["utf-16be", utf16(list, "be", false)],
    ["windows-1252", bytes(list)],
  ])("is found to be %s, and the same supplier is read", async (encoding, file) => {
    expect(decode(file).encoding).toBe(encoding);
    expect(await factsIn(file)).toMatchObject([
      { name: "Müller Söhne GmbH", country: "DE", email: "a@mueller.example" },
    ]);
  });

  test("of Chinese in GB 18030 is told from Western text", async () => {
    // 供应商,国家 / 上海纺织,中国
    const file = bytes(
      [0xb9, 0xa9, 0xd3, 0xa6, 0xc9, 0xcc],
      ",",
      [0xb9, 0xfa, 0xbc, 0xd2],
      "\n",
      [0xc9, 0xcf, 0xba, 0xa3, 0xb7, 0xc4, 0xd6, 0xaf],
      ",",
      [0xd6, 0xd0, 0xb9, 0xfa],
      "\n",
    );
    expect(decode(file).encoding).toBe("gb18030");
    expect(await factsIn(file)).toMatchObject([{ name: "上海纺织", country: "CN" }]);
  });

  test("of Japanese in Shift JIS is told from Chinese", async () => {
    // 会社名,国 / サクラ工業,日本
    const file = bytes(
      [0x89, 0xef, 0x8e, 0xd0, 0x96, 0xbc],
      ",",
      [0x8d, 0x91],
      "\n",
      [0x83, 0x54, 0x83, 0x4e, 0x83, 0x89, 0x8d, 0x48, 0x8b, 0xc6],
      ",",
      [0x93, 0xfa, 0x96, 0x7b],
      "\n",
    );
    expect(decode(file).encoding).toBe("shift_jis");
    expect(await factsIn(file)).toMatchObject([{ name: "サクラ工業", country: "JP" }]);
  });

  test("chosen by a person wins over what was found", () => {
    expect(decode(bytes("caf\xe9"), "utf-8")).toMatchObject({ foundBy: "choice", broken: true });
  });
});

describe("what is no list", () => {
  const bytes = (...first: number[]) => new Uint8Array([...first, ...new Array(20).fill(0)]);

  test.each([
    ["a spreadsheet of today", bytes(0x50, 0x4b, 0x03, 0x04), "spreadsheet"],
    ["a spreadsheet of before", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "spreadsheet"],
    ["a PDF", new TextEncoder().encode("%PDF-1.7\n"), "not-text"],
    ["a list that begins with PK", new TextEncoder().encode("PK,Pakistan\n"), undefined],
    ["a list in UTF-16", utf16("name,country\n", "le", true), undefined],
  ])("is told from a list by its first bytes: %s", (_, file, kind) => {
    expect(unsupportedKind(file)).toBe(kind);
  });
});

describe("the rows of a list", () => {
  test.each([
    [",", "name,country\nA,Chile\nB,Peru\n"],
    [";", "name;country;note\nA, Inc.;Chile;1,5\nB, Ltd;Peru;2,5\n"],
    ["\t", "name\tcountry\nA, B\tChile\n"],
    ["|", "name|country\nA|Chile\n"],
  ])("are parted by %j, counted outside quotation marks", async (separator, text) => {
    expect((await readRows(text)).separator).toBe(separator);
  });

  test("keep the number a spreadsheet shows, past blank rows and line breaks in a cell", async () => {
    const text = 'name,country\r\n"Riel\nStitch",Cambodia\r\n\r\nB,Peru\r\n';
    expect((await readRows(text)).rows.map(({ number, cells }) => [number, cells[0]])).toEqual([
      [1, "name"],
      [2, "Riel\nStitch"],
      [4, "B"],
    ]);
  });

  test("lose characters that no word has, such as NUL", async () => {
    expect((await readRows("name,country\nA\u0000cme,Peru\n")).rows[1]?.cells).toEqual(["Acme", "Peru"]);
  });

  test("are read as they stand when a quotation mark is never closed", async () => {
    const { rows, unclosed } = await readRows('name,country\n"Acme,Peru\nB,Chile\n');
    expect(unclosed).toBe(true);
    expect(rows.map(({ cells }) => cells[0])).toEqual(["name", '"Acme', "B"]);
  });

  test("lose marks that turn round what follows, and those without width that make two names of one", async () => {
    const { rows } = await readRows("name,country\n\u202eA\u200bcme\u2066 نور\u200cی,Peru\n");
    expect(rows[1]?.cells).toEqual(["Acme نور\u200cی", "Peru"]);
  });

  test("of half a million blank lines are read while others have their turn", async () => {
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 1);
    const { rows } = await readRows(`name,country\n${"\n".repeat(500_000)}Acme,Peru\n`);
    clearInterval(others);
    expect(rows.map(({ number }) => number)).toEqual([1, 500_002]);
    expect(turns).toBeGreaterThan(3);
  });

  test.each([
    ["in quotation marks", `"${"a".repeat(2_000_000)}",Peru\n`],
    ["after a mark that is never closed", `"${"a".repeat(2_000_000)}`],
  ])("may hold a cell of two megabytes %s, which is too long for anything", async (_where, line) => {
    expect(await codesIn(utf8(`name,country\n${line}`))).toEqual([expect.arrayContaining(["too-long"])]);
  });

  test("wider or longer than any list are refused as too large, not read", async () => {
    const wide = readRows(Array.from({ length: 200_000 }, (_, at) => `c${at}`).join(","));
    await expect(wide).rejects.toMatchObject({ code: "too-large" });
    await expect(readRows("a\n".repeat(1_100_000))).rejects.toMatchObject({ code: "too-large" });
  });

  test("longer than one list may be are counted, and can be read from there on", async () => {
    const text = `name\n${Array.from({ length: 100_500 }, (_, at) => `A${at}\n`).join("")}`;
    const list = readList(await readRows(text), { mapping: {} });
    expect([list.rows.length, list.left]).toEqual([100_000, 500]);
    const rest = await rowsAfter(text, undefined, list.rows.at(-1)?.number ?? 0);
    expect([rest.length, rest[0]?.cells, rest.at(-1)?.cells]).toEqual([500, ["A100000"], ["A100499"]]);
  });

  test("without a word in them, and of another length than the headings, are refused before they take half a minute", async () => {
    await expect(readRows(`name\n${",,\n".repeat(101_000)}`)).rejects.toMatchObject({ code: "too-large" });
    expect((await readRows(`name,country,\n${",,\n".repeat(101_000)}Acme,Peru,\n`)).rows).toHaveLength(2);
  });

  test("may be short or long, and begin with a title above the headings", async () => {
    const read = await suppliersIn(
      utf8("Supplier list 2026\n\nname,country,email\nA,Peru\nB,Chile,b@b.example,more,still more\n"),
    );
    expect(read.map(({ facts }) => facts?.country)).toEqual(["PE", "CL"]);
  });

  test("need no headings when the cells speak for themselves", async () => {
    expect(
      await factsIn(utf8("Acme Garments,Viet Nam,a@acme.example\nBest Shoes,India,b@best.example\n")),
    ).toMatchObject([
      { name: "Acme Garments", country: "VN", email: "a@acme.example" },
      { name: "Best Shoes", country: "IN", email: "b@best.example" },
    ]);
  });
});

describe("headings", () => {
  test.each([
    "Supplier name,Country,E-mail,Contact person,Language,Supplier No.,City",
    "Fournisseur,Pays,Courriel,Interlocuteur,Langue,Code fournisseur,Ville",
    "Proveedor,País,Correo electrónico,Persona de contacto,Idioma,Código,Ciudad",
    "供应商名称,国家,邮箱,联系人,语言,供应商编号,城市",
    "会社名,国,メールアドレス,担当者,言語,仕入先コード,所在地",
    "Nhà cung cấp,Quốc gia,Email,Người liên hệ,Ngôn ngữ,Mã nhà cung cấp,Thành phố",
    "Tedarikçi,Ülke,E-posta,Yetkili,Dil,Tedarikçi kodu,Şehir",
  ])("are understood: %s", async (header) => {
    const [facts] = await factsIn(utf8(`${header}\nAcme,Bangladesh,a@acme.example,Rahim,Bengali,V-7,Dhaka\n`));
    expect(facts).toEqual({
      name: "Acme",
      country: "BD",
      email: "a@acme.example",
      contact: "Rahim",
      language: "bn",
      externalId: "V-7",
      place: "Dhaka",
    });
  });

  test("are headings even where one is also the code of a country", async () => {
    expect(await factsIn(utf8("Lieferant;Land;Nr\nA;Peru;7\n"))).toMatchObject([
      { name: "A", country: "PE", externalId: "7" },
    ]);
  });

  test("that come twice count once", async () => {
    expect(await factsIn(utf8("name,name,country\nA,B,Peru\n"))).toMatchObject([{ name: "A", country: "PE" }]);
  });
});

describe("what is wrong with a row", () => {
  test("is named, and the other rows are read all the same", async () => {
    const list = [
      "name,country,email,language",
      "A,Atlantis,a@a.example,",
      ",Peru,b@b.example,",
      "C,Peru,not an address,",
      "D,Peru,d@d.example,Klingon",
      "E,Peru,,",
      "D,peru,other@d.example,",
      `${"x".repeat(300)},Peru,f@f.example,`,
    ];
    expect(await codesIn(utf8(list.join("\n")))).toEqual([
      ["country-unknown"],
      ["name-missing"],
      ["email-bad"],
      ["language-unknown"],
      ["email-missing"],
      // Another address of the same supplier.
      [],
      ["too-long"],
    ]);
  });

  test("offers the countries that may have been meant", async () => {
    const [row] = await suppliersIn(utf8("name,country\nA,Vietnm\n"));
    expect(row?.problems[0]?.suggestions).toContain("VN");
  });

  test("is nothing for two suppliers of one name with different numbers of the buyer", async () => {
    expect(await codesIn(utf8("name,country,email,supplier id\nA,Peru,a@a.example,1\nA,Peru,a@a.example,2\n"))).toEqual(
      [[], []],
    );
  });

  test("keeps markup and formulas in a name as the words they are", async () => {
    const list =
      'name,country,email\n<script>alert(1)</script>,Peru,a@a.example\n"=HYPERLINK(""http://x"")",Peru,b@b.example\n';
    expect((await factsIn(utf8(list))).map((facts) => facts?.name)).toEqual([
      "<script>alert(1)</script>",
      '=HYPERLINK("http://x")',
    ]);
  });

  test("is a line break in a name no more: it becomes a space", async () => {
    expect((await factsIn(utf8('name,country\n"A\r\nBcc: x@y.example",Peru\n')))[0]?.name).toBe("A Bcc: x@y.example");
  });
});

const folder = fileURLToPath(new URL("../../../../shared/fixtures/csv", import.meta.url));
const there = existsSync(folder);
const names = there ? readdirSync(folder).filter((name) => !name.endsWith(".json")) : [];

describe.skipIf(!there)("the collected lists (skipped where ../shared/fixtures/csv is not there)", () => {
  test.each(names)("%s is read to the end", async (name) => {
    const { text } = decode(readFileSync(`${folder}/${name}`));
    const { rows } = await readRows(text);
    expect(readHeader(rows).rows.map(supplierRowReader(readHeader(rows).mapping)).length).toBe(
      readHeader(rows).rows.length,
    );
    expect(text).not.toContain("\uFEFF");
  });

  test.each(names.filter((name) => name.startsWith("csv-spectrum")))("%s says what its author meant", async (name) => {
    const [header, ...rows] = (await readRows(decode(readFileSync(`${folder}/${name}`)).text)).rows;
    const objects = rows.map(({ cells }) =>
      Object.fromEntries((header?.cells ?? []).map((key, at) => [key, cells[at]])),
    );
    expect(objects).toEqual(JSON.parse(readFileSync(`${folder}/${name.replace(".csv", ".expected.json")}`, "utf8")));
  });

  test.each(names.filter((name) => name.startsWith("osh")))(
    "%s yields suppliers with their countries",
    async (name) => {
      const read = await suppliersIn(readFileSync(`${folder}/${name}`));
      const unknown = read.flatMap(({ problems }) => problems).filter(({ code }) => code === "country-unknown");
      expect(read.length).toBeGreaterThan(3);
      expect(unknown).toEqual([]);
      expect(read.filter(({ facts }) => facts).length).toBeGreaterThan(read.length * 0.8);
    },
  );
});
