import type { TeamContext } from "#app/services/context/contexts";
import type { ComparedRow } from "#app/views/team/suppliers/comparison";
import type { LoadedQuestionnaire } from "#questionnaires/load";

/** The section that asks about North Korean labour, and the law that is about nothing else. */
const section = "E";
const law = "caatsa-321b";

/** Whether somebody reads what suppliers say of North Korean labour: today whoever reads their pages. The one place to ask. */
export function readsNorthKorea(ctx: Pick<TeamContext, "may">): boolean {
  return ctx.may("suppliers.read");
}

/** The rows that somebody may read. */
export function rowsFor(ctx: Pick<TeamContext, "may">, rows: readonly ComparedRow[]): readonly ComparedRow[] {
  return readsNorthKorea(ctx) ? rows : rows.filter(({ northKorea }) => !northKorea);
}

export function isQuestionOnNorthKorea({ sections }: Pick<LoadedQuestionnaire, "sections">, code: string): boolean {
  return sections.some(({ id, questions }) => id === section && questions.some((question) => question.id === code));
}

export function isLawOnNorthKorea(id: string): boolean {
  return id === law;
}
