import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { findInOffice } from "#app/services/supplier/evidence/files/inside/office";
import { findInPdf } from "#app/services/supplier/evidence/files/inside/pdf";
import { namesInZip } from "#app/services/supplier/evidence/files/zip-names";
import { aDocx, anXlsx, aPdf, aZip } from "#tests/support/documents";
import { office, savedByOffice } from "#tests/support/office";

const types = (inside: string) => `<?xml version="1.0"?><Types>${inside}</Types>`;
const rels = (inside: string) => `<?xml version="1.0"?><Relationships>${inside}</Relationships>`;
const link = (kind: string, target: string, mode = "External") =>
  `<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="${mode}"/>`;
const docx = (parts: Readonly<Record<string, string>>) =>
  aZip({ "[Content_Types].xml": types(""), "word/document.xml": "<w:document/>", ...parts });
const macroKind = '<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>';
const utf16 = (text: string) => `\ufeff${text}`;

describe("an Office file", () => {
  test.each([
    ["macros under another name", docx({ "[Content_Types].xml": types(macroKind), "word/a.bin": "x" }), "macros"],
    [
      "macros whose kind is written by numbers",
      docx({ "[Content_Types].xml": types(macroKind.replace("vba", "&#118;&#x62;a")) }),
      "macros",
    ],
    [
      "macros that only a link names",
      docx({ "word/_rels/document.xml.rels": rels(link("vbaProject", "x", "Internal")) }),
      "macros",
    ],
    ["sheets of macros of Excel 4", docx({ "xl/macrosheets/sheet1.xml": "<x/>" }), "macros"],
    ["a control", docx({ "word/activeX/activeX1.xml": "<x/>" }), "macros"],
    ["a file in a file", docx({ "word/embeddings/oleObject1.bin": "x" }), "holds-files"],
    [
      "a file in a file elsewhere",
      docx({ "word/_rels/document.xml.rels": rels(link("oleObject", "media/a.bin", "Internal")) }),
      "holds-files",
    ],
    ["a workbook in a text", docx({ "word/embeddings/Sheet.xlsx": "x" }), "holds-files"],
    [
      "a template from elsewhere",
      docx({ "word/_rels/settings.xml.rels": rels(link("attachedTemplate", "https://x.example/a.dotm")) }),
      "remote",
    ],
    [
      "a page in a frame",
      docx({ "word/_rels/webSettings.xml.rels": rels(link("frame", "https://x.example/")) }),
      "remote",
    ],
    [
      "a part of the text from elsewhere",
      docx({ "word/_rels/document.xml.rels": rels(link("subDocument", "//x/a")) }),
      "remote",
    ],
    [
      "a conversation with a program",
      docx({ "xl/externalLinks/externalLink1.xml": '<ddeLink ddeService="cmd"/>' }),
      "remote",
    ],
  ])("with %s is found by what it holds", (_, bytes, finding) => {
    expect(findInOffice(bytes)).toBe(finding);
  });

  test("is read in UTF-16 as in UTF-8", () => {
    const packed = aZip({ "[Content_Types].xml": "", "word/document.xml": "" });
    expect(findInOffice(packed)).toBeUndefined();
    const wide = Buffer.from(utf16(types(macroKind)), "utf16le").toString("latin1");
    expect(findInOffice(aZip({ "[Content_Types].xml": wide }, undefined, "latin1"))).toBe("macros");
  });

  test.each([
    ["nothing but text", aDocx],
    ["nothing but cells", anXlsx],
    [
      "a link that people click",
      docx({ "word/_rels/document.xml.rels": rels(link("hyperlink", "https://paddington.example/vbaProject")) }),
    ],
    [
      "a template of its own machine",
      docx({ "word/_rels/settings.xml.rels": rels(link("attachedTemplate", "Normal.dotx", "Internal")) }),
    ],
  ])("with %s is taken", (_, bytes) => {
    expect(findInOffice(bytes)).toBeUndefined();
  });

  test("that unpacks to gigabytes where it describes itself cannot be read, and is not unpacked", () => {
    const before = process.memoryUsage().rss;
    expect(findInOffice(aZip({ "[Content_Types].xml": "0".repeat(30_000_000) }))).toBe("unknown");
    expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000);
  });

  const read = (bytes: Buffer) => namesInZip({ bytes: bytes.length, tail: bytes });
  const withComment = (comment: Buffer) => {
    const file = Buffer.from(aDocx);
    file.writeUInt16LE(comment.length, file.length - 2);
    return Buffer.concat([file, comment]);
  };
  test.each([
    ["with a second directory in its comment", withComment(docx({ "word/vbaProject.bin": "x" }))],
    ["with any comment", withComment(Buffer.from("hello"))],
    ["with bytes after its end", Buffer.concat([aDocx, Buffer.from("more")])],
    ["with two parts of one name", aZip({ "word/document.xml": "<w:document/>", "WORD/document.xml": "other" })],
  ])("%s can be read in two ways, and is read in none", (_, bytes) => {
    expect(read(aDocx)?.size).toBe(2);
    expect(read(bytes)).toBeUndefined();
  });
});

const objects = (text: string, how = "/Filter/FlateDecode", pack: (bytes: Buffer) => Buffer = deflateSync) => {
  const packed = pack(Buffer.from(`1 0 ${text}`));
  return Buffer.concat([
    aPdf(),
    Buffer.from(`9 0 obj\n<</Type/ObjStm/N 1/First 4${how}/Length ${packed.length}>>\nstream\r\n`),
    packed,
    Buffer.from("\nendstream\nendobj\n%%EOF\n"),
  ]);
};
const pdf = (text: string) => Buffer.concat([aPdf(), Buffer.from(text)]);

describe("a PDF", () => {
  test.each([
    ["a script", pdf("3 0 obj<</S/JavaScript/JS(app.alert\\(1\\))>>endobj"), "script"],
    ["a script in other spelling", pdf("3 0 obj<</S/J#61v#61Script/JS 4 0 R>>endobj"), "script"],
    ["a program to start", pdf("3 0 obj<</S /Launch/F(cmd.exe)>>endobj"), "script"],
    ["a form of XFA", pdf("3 0 obj<</AcroForm<</XFA 5 0 R>>>>endobj"), "script"],
    ["a script in packed objects", objects("<</S/JavaScript/JS(1)>>"), "script"],
    ["a script far down", Buffer.concat([aPdf({ bytes: 999_990 }), Buffer.from("<</S/JavaScript>>")]), "script"],
    ["a script in objects that are not packed", objects("<</S/JavaScript/JS(1)>>", "", (bytes) => bytes), "script"],
    ["objects packed in a way nobody uses", objects("<<>>", "/Filter[/ASCIIHexDecode/FlateDecode]"), "locked"],
    ["objects that cannot be unpacked", objects("<<>>", undefined, () => Buffer.from("no")), "locked"],
    [
      "a lock before packed objects",
      Buffer.concat([objects("<<>>"), Buffer.from("trailer<</Encrypt 8 0 R>>")]),
      "locked",
    ],
  ])("with %s is found by what it holds", async (_, bytes, finding) => {
    expect(await findInPdf(bytes)).toBe(finding);
  });

  test.each([
    ["nothing but a page", aPdf()],
    ["packed objects", objects("<</Type/Page>>")],
    ["a lock, but everything to be seen", pdf("trailer<</Encrypt 8 0 R>>")],
    ["words about scripts", pdf("3 0 obj(JavaScript and Launch, and /JavaScripts of old)endobj")],
  ])("with %s is taken", async (_, bytes) => {
    expect(await findInPdf(bytes)).toBeUndefined();
  });

  test("whose packed objects unpack to gigabytes is not unpacked", async () => {
    const bomb = objects("", undefined, () => deflateSync(Buffer.alloc(80_000_000)));
    expect(await findInPdf(bomb)).toBe("locked");
  });
});

describe.skipIf(!office)("what LibreOffice writes (skipped where soffice is not installed)", () => {
  test("is taken: a workbook and a PDF", async () => {
    const table = new TextEncoder().encode("Name,Country\nWeaving,VN\n");
    expect(findInOffice(savedByOffice(table, "csv", "xlsx"))).toBeUndefined();
    expect(await findInPdf(Buffer.from(savedByOffice(table, "csv", "pdf")))).toBeUndefined();
  }, 120_000);
});
