import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { stringKeys } from "#questionnaires/texts";

/**
 * The title, the names of sections, and every text of the questions that were asked, with those of their choices, hints and reasons, by its key: in the language and
 * with the name of the buyer as they were shown. Names of countries, goods and materials come from lists and are not among them.
 */
export function shownTexts(
  { questionnaire, walk }: Pick<SupplierSession, "questionnaire" | "walk">,
  { texts }: PageTexts,
): Readonly<Record<string, string>> {
  const { required, optional } = stringKeys(questionnaire);
  const isShown = (key: string) => /^(title|section\.\w+)$/.test(key) || walk.asked.has(key.split(".", 1)[0] ?? "");
  const shown = [...required, ...optional].filter(isShown).flatMap((key) => {
    const text = texts.get(key)?.text;
    return text === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(shown);
}
