import { Problem } from "#app/domain/problem";
import { isoDay } from "#app/i18n/dates/days";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";
import { pictureInput } from "#app/services/team/suppliers/pictures/picture-asked";
import { readPicture, requirePicture } from "#app/services/team/suppliers/pictures/read-picture";
import { noteExport } from "#app/services/team/trail/note";

/**
 * The numbers of a picture as a CSV file.
 * @throws Problem "not-found" where there are none
 */
export const exportPicture = teamUseCase({
  permission: "suppliers.export",
  input: pictureInput,
  events: ["data.exported"],
  async run(ctx, asked, event): Promise<CsvFile> {
    requirePicture(ctx, asked);
    const { drawn } = await readPicture(ctx, asked);
    if (drawn === undefined) throw new Problem("not-found");
    await noteExport(ctx, event, `${asked.kind}-csv`);
    const { head, rows } = drawn.table;
    const names = head.flatMap(({ text, columns }) => columns ?? [text]);
    const lines = rows.map(({ cells }) => cells.flatMap(({ values }) => values));
    return { name: `${asked.kind}-${isoDay(ctx.clock.now())}.csv`, lines: [names, ...lines].map(csvLine) };
  },
});
