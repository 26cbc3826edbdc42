import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { mayAnswer } from "#app/services/supplier/colleagues/own-sections";
import { dueParts, frameOf, momentWords } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { draftPlaces } from "#app/services/supplier/question/answer-draft";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { SavedForLaterView } from "#app/views/supplier/tasks";

/** What a person who leaves should know: what is kept, and until when to come back. */
export const showSavedForLater = supplierUseCase({
  permission: "attestations.answer",
  input: noInput,
  events: [],
  run(ctx): SavedForLaterView {
    const { session } = ctx;
    const { attestation, campaign } = session.file;
    const words = pageTexts(ctx, session, ctx.language);
    const at = attestation.savedAt;
    return {
      frame: frameOf(ctx, session, words, {
        title: words.t(at ? "supplier:left.title" : "supplier:left.titleOfNothing"),
        from: "left",
      }),
      ...(at ? { saved: words.t("supplier:left.saved", momentWords(at, campaign, words)) } : {}),
      drafts: draftPlaces(session).filter((place) => mayAnswer(session, place.split(".")[0] ?? "")).length,
      due: dueParts(ctx, campaign, words),
      href: addressOf(session),
    };
  },
});
