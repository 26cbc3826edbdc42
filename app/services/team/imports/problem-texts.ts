import type { TFunction } from "i18next";
import { countryName } from "#app/i18n/country-names";
import type { namespaces } from "#app/i18n/texts/namespaces";
import { cellText, longest, type RowProblem } from "#app/services/team/supplier-file/supplier-row";
import type { ImportPlan } from "./plan-import";

/** Says each problem in words: what is wrong, and what may have been meant. Made once a list, as 100,000 rows can be wrong. */
export function problemTexts(t: TFunction<typeof namespaces>, language: string): (problem: RowProblem) => string {
  const names = new Intl.DisplayNames(language, { type: "region" });
  return ({ field, code, value, suggestions = [], row }) => {
    const meant = suggestions.map((code) => names.of(code) ?? code).join(", ");
    const text = t(`team:import.problem.${code}`, {
      value,
      row,
      limit: field === "email" ? undefined : longest[field],
    });
    return meant === "" ? text : `${text} ${t("team:import.meant", { meant })}`;
  };
}

/** Countries of which one may be chosen for every row with the cell of a problem; undefined where there is nothing to choose. */
export function suggestedCountries({ code, value, suggestions = [] }: RowProblem, language: string) {
  if (code !== "country-unknown" || suggestions.length === 0) return undefined;
  return { cell: value, meant: suggestions.map((iso2) => ({ code: iso2, name: countryName(iso2, language) })) };
}

/** What a person chose for cells with a country that is not known, so that it can be taken back. */
export function chosenCountries(
  { rows, mapping }: Pick<ImportPlan, "rows" | "mapping">,
  countries: Readonly<Record<string, string>>,
  t: TFunction<typeof namespaces>,
  language: string,
) {
  const firstWith = (cell: string) => rows.find(({ row }) => cellText(row.cells[mapping.country ?? -1] ?? "") === cell);
  return Object.entries(countries).map(([cell, code]) => ({
    row: firstWith(cell)?.row.number ?? 0,
    column: t("team:import.field.country"),
    text: t("team:import.taken", { cell, name: countryName(code, language) }),
    refuses: false,
    countries: { cell, meant: [] },
  }));
}
