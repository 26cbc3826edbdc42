import type { TeamContext } from "#app/services/context/contexts";
import { onNorthKorea, readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { LoadedQuestionnaire } from "#questionnaires/load";

/** What of a review somebody may see. */
export type ShownParts = {
  isShown(question: string): boolean;
  isFindingShown(id: string): boolean;
  isLinkShown(regime: string): boolean;
  /** Whether it is about North Korean labour, so that what is asked about it must do no harm. */
  isOnNorthKorea(question: string): boolean;
};

/** The law on North Korean labour: a link to it says what was answered. */
const lawOnNorthKorea = "caatsa-321b";

/**
 * Whatever a review shows of a question, of what does not fit and of a link, in lists, panes and decisions, asks here first:
 * this is the one place for the right to see answers on North Korean labour.
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
    isLinkShown: (regime) => readsAll || regime !== lawOnNorthKorea,
    isOnNorthKorea,
  };
}

/** Whether somebody sees scores and how many floors hold a band: both give away what they may not read. */
export function seesReasons(ctx: Pick<TeamContext, "may">): boolean {
  return readsNorthKorea(ctx);
}
