import { describe, expect, test } from "vitest";
import { downloadHeaders } from "#app/http/downloads";
import { cleanFileName } from "#app/services/supplier/evidence/files/file-name";
import { detectFileType } from "#app/services/supplier/evidence/files/file-type";
import { aDocx, aJpg, anXlsx, aPdf, aPng, aZip } from "#tests/support/documents";

describe("what a file is", () => {
  const told = (bytes: Buffer) =>
    detectFileType({ bytes: bytes.length, head: bytes.subarray(0, 4096), tail: bytes.subarray(-262_144) });

  test.each([
    ["a PDF", aPdf(), { type: "pdf" }],
    ["a JPG", aJpg, { type: "jpg" }],
    ["a PNG", aPng, { type: "png" }],
    ["a spreadsheet", anXlsx, { type: "xlsx" }],
    ["a text document", aDocx, { type: "docx" }],
    ["nothing", Buffer.alloc(0), { refused: "empty" }],
    ["a web page", Buffer.from("\ufeff  <!DOCTYPE html><script>alert(1)</script>"), { refused: "web-page" }],
    ["an SVG drawing", Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), { refused: "web-page" }],
    ["a Windows program", Buffer.from("MZ\x90\0"), { refused: "program" }],
    ["a shell script", Buffer.from("#!/bin/sh\nrm -rf /"), { refused: "program" }],
    ["CSV with a formula", Buffer.from("name,=cmd|'/c calc'!A1\n"), { refused: "text" }],
    ["PHP", Buffer.from("<?php system($_GET[0]);"), { refused: "web-page" }],
    ["an old or locked Office file", Buffer.from("d0cf11e0a1b11ae1", "hex"), { refused: "old-office" }],
    ["a HEIC picture", Buffer.from("\0\0\0\x18ftypheic"), { refused: "picture" }],
    ["a film", Buffer.from("\0\0\0\x18ftypisom"), { refused: "video" }],
    ["a plain ZIP", aZip({ "a.txt": "a" }), { refused: "archive" }],
    ["a ZIP in a ZIP", aZip({ "xl/workbook.xml": aZip({ a: "a" }).toString("latin1") }), { refused: "archive" }],
    [
      "macros",
      aZip({ "[Content_Types].xml": "", "xl/workbook.xml": "", "xl/vbaProject.bin": "x" }),
      { refused: "macros", type: "xlsx" },
    ],
    ["a ZIP without its end", anXlsx.subarray(0, -30), { refused: "archive" }],
    ["noise", Buffer.from([1, 2, 0, 3]), { refused: "unknown" }],
  ])("%s is told by its bytes", (_, bytes, kind) => {
    expect(told(bytes)).toEqual(kind);
  });

  /** Files of the case "pdf-bytes-before", and more of the kind. */
  const pdf = aPdf().toString("latin1");
  test.each([
    ["a line break", `\n${pdf}`],
    ["a mark of byte order", `\xef\xbb\xbf${pdf}`],
    ["lines for a printer", `\x1b%-12345X@PJL SET JOB\r\n${pdf}`],
    ["lines of a mail", `Content-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\n${pdf}`],
    ["spaces and zeros", `   \0\0\0${pdf}`],
    ["bytes of no meaning", `\x80\xff\x01${pdf}`],
    ["1,023 bytes", `${" ".repeat(1023)}${pdf}`],
    ["the length of a chunk", `1a2b\r\n${pdf}`],
  ])("a PDF with %s before its header is a PDF", (_, text) => {
    expect(told(Buffer.from(text, "latin1"))).toEqual({ type: "pdf" });
  });

  test.each([
    ["1,024 bytes before the header", `${" ".repeat(1024)}${pdf}`, "text"],
    ["a text that speaks of one", "A file begins with %PDF-1.4 and ends later.", "text"],
    ["a web page that holds one", `<html><script>alert(1)</script>${pdf}`, "web-page"],
    ["a program that holds one", `MZ\x90\0${pdf}`, "program"],
    ["an archive that holds one", `PK\x03\x04${pdf}`, "archive"],
    ["a tape archive that holds one", `${"a.pdf".padEnd(257, "\0")}ustar\0${"\0".repeat(249)}${pdf}`, "archive"],
  ])("%s is no PDF", (_, text, why) => {
    expect(told(Buffer.from(text, "latin1"))).toEqual({ refused: why });
  });

  const script = "<script>alert(document.domain)</script>";
  const open = { "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" };
  test.each([
    ["a PDF that is a web page too", Buffer.concat([aPdf(), Buffer.from(script)]), { type: "pdf" }],
    ["a PDF that is a ZIP too", Buffer.concat([aPdf(), aZip({ "evil.html": script })]), { type: "pdf" }],
    ["a JPG with a script behind it", Buffer.concat([aJpg, Buffer.from(script)]), { type: "jpg" }],
    ["a web page that is a PDF further down", Buffer.concat([Buffer.from(script), aPdf()]), { refused: "web-page" }],
    ["JavaScript that is a PDF further down", Buffer.concat([Buffer.from("x=1/*"), aPdf()]), { refused: "text" }],
    [
      "a text document with a template of macros in it",
      aZip({ ...open, "word/a.dotm": "x" }),
      { refused: "macros", type: "docx" },
    ],
    [
      "one that a document with macros lies in",
      aZip({ ...open, "word/embeddings/A.DOCM": "x" }),
      { refused: "macros", type: "docx" },
    ],
    [
      "one that calls its macros otherwise",
      aZip({ ...open, "word/x/VBAPROJECT.BIN": "x" }),
      { refused: "macros", type: "docx" },
    ],
  ])("%s is one kind or none, and of that kind only a file to be saved", (_, bytes, kind) => {
    expect(told(bytes)).toEqual(kind);
    const headers = new Headers(downloadHeaders({ name: "x.pdf", type: "application/pdf", bytes: bytes.length }));
    expect(headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  });

  test("a spreadsheet that claims to unpack to four gigabytes is told without unpacking it", () => {
    const bomb = aZip({ "[Content_Types].xml": "", "xl/workbook.xml": "0".repeat(5_000_000) }, 0xfffffff0);
    const before = process.memoryUsage().rss;
    expect(told(bomb)).toEqual({ type: "xlsx" });
    expect(process.memoryUsage().rss - before).toBeLessThan(20_000_000);
  });
});

describe("the name of a file", () => {
  test.each([
    ["../../../../etc/passwd", "passwd.pdf"],
    ["..\\..\\boot.ini", "boot.ini.pdf"],
    ["/etc/cron.d/x.pdf", "x.pdf"],
    ["C:\\fakepath\\Lohnliste März.pdf", "Lohnliste März.pdf"],
    ["evil.pdf\0.exe", "evil.pdf.exe.pdf"],
    ["%2e%2e%2fsecret.pdf", "%2e%2e%2fsecret.pdf"],
    ["report\u202efdp.exe", "reportfdp.exe.pdf"],
    ["a\u200bb\u0007c\r\nX-Header: 1.pdf", "abcX-Header_ 1.pdf"],
    ["<img src=x onerror=alert(1)>.pdf", "_img src=x onerror=alert(1)_.pdf"],
    ["CON.pdf", "_CON.pdf"],
    ["lpt1.tar.pdf", "_lpt1.tar.pdf"],
    ["...", "document.pdf"],
    ["", "document.pdf"],
    ["head-count.html", "head-count.html.pdf"],
    ["工资表.PDF", "工资表.pdf"],
    ["broken\ud800half.pdf", "brokenhalf.pdf"],
  ])("%j is shown as %j", (given, shown) => {
    expect(cleanFileName(given, "pdf")).toBe(shown);
  });

  test("of any length fits a file system, and no character is cut in two", () => {
    const name = cleanFileName(`${"長".repeat(100_000)}.pdf`, "pdf");
    expect(Buffer.byteLength(name)).toBeLessThan(200);
    expect(name).toMatch(/^長+\.pdf$/);
    expect(cleanFileName("👩‍👩‍👧".repeat(50), "jpg")).toMatch(/^(?:👩‍?👩‍?👧‍?)+\.jpg$/u);
  });

  test("is offered for saving in a form that no browser can read as a header or a path", () => {
    const headers = new Headers(downloadHeaders({ name: 'Löhne "x" %2e\'(1).pdf', type: "application/pdf", bytes: 5 }));
    expect(headers.get("content-disposition")).toBe(
      "attachment; filename=\"L_hne _x_ _2e'(1).pdf\"; filename*=UTF-8''L%C3%B6hne%20%22x%22%20%252e%27%281%29.pdf",
    );
    expect(headers.get("content-security-policy")).toContain("sandbox");
  });
});
