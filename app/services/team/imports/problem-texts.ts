import type { TFunction } from "i18next";
import type { namespaces } from "#app/i18n/texts/namespaces";
import { longest, type RowProblem } from "#app/services/team/supplier-file/supplier-row";

/** Says each problem in words: what is wrong, and what may have been meant. Made once a list, as 100,000 rows can be wrong. */
export function problemTexts(t: TFunction<typeof namespaces>, language: string): (problem: RowProblem) => string {
  const names = new Intl.DisplayNames(language, { type: "region" });
  return ({ field, code, value, suggestions = [], row }) => {
    const meant = suggestions.map((code) => names.of(code) ?? code).join(", ");
    const text = t(`team:import.problem.${code}`, { value, row, limit: longest[field] });
    return meant === "" ? text : `${text} ${t("team:import.meant", { meant })}`;
  };
}
