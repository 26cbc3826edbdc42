import { Problem } from "#app/domain/problem";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";
import { decode } from "#app/services/team/supplier-file/decode";
import { readList } from "#app/services/team/supplier-file/header";
import { readRows, rowsAfter } from "#app/services/team/supplier-file/rows";
import { isZip } from "#app/services/team/supplier-file/workbook/read-workbook";
import { importChoices } from "./import-choices";
import { readUpload } from "./kept-uploads";

/**
 * The rows of an upload after those that one list may have, under the same headings, as a list to be brought in next.
 * @throws Problem "not-found" for an upload that is not there; "too-large" for more rows or columns than a spreadsheet has
 */
export const exportRest = teamUseCase({
  permission: "suppliers.import",
  input: importChoices,
  events: [],
  async run(ctx, { upload, encoding, separator, mapping }): Promise<CsvFile> {
    const bytes = await readUpload(ctx, ctx.organisation.id, upload);
    // Of a workbook nothing is left: one with more rows is refused as a whole.
    if (isZip(bytes)) throw new Problem("not-found");
    const { text } = decode(bytes, encoding);
    const list = readList(await readRows(text, separator), { mapping });
    const last = list.rows.at(-1)?.number ?? 0;
    const rest = list.left === 0 ? [] : await rowsAfter(text, separator, last);
    const lines = rest.map(({ cells }) => csvLine(cells));
    return { name: "avow-rows-left.csv", lines: list.hasHeader ? [csvLine(list.header), ...lines] : lines };
  },
});
