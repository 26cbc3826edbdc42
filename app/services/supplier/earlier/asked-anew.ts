import type { Question } from "#questionnaires/definition";
import type { LoadedQuestionnaire } from "#questionnaires/load";

/**
 * Questions of ours of which the answer of another day says too much in one tap: what they say of North Korean workers, in
 * words or by leaving them out of a list.
 */
const onNorthKorea: Readonly<
  Record<string, { readonly sections: readonly string[]; readonly questions: readonly string[] }>
> = { "forced-labour": { sections: ["E"], questions: ["B2", "D2", "J4", "L4"] } };

/** The law on North Korean labour: in questionnaires of a buyer, what serves it is asked anew. */
const lawOnNorthKorea = "caatsa-321b";

/** Questions about the answering itself, or to the buyer: what was said of another time says nothing of this one. */
const onThisTime: Readonly<Record<string, readonly string[]>> = { "forced-labour": ["A3", "N3", "O1"] };

/** Whether last time's answer is only shown, and the question answered again. */
export function isAskedAnew(questionnaire: LoadedQuestionnaire, question: Question): boolean {
  const own = onNorthKorea[questionnaire.definition.id];
  if (own === undefined) return question.regimes?.includes(lawOnNorthKorea) ?? false;
  return own.questions.includes(question.id) || own.sections.includes(questionnaire.sectionOf(question.id).id);
}

/** Whether last time's answer is not even shown. */
export function isAboutThisTime({ definition }: LoadedQuestionnaire, question: Question): boolean {
  return question.signing === true || (onThisTime[definition.id]?.includes(question.id) ?? false);
}
