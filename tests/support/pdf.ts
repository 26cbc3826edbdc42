import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether the programs of poppler are there: without them PDFs are only looked at from within. */
export const hasPoppler = spawnSync("pdftotext", ["-v"]).status === 0;

/** What a program of poppler prints about a PDF. */
export function poppler(program: "pdftotext" | "pdffonts" | "pdfinfo", pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "avow-pdf-"));
  try {
    const file = join(folder, "one.pdf");
    writeFileSync(file, pdf);
    const args = program === "pdftotext" ? ["-layout", file, "-"] : [file];
    const { stdout, status, stderr } = spawnSync(program, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The objects of a PDF as they are written, without what their streams hold. */
export function objectsOf(pdf: Uint8Array): string {
  return Buffer.from(pdf)
    .toString("latin1")
    .replace(/stream\n[\s\S]*?\nendstream/g, "stream");
}
