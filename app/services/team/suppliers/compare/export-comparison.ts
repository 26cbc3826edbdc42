import { isoDay } from "#app/i18n/dates/days";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { versionNames } from "#app/services/team/ratings/versions";
import { noteExport } from "#app/services/team/trail/note";
import { cellInWords, evidenceInWords } from "./cell-words";
import { type Compared, comparedSuppliers } from "./compared-suppliers";
import { comparisonInput } from "./comparison-address";
import { comparedGroupsOf } from "./rows/groups";

type Line = readonly (string | number | undefined)[];

/**
 * Exactly the rows of a comparison as a CSV file, with two columns a supplier: what the row says of it, and how far an answer
 * is proven. What each rating was made with stands above the rows, whether or not it is the same.
 */
export const exportComparison = teamUseCase({
  permission: "suppliers.export",
  input: comparisonInput,
  events: ["data.exported", "record.mismatched"],
  async run(ctx, asked, event): Promise<CsvFile> {
    const { compared } = await comparedSuppliers(ctx, event, asked.ids, await versionNames(ctx));
    const { groups } = comparedGroupsOf(ctx, compared, asked);
    await noteExport(ctx, event, "comparison-csv");
    const rows = groups.flatMap(({ id, rows }) =>
      rows.map((row): Line => {
        const said = row.cells.map((_, place) => [cellInWords(ctx, row, place), evidenceInWords(ctx, row, place)]);
        return [id, row.code, nameOf(row.name), ...said.flat()];
      }),
    );
    const lines = [...headLines(ctx, compared), ...rows].map(csvLine);
    return { name: `comparison-${isoDay(ctx.clock.now())}.csv`, lines };
  },
});

function nameOf(name: string | { readonly text: string }): string {
  return typeof name === "string" ? name : name.text;
}

/** The names of the columns are the same in every language; then who is compared, and what each rating is. */
function headLines(ctx: TeamContext, compared: readonly Compared[]): readonly Line[] {
  const line = (name: string, of: (one: Compared) => string | number | undefined): Line => [
    ...["supplier", "", name],
    ...compared.flatMap((one) => [of(one), undefined]),
  ];
  return [
    ["topic", "code", "row", ...compared.flatMap(({ supplier: { ref } }) => [ref, `${ref} evidence`])],
    line("name", ({ supplier }) => supplier.name),
    line("id", ({ supplier }) => supplier.id),
    line("country", ({ supplier }) => supplier.country),
    line("rule_set", ({ rated }) => rated?.rating.ruleSet.id),
    line("edition", ({ rated }) => rated?.rating.edition.id),
    line("questionnaire", ({ rated }) => rated?.rating.questionnaire.id),
    line("signed_at_utc", ({ rated, signedAt }) => (rated ? signedAt?.toISOString() : undefined)),
    line("band", ({ rated }) => rated?.rating.band ?? "none"),
    ...(readsNorthKorea(ctx)
      ? [line("score", ({ rated }) => rated?.rating.score), line("confidence", ({ rated }) => rated?.rating.confidence)]
      : []),
  ];
}
