import { Problem } from "#app/domain/problem";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";
import { readList } from "#app/services/team/supplier-file/header";
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
    const list = readList(await ctx.lists.read(bytes, { encoding, separator }), { mapping });
    const last = list.rows.at(-1)?.number ?? 0;
    const rest = list.left === 0 ? [] : (await ctx.lists.read(bytes, { encoding, separator, after: last })).rows;
    const lines = rest.map(({ cells }) => csvLine(cells));
    return { name: "avow-rows-left.csv", lines: list.hasHeader ? [csvLine(list.header), ...lines] : lines };
  },
});
