import { teamUseCase } from "#app/services/context/use-case";
import { reportInput } from "#app/services/team/reports/report-scope";
import { noteExport } from "#app/services/team/trail/note";
import { reportDocument } from "./document/report-document";
import { fileName } from "./export-report";
import { reportSheet } from "./report-sheet";

/** A report as a document for Word, to be written on. */
export const writeReport = teamUseCase({
  permission: "suppliers.export",
  input: reportInput,
  events: ["data.exported"],
  async run(ctx, asked, event) {
    const sheet = await reportSheet(ctx, asked);
    await noteExport(ctx, event, "report-docx");
    return {
      name: `${fileName(sheet.report.id, ctx.clock.now())}.docx`,
      type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      bytes: ctx.isHead ? new Uint8Array() : reportDocument(sheet),
    };
  },
});
