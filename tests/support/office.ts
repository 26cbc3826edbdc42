import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type SheetFormat = "csv" | "xlsx";

/** The program file of LibreOffice, where it is installed. */
export const office = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/lib/libreoffice/program/soffice"].find(
  existsSync,
);

/** Whether it opens documents too, and not tables alone. */
export const hasWriter = office !== undefined && existsSync("/usr/lib/libreoffice/program/libswlo.so");

/** A CSV file with commas and quotes in UTF-8: what LibreOffice's dialog proposes for a file with a byte-order mark. */
const csvFilter = "Text - txt - csv (StarCalc):44,34,76,1";

/** A file as LibreOffice saves it in a format, opened and saved without anything being typed. */
export function savedByOffice(
  bytes: Uint8Array,
  from: SheetFormat | "docx",
  to: SheetFormat | "pdf" | "txt:Text (encoded):UTF8",
): Uint8Array<ArrayBuffer> {
  if (!office) throw new Error("LibreOffice is not installed");
  const folder = mkdtempSync(join(tmpdir(), "avow-sheet-"));
  const file = join(folder, `list.${from}`);
  writeFileSync(file, bytes);
  const saved = join(folder, "saved");
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const reading = from === "csv" ? [`--infilter=${csvFilter}`] : [];
  const target = to === "csv" ? `csv:${csvFilter},,0,false,true` : to;
  execFileSync(office, [profile, "--headless", ...reading, "--convert-to", target, "--outdir", saved, file], {
    timeout: 110_000,
    stdio: "ignore",
  });
  return new Uint8Array(readFileSync(join(saved, `list.${to.split(":")[0]}`)));
}

/** What somebody types in a cell: a figure, or a text as it is. `row` and `column` count from 0. */
export type TypedCell = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly isFigure?: boolean;
};

/** Opens each file, types its cells and saves it; told what to do by a file of lines, as a macro has few arguments. */
const macro = `Sub Fill(list As String)
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  On Error GoTo Finish
  opening(0).Name = "Hidden"
  opening(0).Value = True
  saving(0).Name = "FilterName"
  saving(0).Value = "Calc MS Excel 2007 XML"
  files = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
  lines = CreateUnoService("com.sun.star.io.TextInputStream")
  lines.setInputStream(files.openFileRead(ConvertToURL(list)))
  lines.setEncoding("UTF-8")
  Do While Not lines.isEOF()
    parts = Split(lines.readLine(), Chr(9))
    If parts(0) = "open" Then
      book = StarDesktop.loadComponentFromURL(ConvertToURL(parts(1)), "_blank", 0, opening())
    ElseIf parts(0) = "save" Then
      book.storeToURL(ConvertToURL(parts(1)), saving())
      book.close(True)
    ElseIf UBound(parts) >= 4 Then
      cell = book.Sheets.getByName(parts(1)).getCellByPosition(CLng(parts(3)), CLng(parts(2)))
      If parts(0) = "figure" Then cell.setValue(CDbl(parts(4))) Else cell.setString(parts(4))
    End If
  Loop
Finish:
  StarDesktop.terminate()
End Sub`;

/** A profile that is set up already: of a new one LibreOffice would write the macros itself. */
const setUp = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>
</oor:items>`;

/** Puts the macro where LibreOffice looks for those of a person. */
function writeMacro(profile: string): void {
  const escaped = macro
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
  const head = (what: string, kind: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${what} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${kind}.dtd">\n`;
  const library = 'xmlns:library="http://openoffice.org/2000/library"';
  const at = join(profile, "user/basic");
  mkdirSync(join(at, "Standard"), { recursive: true });
  writeFileSync(join(profile, "user/registrymodifications.xcu"), setUp);
  const link = 'library:link="false" xmlns:xlink="http://www.w3.org/1999/xlink"';
  for (const name of ["script", "dialog"]) {
    const own = `<library:library library:name="Standard" ${link.replace('library:link="false" ', "")} library:link="false"/>`;
    writeFileSync(
      join(at, `${name}.xlc`),
      `${head("library:libraries", "libraries")}<library:libraries ${library}>${own}</library:libraries>`,
    );
    const modules = name === "script" ? '<library:element library:name="Filling"/>' : "";
    const attributes = `${library} library:name="Standard" library:readonly="false" library:passwordprotected="false"`;
    writeFileSync(
      join(at, `Standard/${name}.xlb`),
      `${head("library:library", "library")}<library:library ${attributes}>${modules}</library:library>`,
    );
  }
  const module = 'xmlns:script="http://openoffice.org/2000/script" script:name="Filling" script:language="StarBasic"';
  writeFileSync(
    join(at, "Standard/Filling.xba"),
    `${head("script:module", "module")}<script:module ${module}>${escaped}</script:module>`,
  );
}

/** Workbooks as LibreOffice saves them after somebody opened each and typed these cells. */
export function filledByOffice(
  books: readonly { readonly bytes: Uint8Array; readonly cells: readonly TypedCell[] }[],
): readonly Uint8Array<ArrayBuffer>[] {
  if (!office) throw new Error("LibreOffice is not installed");
  const folder = mkdtempSync(join(tmpdir(), "avow-sheet-"));
  const profile = join(folder, "profile");
  writeMacro(profile);
  const lines = books.flatMap(({ bytes, cells }, at) => {
    writeFileSync(join(folder, `${at}.xlsx`), bytes);
    const typed = cells.map((cell) =>
      [cell.isFigure ? "figure" : "text", cell.sheet, cell.row, cell.column, cell.text].join("\t"),
    );
    return [`open\t${join(folder, `${at}.xlsx`)}`, ...typed, `save\t${join(folder, `${at}-filled.xlsx`)}`];
  });
  const list = join(folder, "cells.txt");
  writeFileSync(list, lines.join("\n"));
  const call = `macro:///Standard.Filling.Fill("${list}")`;
  const args = [`-env:UserInstallation=file://${profile}`, "--headless", "--norestore", call];
  execFileSync(office, args, { timeout: 110_000, stdio: "ignore" });
  return books.map((_, at) => new Uint8Array(readFileSync(join(folder, `${at}-filled.xlsx`))));
}
