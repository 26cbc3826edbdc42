import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { teamUseCase } from "#app/services/context/use-case";
import { versionNames } from "#app/services/team/ratings/versions";
import type { ComparisonView } from "#app/views/team/suppliers/comparison";
import { addable } from "./addable";
import { columnViews, sharedFacts } from "./columns";
import { comparedSuppliers } from "./compared-suppliers";
import { type ComparisonAsked, comparisonAddress, comparisonInput } from "./comparison-address";
import { comparedGroupsOf } from "./rows/groups";

/**
 * Two to six suppliers beside each other by their newest ratings that count: lines of the sum, statuses, and the questions that
 * moved a rating. Fewer are shown with the way to add another.
 * @throws Problem "not-found" where the organisation has none of those that were asked for
 */
export const compareSuppliers = teamUseCase({
  permission: "suppliers.read",
  input: comparisonInput,
  events: ["record.mismatched"],
  run: readComparisonPage,
});

async function readComparisonPage(
  ctx: TeamContext,
  asked: ComparisonAsked,
  event: EventMaker<"record.mismatched">,
): Promise<ComparisonView & { readonly title: string }> {
  const versions = await versionNames(ctx);
  const { compared, unknown, tooMany } = await comparedSuppliers(ctx, event, asked.ids, versions);
  const { all } = asked;
  const ids = compared.map(({ supplier }) => supplier.id);
  const title = ctx.t(ctx.language)("ratings:compare.pageTitle", { count: ids.length });
  return {
    title,
    address: `${ctx.config.publicOrigin}${comparisonAddress({ ids, all })}`,
    columns: columnViews(ctx, compared, { versions, ids, all }),
    rated: compared.filter(({ rated }) => rated).length,
    ...sharedFacts(ctx, compared, versions),
    ...comparedGroupsOf(ctx, compared, asked),
    otherRows: comparisonAddress({ ids, all: !all }),
    csv: ctx.may("suppliers.export") ? comparisonAddress({ ids, all }, "/suppliers/compare.csv") : undefined,
    unknown,
    tooMany,
    adding: await addable(ctx, { ...asked, ids }),
  };
}
