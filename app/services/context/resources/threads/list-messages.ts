import type { ProblemCode } from "#app/domain/problem";
import type { FileChoices, FileRead } from "#app/services/team/supplier-file/file/read-file";
import type { ReadSheet } from "#questionnaires/workbook/sheets";

/** What the thread that reads a file is given: a list with how it is read, or a workbook of which every sheet is wanted. */
export type ReadingOrder = { readonly bytes: Uint8Array; readonly choices: FileChoices | "sheets" };

/** What it says: rows, as often as there are more; at the end how they were found, or what is wrong. */
export type ReadingMessage =
  | { readonly rows: FileRead["rows"] }
  | { readonly about: Omit<FileRead, "rows"> }
  | { readonly sheets: readonly ReadSheet[] }
  | { readonly problem: ProblemCode };
