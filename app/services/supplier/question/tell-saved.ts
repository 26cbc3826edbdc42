import type { SupplierContext } from "#app/services/context/contexts";
import { savedWords } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";

/** What a page that saved by itself is told: the revision that its next save is based on, and when this one was, in words. */
export type SavedNote = { readonly revision: number; readonly saved: string };

/** The note about an answer that was saved just now. @param session as it is after the save */
export function tellSaved(ctx: SupplierContext, session: SupplierSession, question: string): SavedNote {
  const words = pageTexts(ctx, session, ctx.language);
  return {
    revision: session.file.revisions[question] ?? 0,
    saved: savedWords(ctx, session, words, ctx.clock.now()) ?? "",
  };
}
