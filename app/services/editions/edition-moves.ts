import { countryName } from "#app/i18n/country-names";
import type { TeamContext } from "#app/services/context/contexts";
import type { EditionPreview, TierMove } from "#app/views/team/rules/edition";
import type { LoadedEdition } from "#scoring/editions/index";
import type { TrialCounts } from "#scoring/trial/tally";
import { type SiteTier, siteTierRank, tiers } from "#terms/tiers";
import type { EditionFile } from "./read-edition";

/** Tiers as the table of countries has them. */
export const columns = [...tiers, "none"] as const;

/** `points` of each tier by the rules; `counts` of what suppliers would be, once all are tried and where they may be seen. */
type Beside = { readonly points: Readonly<Record<string, number>>; readonly counts: TrialCounts | undefined };

/** An edition beside another one: who moved, who is missing and who is new. */
export function comparisonOf(
  { language }: TeamContext,
  file: EditionFile,
  { definition: { tiers: before } }: LoadedEdition,
  beside: Beside,
): Omit<EditionPreview, "beside" | "sees" | "wrong"> {
  const { tiers: after, doubts } = file;
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const name = (code: string) => countryName(code, language);
  const placed = codes.map((code) => ({ code, name: name(code), from: tierIn(before, code), to: tierIn(after, code) }));
  const cross = columns.map((row) =>
    columns.map((column) => placed.filter(({ from, to }) => columnOf(from) === row && columnOf(to) === column).length),
  );
  const moves = placed
    .filter(({ from, to }) => from !== to)
    .map((move): TierMove => ({ ...move, ...worthOf(move, beside), ...doubtOf(move, file) }));
  return {
    ...{ countries: Object.keys(after).length, tiers: columns, cross, unrankedPoints: beside.points.unranked ?? 0 },
    moves: moves.sort(
      (one, other) => siteTierRank(one.to) - siteTierRank(other.to) || (one.name < other.name ? -1 : 1),
    ),
    missing: placed.filter(({ to }) => to === "unranked").map(({ name }) => name),
    fresh: placed.filter(({ from }) => from === "unranked").map(({ name }) => name),
    doubts: [...doubts].map(([code, text]) => ({ name: name(code), text })),
  };
}

function tierIn(of: Readonly<Record<string, SiteTier>>, code: string): SiteTier {
  return of[code] ?? "unranked";
}

function columnOf(tier: SiteTier): (typeof columns)[number] {
  return tiers.find((one) => one === tier) ?? "none";
}

type Move = Pick<TierMove, "code" | "from" | "to">;

function worthOf(
  { code, from, to }: Move,
  { points, counts }: Beside,
): Pick<TierMove, "points" | "way" | "suppliers" | "cross"> {
  const worth = { from: points[from] ?? 0, to: points[to] ?? 0 };
  const way = worth.to > worth.from ? "worse" : worth.to < worth.from ? "better" : "same";
  if (counts === undefined) return { points: worth, way };
  const { rated = 0, worse = 0, better = 0 } = counts.countries[code] ?? {};
  return { points: worth, way, suppliers: rated, cross: worse + better };
}

function doubtOf({ code }: Move, { doubts }: EditionFile): Pick<TierMove, "doubt"> {
  const doubt = doubts.get(code);
  return doubt === undefined ? {} : { doubt };
}
