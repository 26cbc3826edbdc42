import type { TFunction } from "i18next";
import type { namespaces } from "#app/i18n/texts/namespaces";
import type { TeamContext } from "#app/services/context/contexts";
import { csvLine } from "#app/services/team/files/csv";
import { supplierFields } from "#app/services/team/supplier-file/columns";
import type { RowProblem } from "#app/services/team/supplier-file/supplier-row";
import type { ImportPlan, PlannedRow } from "./plan-import";

type T = TFunction<typeof namespaces>;

/** Rows shown of a large file; all of them are counted. */
const shownRows = 50;
const shownProblems = 200;

type ProblemText = (problem: RowProblem) => string;

/** Says each problem in words: what is wrong, and what may have been meant. Made once a list, as 100,000 rows can be wrong. */
function problemTexts(t: T, language: string): ProblemText {
  const names = new Intl.DisplayNames(language, { type: "region" });
  return ({ code, value, suggestions = [], row }) => {
    const meant = suggestions.map((code) => names.of(code) ?? code).join(", ");
    const text = t(`team:import.problem.${code}`, { value, row });
    return meant === "" ? text : `${text} ${t("team:import.meant", { meant })}`;
  };
}

/** A plan as a page shows it: the first rows, the first problems, and counts of all. */
export function showPlan(ctx: TeamContext, plan: ImportPlan, language: string) {
  const t = ctx.t(language);
  const columns = supplierFields.filter((field) => plan.mapping[field] !== undefined);
  const width = plan.rows.reduce((most, { row }) => Math.max(most, row.cells.length), plan.header.length);
  const cellsOf = ({ row }: PlannedRow) =>
    columns.map((field) => row.cells[plan.mapping[field] ?? -1]?.slice(0, 300) ?? "");
  const textOf = problemTexts(t, language);
  const problems = plan.rows.flatMap(({ row, problems }) => problems.map((problem) => ({ row: row.number, problem })));
  return {
    upload: plan.upload,
    encoding: plan.decoded.encoding,
    by: plan.decoded.by,
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
      .map((row) => ({ number: row.row.number, happens: row.happens, cells: cellsOf(row) })),
    all: plan.rows.length,
    problems: problems.slice(0, shownProblems).map(({ row, problem }) => ({
      row,
      column: t(`team:import.field.${problem.field}`),
      text: textOf(problem),
      refuses: problem.refuses,
    })),
    problemsAll: problems.length,
    counts: plan.counts,
  };
}

/** The refused rows as a file that can be corrected and sent again: their own columns, then row and reason. */
export function* refusedLines(ctx: TeamContext, plan: ImportPlan, language: string): Generator<string> {
  const t = ctx.t(language);
  const textOf = problemTexts(t, language);
  yield csvLine([...plan.header, t("team:import.row"), t("team:import.reason")]);
  for (const { row, problems, happens } of plan.rows) {
    if (happens !== "refused") continue;
    const cells = Array.from(
      { length: Math.max(plan.header.length, row.cells.length) },
      (_, at) => row.cells[at] ?? "",
    );
    const reasons = problems.map((problem) => `${t(`team:import.field.${problem.field}`)}: ${textOf(problem)}`);
    yield csvLine([...cells, row.number, reasons.join(" ")]);
  }
}
