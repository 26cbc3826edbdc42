import type { ProblemCode } from "#app/domain/problem";
import type { FileChoices, FileRead } from "#app/services/team/supplier-file/file/read-file";

/** What the thread that reads a list is given. */
export type ReadingOrder = { readonly bytes: Uint8Array; readonly choices: FileChoices };

/** What it says: rows, as often as there are more; at the end how they were found, or what is wrong. */
export type ReadingMessage =
  | { readonly rows: FileRead["rows"] }
  | { readonly about: Omit<FileRead, "rows"> }
  | { readonly problem: ProblemCode };
