import type { LeftView } from "#app/components/supplier/left-page";
import type { SupplierContext } from "#app/services/context";
import { frameOf, momentWords } from "./frame";
import { dueWords } from "./link/landing-page";
import { pageWords } from "./page-words";
import { draftPlaces } from "./question/draft";
import { addressOf, type Sitting } from "./sitting";

/** What a person who leaves should know. */
export function leftPage(ctx: SupplierContext, sitting: Sitting): LeftView {
  const { attestation, campaign } = sitting.file;
  const words = pageWords(ctx, sitting.questionnaire, ctx.language);
  const at = attestation.savedAt;
  return {
    frame: frameOf(ctx, sitting, words, {
      title: words.t(at ? "supplier:left.title" : "supplier:left.titleOfNothing"),
      from: "left",
    }),
    ...(at ? { saved: words.t("supplier:left.saved", momentWords(at, campaign, words)) } : {}),
    drafts: draftPlaces(sitting).length,
    due: dueWords(ctx, campaign, words),
    href: addressOf(sitting),
  };
}
