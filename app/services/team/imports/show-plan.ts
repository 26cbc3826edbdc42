import { languageWithAllTexts } from "#app/i18n/languages";
import { teamUseCase } from "#app/services/context/use-case";
import { encodings } from "#app/services/team/supplier-file/decode";
import { countries } from "#scoring/editions/index";
import { importFields } from "#terms/suppliers/import-fields";
import { importChoices } from "./import-choices";
import { type PlannedRow, planImport } from "./plan-import";
import { chosenCountries, problemTexts, suggestedCountries } from "./problem-texts";
import { cellReader, missingFields, shownColumns } from "./shown/columns";

/** Rows shown of a large file; all of them are counted. */
const shownRows = 50;
const shownProblems = 200;
/** Columns shown of a very wide file. Those that were read as something are always shown. */
const mostColumns = 40;

/**
 * What an upload would do, as a page shows it: what each column was read as, the first rows, the first problems, and counts of
 * all. What a whole column lacks is said once. Writes nothing.
 * @throws Problem "not-found" for an upload that is not there; "too-large" for more rows or columns than a spreadsheet has
 */
export const showPlan = teamUseCase({
  permission: "suppliers.import",
  input: importChoices,
  events: [],
  async run(ctx, choices) {
    const plan = await planImport(ctx, { org: ctx.organisation.id, ...choices });
    const language = languageWithAllTexts(ctx.language);
    const t = ctx.t(language);
    const words = { t, language };
    const fields = importFields.filter((field) => plan.mapping[field] !== undefined);
    const read = cellReader(words);
    const cellsOf = ({ row }: PlannedRow) =>
      fields.map((field) => {
        const cell = row.cells[plan.mapping[field] ?? -1]?.trim().slice(0, 300) ?? "";
        const { became, understood } = cell === "" ? { became: "", understood: true } : read(field, cell);
        return understood ? became : cell;
      });
    const textOf = problemTexts(t, language);
    const problems = plan.rows.flatMap(({ row, problems }) =>
      problems
        .filter(({ field, code }) => !(code === `${field}-missing` && plan.mapping[field] === undefined))
        .map((problem) => ({ row: row.number, problem })),
    );
    const chosen = chosenCountries(plan, choices.countries ?? {}, t, language);
    const columns = shownColumns(plan, words);
    const shown = columns.filter(({ at, sureness }) => at < mostColumns || sureness !== "none");
    const languageNames = new Intl.DisplayNames(language, { type: "language" });
    const countryNames = new Intl.DisplayNames(language, { type: "region" });
    const encodingName = (encoding: (typeof encodings)[number]) => t(`team:import.encodings.${encoding}`);
    return {
      upload: plan.upload,
      encoding: plan.decoded.encoding,
      encodings: encodings.map((encoding) => ({ encoding, name: encodingName(encoding) })),
      by: plan.decoded.foundBy,
      offered: plan.decoded.readings.map(({ encoding, names }) => ({ encoding, name: encodingName(encoding), names })),
      looksLike: plan.decoded.looksLike && languageNames.of(plan.decoded.looksLike),
      broken: plan.decoded.broken,
      unclosed: plan.unclosed,
      separator: plan.separator,
      hasHeader: plan.hasHeader,
      columns: shown,
      moreColumns: columns.length - shown.length,
      missing: plan.rows.length === 0 ? [] : missingFields(plan, words),
      countries: countries.countries
        .map(({ iso2 }) => ({ code: iso2, name: countryNames.of(iso2) ?? iso2 }))
        .sort((one, other) => one.name.localeCompare(other.name, language)),
      oneCountry: choices.oneCountry,
      fields,
      rows: plan.rows
        .slice(0, shownRows)
        .map((row) => ({ number: row.row.number, happens: row.outcome, cells: cellsOf(row) })),
      all: plan.rows.length,
      /** Rows after those, which are left for the next list. */
      left: plan.left,
      problems: [
        ...chosen,
        ...problems.slice(0, shownProblems).map(({ row, problem }) => ({
          row,
          column: t(`team:import.field.${problem.field}`),
          text: textOf(problem),
          refuses: problem.refuses,
          countries: suggestedCountries(problem, language),
        })),
      ],
      problemsAll: chosen.length + problems.length,
      counts: plan.counts,
    };
  },
});
