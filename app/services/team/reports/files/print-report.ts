import { teamUseCase } from "#app/services/context/use-case";
import { reportInput } from "#app/services/team/reports/report-scope";
import { noteExport } from "#app/services/team/trail/note";
import { fileName } from "./export-report";
import { reportSheet } from "./report-sheet";

/** A report as a tagged PDF. */
export const printReport = teamUseCase({
  permission: "suppliers.export",
  input: reportInput,
  events: ["data.exported"],
  async run(ctx, asked, event) {
    const sheet = await reportSheet(ctx, asked);
    const bytes = ctx.isHead ? new Uint8Array() : await ctx.printer.print({ paper: "report", sheet });
    await noteExport(ctx, event, "report-pdf");
    return { name: `${fileName(sheet.report.id, ctx.clock.now())}.pdf`, type: "application/pdf", bytes };
  },
});
