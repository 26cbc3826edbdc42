import type { PageLine } from "#app/i18n/page-text";
import { sourceNames } from "#app/services/supplier/fields/filled-rows";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { rowsInWords } from "./list/table-view";
import type { TablePlace } from "./table-place";

/** What each row is called: what stands in the column that names it, else its number. */
export function rowNames(
  session: SupplierSession,
  { question, part, rows }: TablePlace,
  words: PageTexts,
): readonly PageLine[] {
  if (part.fill) {
    const nameOf = sourceNames(session, part, part.fill, words);
    return rows.map(nameOf);
  }
  const cells = rowsInWords(session, question, part, words);
  const named = part.columns.findIndex(({ id }) => id === part.named);
  return rows.map((_, at) => cells[at]?.[named] || words.t("supplier:rows.unnamed", { number: at + 1 }));
}
