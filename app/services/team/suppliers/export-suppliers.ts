import * as z from "zod";
import { isoDay } from "#app/i18n/dates/days";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, manyLinesOf } from "#app/services/files/csv";
import { type JsonFile, jsonLinesOf } from "#app/services/files/json";
import { type WorkbookFile, workbookOf } from "#app/services/files/workbook";
import { noteExport } from "#app/services/team/trail/note";
import { exportedRows, exportRows } from "./export/rows";
import { supplierViewInput } from "./filters/view-input";

/** A view, with all that is known of its suppliers or only what it shows. */
const exportInput = supplierViewInput.omit({ page: true }).extend({ isShown: z.boolean().default(false) });

/**
 * All rows of a view as a CSV file, `suppliers-2026-11-20.csv` by the day in UTC. Its lines are made as they are sent: 100,000
 * suppliers never stand in memory at once.
 */
export const exportSuppliers = teamUseCase({
  permission: "suppliers.export",
  input: exportInput,
  events: ["data.exported"],
  async run(ctx, { isShown, ...view }, event): Promise<CsvFile> {
    await noteExport(ctx, event, "suppliers-csv");
    return {
      name: `suppliers-${isoDay(ctx.clock.now())}.csv`,
      lines: manyLinesOf(exportedRows(ctx, { ...view, page: 1 }, isShown)),
    };
  },
});

/** The same as a workbook, in which a spreadsheet changes no number of the buyer's and no name. */
export const exportSuppliersWorkbook = teamUseCase({
  permission: "suppliers.export",
  input: exportInput,
  events: ["data.exported"],
  async run(ctx, { isShown, ...view }, event): Promise<WorkbookFile> {
    await noteExport(ctx, event, "suppliers-xlsx");
    return workbookOf(`suppliers-${isoDay(ctx.clock.now())}.xlsx`, exportRows(ctx, { ...view, page: 1 }, isShown));
  },
});

/** The same for programs, with numbers as numbers. */
export const exportSuppliersJson = teamUseCase({
  permission: "suppliers.export",
  input: exportInput,
  events: ["data.exported"],
  async run(ctx, { isShown, ...view }, event): Promise<JsonFile> {
    await noteExport(ctx, event, "suppliers-json");
    return {
      name: `suppliers-${isoDay(ctx.clock.now())}.json`,
      lines: jsonLinesOf(exportRows(ctx, { ...view, page: 1 }, isShown)),
    };
  },
});
