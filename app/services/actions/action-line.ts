import { dayMs, formatCalendarDate } from "#app/i18n/dates/days";
import type { TeamContext } from "#app/services/context/contexts";
import type { ActionLine } from "#app/views/team/actions/actions";
import type { StoredRating } from "#db/records";
import type { NamedAction } from "#db/store";
import { isOpen } from "#terms/actions/action-states";
import { effectWords } from "./effect-words";
import { seenOfActions } from "./north-korea";

/** One action as lists show it. `newest`: the newest rating of its supplier. */
export async function actionLine(
  ctx: TeamContext,
  action: NamedAction,
  newest: StoredRating | undefined,
  today: string,
): Promise<ActionLine> {
  const { id, of, question = "", gap, step, northKorea, ownerName, responsible, due, state } = action;
  const t = ctx.t(ctx.language);
  const isOverdue = isOpen(state) && due < today;
  return {
    ...{ id, href: `/actions/${id}`, code: question, gap, step, northKorea, responsible, state, isOverdue },
    supplier: { name: of.name, ref: of.ref, href: `/suppliers/${of.id}` },
    owner: ownerName ?? t("actions:owner.nobody"),
    due: formatCalendarDate(due, "day", ctx.language),
    dueNote: isOpen(state) ? dueNote(ctx, due, today) : "",
    proof: proofWords(ctx, action),
    ...(seenOfActions(ctx).showsPoints && { effect: await effectWords(ctx, action, newest, today) }),
  };
}

function dueNote(ctx: TeamContext, due: string, today: string): string {
  const count = Math.round((Date.parse(due) - Date.parse(today)) / dayMs);
  const t = ctx.t(ctx.language);
  if (count === 0) return t("actions:due.today");
  return count < 0 ? t("actions:due.overdue", { count: -count }) : t("actions:due.in", { count });
}

/** How far it is proven. */
export function proofWords(ctx: TeamContext, { state, proofs }: Pick<NamedAction, "state" | "proofs">): string {
  const t = ctx.t(ctx.language);
  if (proofs === 0) return t(state === "proposed" ? "actions:proof.notAsked" : "actions:proof.none");
  if (state === "done") return t("actions:proof.accepted", { count: proofs });
  return t(state === "proven" ? "actions:proof.unread" : "actions:proof.some", { count: proofs });
}
