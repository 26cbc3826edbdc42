import type { TeamContext } from "#app/services/context/contexts";
import type { VersionNames } from "#app/services/team/ratings/versions";
import { madeName } from "#app/services/team/suppliers/pictures/picture-asked";
import type { Picture } from "#app/views/team/map/pictures";
import { type MadeFigures, type RatedFigures, ratedIn } from "./rated-figures";

export type ChosenFigures = {
  readonly chosen: MadeFigures;
  readonly rules: string;
  readonly edition: string;
  readonly rated: number;
  /** Suppliers whose newest rating others made. */
  readonly others: number;
  readonly made: Picture["made"];
};

/** Ratings of the rules and countries that were asked for, else of those that most newest ratings were made by; never of several. */
export function chooseMade(
  ctx: TeamContext,
  { made }: RatedFigures,
  asked: string,
  names: VersionNames,
): ChosenFigures | undefined {
  const chosen = made.find((one) => madeName(one) === asked) ?? made[0];
  if (chosen === undefined) return undefined;
  const t = ctx.t(ctx.language);
  const wordsOf = ({ ruleSet, edition }: MadeFigures) => ({
    rules: names.ruleSet(ruleSet),
    edition: names.edition(edition),
  });
  const all = made.reduce((sum, one) => sum + ratedIn(one), 0);
  const choices = made.map((one) => ({
    value: madeName(one),
    label: t("map:made.choice", { ...wordsOf(one), count: ratedIn(one) }),
  }));
  return {
    ...{ chosen, rated: ratedIn(chosen), others: all - ratedIn(chosen), ...wordsOf(chosen) },
    made: made.length > 1 ? { value: madeName(chosen), choices } : undefined,
  };
}
