import * as z from "zod";
import { bareText } from "#app/i18n/page-text";
import { supplierUseCase } from "#app/services/context/use-case";
import { frameOf } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { WorkbookView } from "#app/views/supplier/workbook";
import { answersName, tablesIn } from "./file/download-workbook";
import { largestWorkbook, refusals } from "./take-workbook";

/** Kinds of files that are read, for the browser to offer. */
export const workbookTypes = ".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The page of the workbook. `saved`: how many answers were just saved from one; `refused`: why a file was not read. */
export const showWorkbook = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ saved: z.int().min(0).optional(), refused: z.enum(refusals).optional() }),
  events: [],
  run(ctx, { saved, refused }): WorkbookView {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    const { t } = words;
    const base = addressOf(session);
    const most = mostWords(words);
    return {
      frame: frameOf(ctx, session, words, {
        title: t("supplier:workbook.title"),
        back: { href: base, label: t("supplier:tasks.all") },
        from: "workbook",
      }),
      workbook: `${base}/workbook.xlsx`,
      answersCsv: `${base}/workbook/${answersName}`,
      tables: tablesIn(ctx).map(({ id, question }) => ({
        name: t("supplier:workbook.csvTable", {
          name: `${question.id} ${bareText(words.say(`${question.id}.short`))}`,
        }),
        href: `${base}/workbook/${id}`,
      })),
      accept: workbookTypes,
      most,
      ...(saved === undefined ? {} : { note: savedWords(saved, words) }),
      ...(refused === undefined ? {} : { refused: t(`supplier:workbook.refused.${refused}`, { max: most }) }),
    };
  },
});

/** How much was saved of a file. */
export function savedWords(count: number, { t }: PageTexts): string {
  return count === 0 ? t("supplier:workbook.changes.noChange") : t("supplier:workbook.changes.saved", { count });
}

/** The most that is read of a file, in words. */
export function mostWords({ ui }: PageTexts): string {
  const format = new Intl.NumberFormat(ui, { style: "unit", unit: "megabyte", numberingSystem: "latn" });
  return format.format(largestWorkbook / 1_000_000);
}
