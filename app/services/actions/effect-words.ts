import { formatPoints } from "#app/i18n/writing/points";
import type { TeamContext } from "#app/services/context/contexts";
import type { EffectView } from "#app/views/team/actions/actions";
import type { CorrectiveAction, StoredRating } from "#db/records";
import { planEffect } from "#scoring/explanation/plan-effect";
import { isOpen, isPlanned } from "#terms/actions/action-states";

type Asked = Pick<CorrectiveAction, "question" | "state" | "due" | "reliefUntil">;

/**
 * What an action does to its supplier's newest rating, in words: the figures are those of the rating and of the rules that made
 * it. Points that a plan took off are back once it is overdue; a floor has none.
 */
export async function effectWords(
  ctx: TeamContext,
  { question, state, reliefUntil }: Asked,
  newest: StoredRating | undefined,
  today: string,
): Promise<EffectView> {
  const t = ctx.t(ctx.language);
  if (question === undefined) return { figure: t("actions:effect.none"), note: t("actions:effect.noQuestion") };
  const made = newest && (await ctx.catalogue.rules(ctx.organisation.id, newest.rating.ruleSet.id));
  if (!newest || !made) return { figure: t("actions:effect.none"), note: t("actions:effect.unrated") };
  const effect = planEffect(newest.rating, made.definition, question);
  const { points, factor, percent, product, score, isGiven, floor } = effect;
  const figure = (amount: number) => formatPoints(amount, ctx.language);
  const floorNote = floor === undefined ? "" : t("actions:effect.floor", { band: t(`team:band.${floor}`) });
  if (points === 0)
    return { figure: t("actions:effect.none"), note: floorNote || t("actions:effect.noFlag", { code: question }) };
  const sum = t("actions:effect.product", { points: figure(points), factor: figure(factor), percent });
  const isScaled = Math.abs(score - product) >= 0.01;
  const note = [
    isScaled ? t("actions:effect.scaled", { sum, product: figure(product) }) : sum,
    ...(floorNote === "" ? [] : [floorNote]),
  ].join(". ");
  const isLate = isPlanned(state) && !isGiven && (reliefUntil === undefined || reliefUntil < today);
  if (isGiven) return { figure: t("actions:effect.onTime", { points: figure(score) }), note };
  if (isLate) return { figure: t("actions:effect.back", { points: figure(score) }), note };
  if (isOpen(state)) return { figure: t("actions:effect.ifAccepted", { points: figure(score) }), note };
  return { figure: t("actions:effect.none"), note };
}
