import type { TeamContext } from "#app/services/context/contexts";
import { findRatingVersions } from "#app/services/ratings/rating-versions";
import { codeWords } from "#app/services/team/ratings/code-words";
import type { TopicMeasure } from "#app/views/team/map/pictures";
import { textsOf } from "#questionnaires/texts";
import { inherentParts } from "#terms/inherent-parts";
import type { MadeFigures } from "./figures/rated-figures";

/** A column: the score, a part of the inherent risk, or the red flags of a section. */
export type Topic = {
  readonly id: string;
  readonly kind: "score" | "inherent" | "adverse";
  readonly code?: string;
  readonly name: string;
};

/** Topics that the rules give points for and in which somebody has some, in the order of the questionnaire. */
export async function topicsOf(
  ctx: TeamContext,
  { ruleSet: rules, edition, questionnaires, countries }: MadeFigures,
  measure: TopicMeasure,
): Promise<readonly Topic[]> {
  const [[asked] = []] = [...questionnaires].sort(([, one], [, other]) => other - one);
  const made = await findRatingVersions(ctx, ctx.organisation.id, { questionnaire: asked, ruleSet: rules, edition });
  const { questionnaire } = made;
  const texts = questionnaire && textsOf(questionnaire, ctx.language);
  const flagged = new Set([...countries.values()].flatMap((country) => [...country.flagged.keys()]));
  const sections = (questionnaire?.sections ?? [])
    .filter(({ id }) => flagged.has(id))
    .map(({ id }): Topic => ({ id, kind: "adverse", code: id, name: texts?.get(`section.${id}`)?.text ?? id }));
  if (measure === "flagged") return sections;
  const words = codeWords(ctx, made);
  const score: Topic = { id: "score", kind: "score", name: ctx.t(ctx.language)("map:topics.score") };
  const inherent = inherentParts.map((id): Topic => ({ id, kind: "inherent", name: words.factor(id) ?? id }));
  return [score, ...inherent, ...sections];
}
