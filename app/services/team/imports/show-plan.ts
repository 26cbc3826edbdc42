import { languageWithAllTexts } from "#app/i18n/languages";
import { teamUseCase } from "#app/services/context/use-case";
import { importFields } from "#terms/suppliers/import-fields";
import { importChoices } from "./import-choices";
import { type PlannedRow, planImport } from "./plan-import";
import { chosenCountries, problemTexts, suggestedCountries } from "./problem-texts";

/** Rows shown of a large file; all of them are counted. */
const shownRows = 50;
const shownProblems = 200;

/**
 * What an upload would do, as a page shows it: the first rows, the first problems, and counts of all. Writes nothing.
 * @throws Problem "not-found" for an upload that is not there; "too-large" past 100,000 rows
 */
export const showPlan = teamUseCase({
  permission: "suppliers.import",
  input: importChoices,
  events: [],
  async run(ctx, choices) {
    const plan = await planImport(ctx, { org: ctx.organisation.id, ...choices });
    const language = languageWithAllTexts(ctx.language);
    const t = ctx.t(language);
    const columns = importFields.filter((field) => plan.mapping[field] !== undefined);
    const width = plan.rows.reduce((most, { row }) => Math.max(most, row.cells.length), plan.header.length);
    const cellsOf = ({ row }: PlannedRow) =>
      columns.map((field) => row.cells[plan.mapping[field] ?? -1]?.slice(0, 300) ?? "");
    const textOf = problemTexts(t, language);
    const problems = plan.rows.flatMap(({ row, problems }) =>
      problems.map((problem) => ({ row: row.number, problem })),
    );
    const chosen = chosenCountries(plan, choices.countries ?? {}, t, language);
    return {
      upload: plan.upload,
      encoding: plan.decoded.encoding,
      by: plan.decoded.foundBy,
      broken: plan.decoded.broken,
      unclosed: plan.unclosed,
      separator: plan.separator,
      hasHeader: plan.hasHeader,
      mapping: plan.mapping,
      /** Names of all columns of the file, for choosing what each means. */
      fileColumns: Array.from(
        { length: width },
        (_, at) => plan.header[at]?.trim() || t("team:import.columnNumber", { number: at + 1 }),
      ),
      columns,
      rows: plan.rows
        .slice(0, shownRows)
        .map((row) => ({ number: row.row.number, happens: row.outcome, cells: cellsOf(row) })),
      all: plan.rows.length,
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
