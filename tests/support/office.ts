import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type SheetFormat = "csv" | "xlsx";

/** The program file of LibreOffice, where it is installed. */
export const office = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/lib/libreoffice/program/soffice"].find(
  existsSync,
);

/** A CSV file with commas and quotes in UTF-8: what LibreOffice's dialog proposes for a file with a byte-order mark. */
const csvFilter = "Text - txt - csv (StarCalc):44,34,76,1";

/** A file as LibreOffice saves it in a format, opened and saved without anything being typed. */
export function savedByOffice(bytes: Uint8Array, from: SheetFormat, to: SheetFormat | "pdf"): Uint8Array<ArrayBuffer> {
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
  return new Uint8Array(readFileSync(join(saved, `list.${to}`)));
}
