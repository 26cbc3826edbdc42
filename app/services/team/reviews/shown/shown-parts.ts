import type { TeamContext } from "#app/services/context/contexts";
import { onNorthKorea, readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { LoadedQuestionnaire } from "#questionnaires/load";

/** What of a review somebody may see. */
export type ShownParts = {
  isShown(question: string): boolean;
  isFindingShown(id: string): boolean;
  /** Whether it is about North Korean labour, so that what is asked about it must do no harm. */
  isOnNorthKorea(question: string): boolean;
};

/**
 * Whatever a review shows of a question and of what does not fit asks here first: this is the one place for the right to see
 * answers on North Korean labour.
 */
export async function shownParts(
  ctx: TeamContext,
  questionnaire: LoadedQuestionnaire | undefined,
): Promise<ShownParts> {
  const readsAll = seesReasons(ctx);
  const parts = questionnaire && (await onNorthKorea(ctx, ctx.organisation.id, questionnaire));
  const isOnNorthKorea = (code: string) => parts?.isQuestion(code) ?? false;
  const isShown = (code: string) => readsAll || (parts !== undefined && !parts.isQuestion(code));
  return {
    isShown,
    isFindingShown: (id) => readsAll || (parts !== undefined && !parts.isContradiction(id)),
    isOnNorthKorea,
  };
}

/** Whether somebody sees figures, floors, links, and how much is left of a review: all give away what they may not read. */
export function seesReasons(ctx: Pick<TeamContext, "may">): boolean {
  return readsNorthKorea(ctx);
}
