import { languageWithAllTexts } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";
import { importChoices } from "./import-choices";
import { type ImportPlan, planImport } from "./plan-import";
import { problemTexts } from "./problem-texts";

/**
 * The rows of an upload that would not be added, as a file that can be corrected and sent again: their own columns, then row
 * and reason.
 * @throws Problem "not-found" for an upload that is not there; "too-large" past 100,000 rows
 */
export const exportRefused = teamUseCase({
  permission: "suppliers.import",
  input: importChoices,
  events: [],
  async run(ctx, choices): Promise<CsvFile> {
    return {
      name: "avow-rows-to-correct.csv",
      lines: refusedLines(ctx, await planImport(ctx, { org: ctx.organisation.id, ...choices })),
    };
  },
});

function* refusedLines(ctx: TeamContext, plan: ImportPlan): Generator<string> {
  const language = languageWithAllTexts(ctx.language);
  const t = ctx.t(language);
  const textOf = problemTexts(t, language);
  yield csvLine([...plan.header, t("team:import.row"), t("team:import.reason")]);
  for (const { row, problems, outcome } of plan.rows) {
    if (outcome !== "refused") continue;
    const cells = Array.from(
      { length: Math.max(plan.header.length, row.cells.length) },
      (_, at) => row.cells[at] ?? "",
    );
    const reasons = problems.map((problem) => `${t(`team:import.field.${problem.field}`)}: ${textOf(problem)}`);
    yield csvLine([...cells, row.number, reasons.join(" ")]);
  }
}
