import { nothing } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { dueWords, frameOf, momentWords } from "#app/services/supplier/page/frame";
import { pageWords } from "#app/services/supplier/page/page-words";
import { draftPlaces } from "#app/services/supplier/question/draft";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { LeftView } from "#app/views/supplier/tasks";

/** What a person who leaves should know: what is kept, and until when to come back. */
export const showLeftPage = supplierUseCase({
  permission: "attestations.answer",
  input: nothing,
  events: [],
  run(ctx): LeftView {
    const { session } = ctx;
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
  },
});
