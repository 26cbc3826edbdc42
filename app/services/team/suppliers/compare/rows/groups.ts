import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { Compared } from "#app/services/team/suppliers/compare/compared-suppliers";
import { fewestCompared } from "#app/services/team/suppliers/compare/comparison-address";
import type { ComparedGroup, ComparedRow, ComparisonView } from "#app/views/team/suppliers/comparison";
import { withoutAlikeParts } from "./answer-differences";
import { answerRows } from "./answer-rows";
import { statusRows, tierRow } from "./status-rows";
import { sumNames } from "./sum-names";
import { controlRows, flagRows, placeRows } from "./sum-rows";

type Groups = Pick<ComparisonView, "groups" | "onlyDifferences" | "scale" | "shown" | "all">;

/** The scale ends at a round figure, so that it is read off in words. */
const scaleStep = 5;

/** Everything that is compared. `all`: rows that are alike too; where there are not two ratings to differ, nothing is hidden. */
export function comparedGroupsOf(
  ctx: TeamContext,
  compared: readonly Compared[],
  { all }: { readonly all: boolean },
): Groups {
  const rows = rowsFor(ctx, compared);
  const isRated = compared.filter(({ rated }) => rated).length;
  const onlyDifferences = !all && isRated >= fewestCompared;
  const groups = rows.map(([id, own]) => {
    return { id, rows: onlyDifferences ? own.flatMap(differencesOf) : own, all: own.length };
  });
  return {
    groups: isRated === 0 ? [] : groups,
    onlyDifferences,
    scale: scaleOf(rows.flatMap(([, found]) => found)),
    shown: groups.reduce((sum, group) => sum + group.rows.length, 0),
    all: groups.reduce((sum, group) => sum + group.all, 0),
  };
}

type Rows = readonly (readonly [ComparedGroup["id"], readonly ComparedRow[]])[];

/**
 * The rows that somebody may read. Every figure of a rating moves with answers on North Korean labour, and so does which question
 * moved it: who does not see those answers compares places, and all other answers.
 */
function rowsFor(ctx: TeamContext, compared: readonly Compared[]): Rows {
  const names = sumNames(ctx);
  const answers = answerRows(ctx, compared);
  if (!readsNorthKorea(ctx))
    return [
      ["statuses", [tierRow(ctx, compared, names)]],
      ["answers", answers],
    ];
  return [
    ["place", placeRows(compared, names)],
    ["controls", controlRows(compared, names)],
    ["flags", flagRows(compared, names)],
    ["statuses", statusRows(ctx, compared, names)],
    ["answers", answers],
  ];
}

function differencesOf(row: ComparedRow): readonly ComparedRow[] {
  if (row.alike) return [];
  return [row.kind === "answer" ? withoutAlikeParts(row) : row];
}

/** One scale for all bars, which hiding rows does not change. */
function scaleOf(rows: readonly ComparedRow[]): number {
  const points = rows.flatMap((row) => (row.kind === "points" ? row.cells.map((cell) => cell?.points ?? 0) : []));
  return Math.max(1, Math.ceil(Math.max(0, ...points.map(Math.abs)) / scaleStep)) * scaleStep;
}
