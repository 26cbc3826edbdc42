import { setImmediate as yieldToOthers } from "node:timers/promises";
import { type CellValue, streamXlsxRows } from "hucre/xlsx";
import { Problem } from "#app/domain/problem";
import { isoDay } from "#app/i18n/dates/days";
import {
  cutCell,
  type FileRow,
  mostColumns,
  mostHeadings,
  mostRecords,
  mostRows,
  withoutControls,
} from "#app/services/team/supplier-file/rows";
import { isSafeWorkbook } from "./unpacked-size";

/** Rows read in one go. */
const longestRun = 500;

/** Whether bytes begin as a ZIP file does, which a workbook is. */
export function isZip(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, place) => bytes[place] === byte);
}

/**
 * The rows of the first sheet of a workbook, as they would stand in a CSV file of it.
 * @throws Problem "too-large" for more rows or columns than any list has; "bad-request" for what is no workbook
 */
export async function readWorkbook(bytes: Uint8Array): Promise<FileRow[]> {
  if (!(await isSafeWorkbook(bytes))) throw new Problem("bad-request");
  const rows: FileRow[] = [];
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: 0 })) {
      if (values.length > mostColumns || index >= mostRecords) throw new Problem("too-large");
      const cells = values.map((value) => cutCell(textOf(value)));
      if (cells.some((cell) => cell.trim() !== "")) rows.push({ number: index + 1, cells });
      if (rows.length > mostRows + mostHeadings) throw new Problem("too-large");
      if (rows.length % longestRun === 0) await yieldToOthers();
    }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem("bad-request");
  }
  return rows;
}

function textOf(value: CellValue | undefined): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : isoDay(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return withoutControls(String(value ?? ""));
}
