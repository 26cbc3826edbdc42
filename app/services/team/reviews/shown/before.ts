import { dayMoment } from "#app/i18n/dates/moments";
import { answerInWords } from "#app/services/answers/answer-words";
import type { TeamContext } from "#app/services/context/contexts";
import { readEarlier } from "#app/services/supplier/earlier/find-earlier";
import { ownTexts } from "#app/services/team/questionnaires/own-texts";
import type { QuestionPane } from "#app/views/team/reviews/review";
import type { AttestationDetails } from "#db/records";

/** What the supplier answered to the same question when it last signed; undefined where it was not asked. */
export async function answerBefore(
  ctx: TeamContext,
  { attestation, supplier }: AttestationDetails,
  code: string,
): Promise<QuestionPane["before"]> {
  const { org, id: besides, questionnaire } = attestation;
  const id = await ctx.store.attestations.lastSigned(org, { supplier: supplier.id, besides });
  const kept = id === undefined ? undefined : await ctx.store.attestations.get(org, id);
  const earlier = kept?.attestation.questionnaire === questionnaire ? await readEarlier(ctx, kept, "buyer") : undefined;
  const question = earlier?.walk.questionnaire.questions.get(code);
  if (!earlier || !question || !earlier.walk.asked.has(code)) return undefined;
  const texts = ownTexts(ctx, earlier.walk.questionnaire, ctx.language);
  const answer = answerInWords(earlier.walk, question, { ui: ctx.language, texts });
  return { day: dayMoment(earlier.signedAt, ctx.language), answer };
}
