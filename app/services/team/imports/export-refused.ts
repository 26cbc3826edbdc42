import { languageWithAllTexts } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";
import { headingMeaning } from "#app/services/team/supplier-file/columns/headings";
import { type ImportField, importFields } from "#terms/suppliers/import-fields";
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

type Words = ReturnType<TeamContext["t"]>;

function* refusedLines(ctx: TeamContext, plan: ImportPlan): Generator<string> {
  const language = languageWithAllTexts(ctx.language);
  const t = ctx.t(language);
  const textOf = problemTexts(t, language);
  const refused = plan.rows.filter(({ outcome }) => outcome === "refused");
  const width = refused.reduce((most, { row }) => Math.max(most, row.cells.length), plan.header.length);
  yield csvLine([...headings(plan, width, t), t("team:import.row"), t("team:import.reason")]);
  for (const { row, problems } of refused) {
    const cells = Array.from({ length: width }, (_, at) => row.cells[at] ?? "");
    const reasons = problems.map((problem) => `${t(`team:import.field.${problem.field}`)}: ${textOf(problem)}`);
    yield csvLine([...cells, row.number, reasons.join(" ")]);
  }
}

/**
 * The headings of the list; of a column that was told by its cells or chosen by a person, one that says what it is, so that the
 * file is read again in the same way.
 */
function headings({ own, header, mapping }: ImportPlan, width: number, t: Words): string[] {
  const isSaid = (field: ImportField) => own || headingMeaning(header[mapping[field] ?? -1] ?? "")?.field === field;
  const told = importFields.filter((field) => mapping[field] !== undefined && !isSaid(field));
  const named = new Map(told.map((field) => [mapping[field], t(`team:import.field.${field}`)]));
  return Array.from({ length: width }, (_, at) => named.get(at) ?? header[at] ?? "");
}
