import { Problem } from "#app/domain/problem";
import { formatCalendarDate, isoDay } from "#app/i18n/dates/days";
import type { SupplierContext } from "#app/services/context/contexts";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { NamedAction } from "#db/store";
import { isOpen, isShared } from "#terms/actions/action-states";

/** What the buyer asks of the supplier here, by the day it is due; what is only proposed, or was dropped, it does not see. */
export async function askedActions({
  store,
  session,
}: Pick<SupplierContext, "store" | "session">): Promise<readonly NamedAction[]> {
  const { org, id, state } = session.file.attestation;
  if (state !== "submitted") return [];
  const all = await store.actions.ofAttestation(org, id);
  return all.filter((action) => isShared(action.state));
}

/** One of them. @throws Problem "not-found" */
export async function askedAction(ctx: SupplierContext, id: string): Promise<NamedAction> {
  const found = (await askedActions(ctx)).find((one) => one.id === id);
  if (!found) throw new Problem("not-found");
  return found;
}

/** When it is due, in words, and where it stands. */
export function standingWords(
  ctx: Pick<SupplierContext, "clock" | "session">,
  { due, state }: Pick<NamedAction, "due" | "state">,
  { t, ui }: PageTexts,
) {
  const buyer = ctx.session.file.organisation.name;
  const isLate = isOpen(state) && due < isoDay(ctx.clock.now());
  const day = formatCalendarDate(due, "day", ui);
  const known = (["asked", "agreed", "working", "proven", "done"] as const).find((one) => one === state) ?? "asked";
  return {
    isLate,
    due: t(isLate ? "supplier:actions.overdue" : "supplier:actions.due", { day }),
    state: t(`supplier:actions.state.${known}`, { buyer }),
  };
}
