import { isoDay } from "#app/i18n/dates/days";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";
import { readReport } from "#app/services/team/reports/read-report";
import { readScope, reportInput } from "#app/services/team/reports/report-scope";
import { noteExport } from "#app/services/team/trail/note";

const head = ["part", "kind", "figure", "definition", "number", "of", "counted", "address"];

/** A report as a table: a line for each figure and for each thing that a person has to write. */
export const exportReport = teamUseCase({
  permission: "suppliers.export",
  input: reportInput,
  events: ["data.exported"],
  async run(ctx, asked, event): Promise<CsvFile> {
    ctx.require("campaigns.read");
    const report = await readReport(ctx, await readScope(ctx, asked));
    await noteExport(ctx, event, "report-csv");
    const rows = report.parts.flatMap(({ title, figures, own }) => [
      ...figures.map(({ id, definition, number, among, counted, places }) => [
        ...[title, "figure", id, definition, number, among, counted],
        places.map(({ href }) => href).join(" "),
      ]),
      ...own.map((task) => [title, "own", "", task, "", "", "", ""]),
    ]);
    return { name: `${fileName(report.id, ctx.clock.now())}.csv`, lines: [head, ...rows].map(csvLine) };
  },
});

/** What a file of a report is called, without its ending. */
export function fileName(report: string, at: Date): string {
  return `report-${report}-${isoDay(at)}`;
}
