import type { TeamContext } from "#app/services/context/contexts";
import { isQuestionOnNorthKorea } from "#app/services/team/suppliers/compare/rows/north-korea";
import type { LoadedQuestionnaire } from "#questionnaires/load";

/** What of a review somebody may see. */
export type ShownParts = {
  isShown(question: string): boolean;
  isFindingShown(id: string): boolean;
  isLinkShown(regime: string): boolean;
  /** Whether it is about North Korean labour, so that what is asked about it must do no harm. */
  isOnNorthKorea(question: string): boolean;
};

/**
 * Whatever a review shows of a question, of what does not fit and of a link, in lists, panes and decisions, asks here first:
 * this is the one place for the right to see answers on North Korean labour.
 */
export async function shownParts(
  _ctx: TeamContext,
  questionnaire: LoadedQuestionnaire | undefined,
): Promise<ShownParts> {
  return {
    isShown: () => true,
    isFindingShown: () => true,
    isLinkShown: () => true,
    isOnNorthKorea: (code) => questionnaire !== undefined && isQuestionOnNorthKorea(questionnaire, code),
  };
}
