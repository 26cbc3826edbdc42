import type { PageLine } from "#app/i18n/page-text";
import { sourceWords } from "#app/services/supplier/fields/filled-rows";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { TablePlace } from "./table-place";
import { rowsInWords } from "./table-view";

/** What a row is called: what stands in the column that names it, else its number. `at`: its place, from 0. */
export function rowName(
  session: SupplierSession,
  { question, part, rows }: TablePlace,
  at: number,
  words: PageTexts,
): PageLine {
  const row = rows[at];
  if (part.fill && row) return sourceWords(session, part, part.fill, row, words).name;
  const cells = rowsInWords(session, question, part, words)[at];
  const named = part.columns.findIndex(({ id }) => id === part.named);
  return cells?.[named] || words.t("supplier:rows.unnamed", { number: at + 1 });
}
