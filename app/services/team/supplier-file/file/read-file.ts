import { type Decoded, decode } from "#app/services/team/supplier-file/decode";
import type { Encoding } from "#app/services/team/supplier-file/encodings/list";
import { type Rows, readRows, rowsAfter, type Separator } from "#app/services/team/supplier-file/rows";
import { isZip, readWorkbook } from "#app/services/team/supplier-file/workbook/read-workbook";

/** How a file is read where somebody chose, and from which row on where not from the first. */
export type FileChoices = {
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  /** Only rows after the one with this number, however many they are. */
  readonly after?: number;
};

/** The rows of a file, and how they were found. */
export type FileRead = Rows & { readonly decoded: Omit<Decoded, "text"> };

/**
 * The rows of a workbook, or of a text.
 * @throws Problem "too-large" for more rows, columns or signs in one of them than a spreadsheet has
 */
export async function readFile(bytes: Uint8Array, { encoding, separator, after }: FileChoices): Promise<FileRead> {
  if (isZip(bytes)) {
    const decoded = { encoding: "utf-8", foundBy: "workbook", broken: false, readings: [] } as const;
    return { rows: await readWorkbook(bytes), left: 0, decoded, separator: ",", unclosed: false };
  }
  const { text, ...decoded } = decode(bytes, encoding);
  if (after === undefined) return { ...(await readRows(text, separator)), decoded };
  const rows = await rowsAfter(text, separator, after);
  return { rows, left: 0, decoded, separator: separator ?? ",", unclosed: false };
}
