import type { SupplierContext } from "#app/services/context/contexts";
import { isEnded } from "#app/services/supplier/colleagues/open-colleague-link";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { TasksApproval } from "#app/views/supplier/tasks";
import { findApproval } from "./approval-state";
import { approvalNote, approvalWords } from "./show-waiting";

/**
 * What the list of sections says of an approval: who has it, since when and the way out, or why it came to nothing. `title`: only
 * while it waits. Who may not sign reads no reason, which may tell of answers that are not theirs.
 */
export async function approvalOnTasks(
  ctx: SupplierContext,
  words: PageTexts,
): Promise<(TasksApproval & { readonly title?: string }) | undefined> {
  const { session } = ctx;
  const found = await findApproval(ctx, session);
  if (!found) return undefined;
  const maySign = ctx.may("attestations.sign");
  if (found.state !== "waiting") {
    const note = approvalNote(session, found, words);
    return note && { text: note.text, ...(maySign ? { reason: note.reason } : {}) };
  }
  const names = approvalWords(session, found, words);
  const way = { label: words.t("supplier:approval.ways"), href: `${addressOf(session)}/sign` };
  return {
    title: words.t("supplier:approval.waiting", names),
    text: words.t("supplier:approval.waitingText", names),
    ...(isEnded(found.approver, session.file) ? { over: words.t("supplier:approval.over", names) } : {}),
    ...(maySign ? { way } : {}),
  };
}
