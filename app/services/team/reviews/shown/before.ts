import { dayMoment } from "#app/i18n/dates/moments";
import { answerInWords } from "#app/services/answers/answer-words";
import { readAsSigned } from "#app/services/answers/signed/signed-file";
import type { TeamContext } from "#app/services/context/contexts";
import { hiddenQuestions } from "#app/services/north-korea/north-korea";
import { ownTexts } from "#app/services/team/questionnaires/own-texts";
import { walkAttestation } from "#app/services/team/suppliers/supplier-answers";
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
  const read = kept?.attestation.questionnaire === questionnaire ? readAsSigned(ctx, kept) : undefined;
  const file = read && "file" in read ? read.file : undefined;
  if (!file?.declaration || file.voided) return undefined;
  const walk = await walkAttestation(ctx, file);
  const question = walk.questionnaire.questions.get(code);
  // Another version may have asked for more by the same code.
  const isHidden = await hiddenQuestions(ctx, file.attestation);
  if (!question || !walk.asked.has(code) || isHidden(code)) return undefined;
  const texts = ownTexts(ctx, walk.questionnaire, ctx.language);
  const answer = answerInWords(walk, question, { ui: ctx.language, texts });
  return { day: dayMoment(file.declaration.signedAt, ctx.language), answer };
}
