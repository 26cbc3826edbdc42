import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { requireAsSigned } from "#app/services/answers/signed/mismatches";
import { inSignedWords } from "#app/services/answers/signed/signed-words";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { recordId } from "#app/services/context/inputs";
import { onNorthKorea, readsNorthKorea } from "#app/services/north-korea/north-korea";
import { requireQuestionnaire, requireRuleSetAndEdition } from "#app/services/ratings/rating-versions";
import { walkSession } from "#app/services/supplier/session/supplier-session";
import type { AttestationDetails, Declaration } from "#db/records";
import type { Question } from "#questionnaires/definition";
import type { Walk } from "#questionnaires/walk";
import type { NorthKoreaParts } from "#scoring/rules/north-korea";

export const signedInput = z.object({ attestation: recordId });
export const signedQuestionInput = signedInput.extend({ question: recordId });

/** What was signed, as it was signed, with what of it was asked and counted. */
export type Signed = {
  readonly file: AttestationDetails & { readonly declaration: Declaration };
  readonly walk: Walk;
  /** What of it is about North Korean labour. */
  readonly northKorea: NorthKoreaParts;
};

/** @throws Problem "not-found" for another organisation's and for what is not signed; "record-changed", with an event */
export async function findSigned(
  ctx: TeamContext,
  event: EventMaker<"record.mismatched">,
  attestation: string,
): Promise<Signed> {
  const kept = await ctx.store.attestations.get(ctx.organisation.id, attestation);
  if (!kept?.declaration) throw new Problem("not-found");
  const file = await requireAsSigned(ctx, event, kept);
  const { declaration = kept.declaration } = file;
  const questionnaire = inSignedWords(await requireQuestionnaire(ctx, file.attestation), declaration);
  const opened = { file, questionnaire, ...(await requireRuleSetAndEdition(ctx, file.campaign)) };
  const northKorea = await onNorthKorea(ctx, ctx.organisation.id, questionnaire);
  return { file: { ...file, declaration }, walk: walkSession(opened, file.answers), northKorea };
}

/** The questions that can go back: those that were asked, but for the signature, and that may be read here. */
export function returnableQuestions(ctx: TeamContext, { walk, northKorea }: Signed): readonly Question[] {
  const { questionnaire, asked } = walk;
  return questionnaire.sections
    .flatMap(({ questions }) => questions)
    .filter((question) => !question.signing && asked.has(question.id) && mayReadQuestion(ctx, northKorea, question));
}

/** @throws Problem "not-found" for a question that cannot go back */
export function returnableQuestion(ctx: TeamContext, signed: Signed, code: string): Question {
  const question = returnableQuestions(ctx, signed).find(({ id }) => id === code);
  if (!question) throw new Problem("not-found");
  return question;
}

/**
 * Whether somebody may see that a question was returned, why, and what was answered. Everything that is shown of returned
 * questions goes through here.
 */
export function mayReadQuestion(ctx: TeamContext, northKorea: NorthKoreaParts, { id }: Question): boolean {
  return seesAllReturned(ctx) || !northKorea.isQuestion(id);
}

/** Whether somebody sees all that is returned: for whoever does not, not even its number is told. */
export function seesAllReturned(ctx: Pick<TeamContext, "may">): boolean {
  return readsNorthKorea(ctx);
}

/** Whether somebody is told how many suppliers have returned questions: of whoever does not see all, the number would tell. */
export function seesReturns(ctx: Pick<TeamContext, "may">): boolean {
  return ctx.may("attestations.return") && seesAllReturned(ctx);
}

/** Whether what is written about a question may bring workers into danger. */
export function isSensitive({ northKorea }: Signed, { id }: Question): boolean {
  return northKorea.isQuestion(id);
}
