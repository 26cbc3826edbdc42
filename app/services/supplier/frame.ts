import type { FrameView } from "#app/components/supplier/frame-view";
import { areSameDay, dayOf, offsetOf, timeOf, zoneOf } from "#app/i18n/dates";
import { findLanguage } from "#app/i18n/languages";
import type { Words } from "#app/i18n/words";
import type { ServiceContext } from "#app/services/context";
import type { Campaign } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { gapIn, type PageWords } from "./page-words";
import { addressOf, type Sitting } from "./sitting";

/** An instant as its day, its time and its zone in words. */
export function momentWords(at: Date, { zone }: Pick<Campaign, "zone">, { ui }: Pick<PageWords, "ui">) {
  return {
    day: dayOf(at, ui, zone),
    time: timeOf(at, ui, zone),
    zone: zoneOf(at, ui, zone),
    offset: offsetOf(at, zone),
  };
}

/** `Saved at 14:02 (UTC+8)`, with the day where that is not today. */
export function savedWords(ctx: ServiceContext, { file }: Sitting, words: PageWords): string | undefined {
  const at = file.attestation.savedAt;
  if (!at) return undefined;
  const { zone } = file.campaign;
  if (!areSameDay(at, ctx.clock.now(), zone)) return words.t("supplier:savedOn", momentWords(at, file.campaign, words));
  return words.t("supplier:savedAt", { time: timeOf(at, words.ui, zone), offset: offsetOf(at, zone) });
}

/** Says that a language is not there in full, in the language of the page. */
export function languageNotice(questionnaire: LoadedQuestionnaire, words: PageWords): string | undefined {
  const gap = gapIn(questionnaire, words.language);
  if (!gap) return undefined;
  const language = findLanguage(words.language)?.endonym ?? words.language;
  const key = gap.kind === "pages" && gap.done === 0 ? "nothing" : gap.kind;
  return words.t(`supplier:language.gap.${key}`, { language, done: gap.done, all: gap.all });
}

/** What stands round a page of a sitting. */
export function frameOf(
  ctx: ServiceContext,
  sitting: Sitting,
  words: PageWords,
  page: Pick<FrameView, "title" | "back"> & { readonly form?: string; readonly from?: string; readonly links?: false },
): FrameView {
  const { file } = sitting;
  return {
    language: words.ui,
    chosen: words.language,
    title: page.title,
    buyer: file.organisation.name,
    supplier: file.supplier.name,
    reference: file.attestation.reference,
    saved: savedWords(ctx, sitting, words),
    back: page.back,
    notice: languageNotice(sitting.questionnaire, words),
    languages: {
      kind: "buttons",
      form: page.form,
      action: `${addressOf(sitting)}/language`,
      from: page.from,
    },
  };
}

/** The section of a question, by name. */
export function sectionOf({ questionnaire }: Sitting, question: string, words: PageWords): Words {
  return words.say(`section.${questionnaire.sectionOf(question).id}`);
}
