import type { LoadedQuestionnaire } from "#questionnaires/load";

/** The questions of a campaign: how many everybody is asked, and how many there are at most. The signature is none. */
export function questionRange(
  { questions }: LoadedQuestionnaire,
  regimes: readonly string[],
): { readonly least: number; readonly most: number } {
  const served = [...questions.values()].filter(
    (question) =>
      !question.signing &&
      (!question.regimes || regimes.length === 0 || question.regimes.some((regime) => regimes.includes(regime))),
  );
  return { least: served.filter(({ shown }) => shown === undefined).length, most: served.length };
}

/**
 * Minutes that answering takes, rounded up to tens: one for each question, of which a firm meets on the average half of those
 * that not everybody is asked. An estimate, as the pages that show it say.
 */
export function answeringMinutes(questionnaire: LoadedQuestionnaire, regimes: readonly string[]): number {
  const { least, most } = questionRange(questionnaire, regimes);
  return Math.ceil((least + most) / 2 / 10) * 10;
}
