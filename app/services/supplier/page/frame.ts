import { areSameDay, formatLongDay } from "#app/i18n/dates/days";
import { daysUntil } from "#app/i18n/dates/distance";
import { formatTime } from "#app/i18n/dates/moments";
import { formatOffset, formatZone } from "#app/i18n/dates/zones";
import { findLanguage } from "#app/i18n/languages";
import type { PageText } from "#app/i18n/page-text";
import type { ServiceContext } from "#app/services/context/contexts";
import { mayAnswer } from "#app/services/supplier/colleagues/own-sections";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { DueView, FrameView, VoidedView } from "#app/views/supplier/frame";
import type { AttestationDetails, Campaign } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { languageButtons } from "./language-links";
import { findMissingTexts, type PageTexts } from "./page-texts";

/** An instant as its day, its time and its zone in words. */
export function momentWords(at: Date, { zone }: Pick<Campaign, "zone">, { ui }: Pick<PageTexts, "ui">) {
  return {
    day: formatLongDay(at, ui, zone),
    time: formatTime(at, ui, zone),
    zone: formatZone(at, ui, zone),
    offset: formatOffset(at, zone),
  };
}

/** The due date as a sentence, cut round its day: day, time, zone and distance stand in the order of the language. */
export function dueParts(
  ctx: Pick<ServiceContext, "clock">,
  campaign: Pick<Campaign, "dueAt" | "zone">,
  words: PageTexts,
): DueView {
  const moment = momentWords(campaign.dueAt, campaign, words);
  const now = ctx.clock.now();
  const count = Math.abs(daysUntil(campaign.dueAt, now, campaign.zone));
  const past = campaign.dueAt.getTime() < now.getTime();
  const distance = words.t(past ? "supplier:due.past" : "supplier:due.left", { count, ...moment });
  const [before = "", day = moment.day, rest = ""] = distance.split(/<\/?day>/);
  // Where the day has a line of its own, a comma behind it would begin the next one.
  const [mark = ""] = /^\p{Po}?/u.exec(rest) ?? [];
  return { before, day: day + mark, after: rest.slice(mark.length) };
}

/** `Saved at 14:02 (UTC+8)`, with the day where that is not today. */
export function savedWords(
  ctx: ServiceContext,
  { file }: SupplierSession,
  words: PageTexts,
  at = file.attestation.savedAt,
): string | undefined {
  if (!at) return undefined;
  const { zone } = file.campaign;
  if (!areSameDay(at, ctx.clock.now(), zone)) return words.t("supplier:savedOn", momentWords(at, file.campaign, words));
  return words.t("supplier:savedAt", { time: formatTime(at, words.ui, zone), offset: formatOffset(at, zone) });
}

/** Says since when something typed waits to be saved. */
export function draftWords({ file }: SupplierSession, keptAt: Date, words: PageTexts): string {
  return words.t("supplier:question.draft", momentWords(keptAt, file.campaign, words));
}

/** Says that a language is not there in full, in the language of the page. */
export function languageNotice(questionnaire: LoadedQuestionnaire, words: PageTexts): string | undefined {
  const gap = findMissingTexts(questionnaire, words.language);
  if (!gap) return undefined;
  const language = findLanguage(words.language)?.endonym ?? words.language;
  const key = gap.done === 0 ? "nothing" : gap.kind;
  return words.t(`supplier:language.gap.${key}`, { language, done: gap.done, all: gap.all });
}

/** That what a supplier signed counts no more. Who of the buyer's people said so is no part of it. */
export function voidedWords(
  { voided, campaign, organisation }: Pick<AttestationDetails, "voided" | "campaign" | "organisation">,
  words: PageTexts,
): VoidedView | undefined {
  if (!voided) return undefined;
  const { t } = words;
  const all = { buyer: organisation.name, ...momentWords(voided.voidedAt, campaign, words) };
  return {
    title: t("supplier:voided.title"),
    text: t("supplier:voided.text", all),
    reasonLabel: t("supplier:voided.reason", all),
    reason: voided.reason,
    next: t("supplier:voided.next", all),
  };
}

/** What stands round a page of a session. */
export function frameOf(
  ctx: ServiceContext,
  session: SupplierSession,
  words: PageTexts,
  page: Pick<FrameView, "title" | "back"> & { readonly form?: string; readonly from?: string; readonly links?: false },
): FrameView {
  const { file } = session;
  return {
    language: words.ui,
    chosen: words.language,
    title: page.title,
    buyer: file.organisation.name,
    supplier: file.supplier.name,
    reference: file.attestation.reference,
    revisions: revisionsOf(session),
    saved: savedWords(ctx, session, words),
    back: page.back,
    notice: languageNotice(session.questionnaire, words),
    voided: voidedWords(file, words),
    ...bannerOf(session, words),
    languages: languageButtons(file.campaign, {
      form: page.form,
      action: `${addressOf(session)}/language`,
      from: page.from,
    }),
  };
}

/** Who is at work here, where it is not the supplier's own link. */
function bannerOf(session: SupplierSession, { t }: PageTexts): Pick<FrameView, "banner"> {
  const { standIn, colleague } = session;
  if (standIn) return { banner: t("supplier:standIn.banner", standInNames(session)) };
  if (colleague === undefined || colleague.approves) return {};
  return { banner: t("supplier:colleagues.banner", { name: colleague.name, asker: colleague.askedBy }) };
}

/** Who answers for whom. */
export function standInNames({ file, standIn }: SupplierSession) {
  return { name: standIn?.name ?? "", buyer: file.organisation.name, supplier: file.supplier.name };
}

/** What the script of a page compares with what it kept in the browser: what is saved here it forgets. */
function revisionsOf(session: SupplierSession): string {
  const { file } = session;
  if (file.attestation.state === "submitted") return "signed";
  return Object.entries(file.revisions)
    .filter(([question]) => mayAnswer(session, question))
    .map(([question, revision]) => `${question}.${revision}`)
    .join(" ");
}

/** The section of a question, by name. */
export function sectionOf({ questionnaire }: SupplierSession, question: string, words: PageTexts): PageText {
  return words.say(`section.${questionnaire.sectionOf(question).id}`);
}
