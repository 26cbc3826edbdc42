import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { findLanguage } from "#app/i18n/languages";
import type { SupplierContext } from "#app/services/context/contexts";
import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { ownInWorkbook } from "#app/services/supplier/workbook/own-questions";
import { type TableBox, tableBoxes } from "#questionnaires/workbook/boxes";
import type { Sheet } from "#questionnaires/workbook/sheets";
import { Lists } from "./lists";
import { makeSheets, rowsOfTable, sectionSheet } from "./make-sheets";
import { tableSheet } from "./table-sheet";
import { writeWorkbook } from "./write-xlsx";

/** Name of the CSV file with everything that is no table. */
export const answersName = "answers";

/** The questionnaire as a workbook (.xlsx) with what is answered so far, in the reader's language. */
export const downloadWorkbook = supplierUseCase({
  permission: "attestations.answer",
  input: noInput,
  events: [],
  async run(ctx): Promise<{ readonly name: string; readonly body: ReadableStream<Uint8Array> }> {
    const words = pageTexts(ctx, ctx.session, ctx.language);
    const bytes = await writeWorkbook(makeSheets(ctx, words), findLanguage(words.ui)?.dir ?? "ltr");
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    });
    return { name: `${fileName(ctx)}.xlsx`, body };
  },
});

/**
 * The same as CSV, for whoever has no such program. `part`: `answersName`, or the id of a table, such as `B1.sites`.
 * @throws Problem "not-found" for any other
 */
export const downloadAnswersCsv = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ part: z.string().max(100) }),
  events: [],
  run(ctx, { part }): CsvFile {
    const sheet = part === answersName ? answersSheet(ctx) : tableOf(ctx, part);
    const lines = sheet.rows.map((row) => csvLine(row.map(({ value }) => value)));
    return { name: `${fileName(ctx)}-${part}.csv`, lines };
  },
});

/** The tables that a workbook asks for. */
export function tablesIn({ session }: SupplierContext): readonly TableBox[] {
  return ownInWorkbook(session, session.questionnaire.questions.values()).flatMap(tableBoxes);
}

function fileName({ session, language }: SupplierContext): string {
  return `${session.file.attestation.reference}-${language}`;
}

function answersSheet(ctx: SupplierContext): Sheet {
  const { definition } = ctx.session.questionnaire;
  const words = pageTexts(ctx, ctx.session, ctx.language);
  const questions = ownInWorkbook(
    ctx.session,
    ctx.session.questionnaire.sections.flatMap((section) => section.questions),
  );
  return sectionSheet(ctx, { id: definition.id, questions: [...questions] }, { words, lists: new Lists() });
}

function tableOf(ctx: SupplierContext, id: string): Sheet {
  const table = tablesIn(ctx).find((one) => one.id === id);
  if (!table) throw new Problem("not-found");
  const words = pageTexts(ctx, ctx.session, ctx.language);
  return tableSheet(ctx, table, { rows: rowsOfTable(ctx, table), words, lists: new Lists(), spare: 0 });
}
