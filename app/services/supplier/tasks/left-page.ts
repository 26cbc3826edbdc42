import type { SupplierContext } from "#app/services/context/contexts";
import { dueWords } from "#app/services/supplier/link/landing-page";
import { frameOf, momentWords } from "#app/services/supplier/page/frame";
import { pageWords } from "#app/services/supplier/page/page-words";
import { draftPlaces } from "#app/services/supplier/question/draft";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { LeftView } from "#app/views/supplier/tasks";

/** What a person who leaves should know. */
export function leftPage(ctx: SupplierContext, session: SupplierSession): LeftView {
  const { attestation, campaign } = session.file;
  const words = pageWords(ctx, session.questionnaire, ctx.language);
  const at = attestation.savedAt;
  return {
    frame: frameOf(ctx, session, words, {
      title: words.t(at ? "supplier:left.title" : "supplier:left.titleOfNothing"),
      from: "left",
    }),
    ...(at ? { saved: words.t("supplier:left.saved", momentWords(at, campaign, words)) } : {}),
    drafts: draftPlaces(session).length,
    due: dueWords(ctx, campaign, words),
    href: addressOf(session),
  };
}
