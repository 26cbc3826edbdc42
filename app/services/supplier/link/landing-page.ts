import { daysUntil } from "#app/i18n/dates/days";
import type { PageText } from "#app/i18n/foreign-text";
import { findLanguage } from "#app/i18n/languages";
import type { SupplierContext } from "#app/services/context/contexts";
import { questionnaireOf } from "#app/services/ratings/published";
import { languageNotice, momentWords } from "#app/services/supplier/page/frame";
import { languageLinks } from "#app/services/supplier/page/language-links";
import { type PageWords, pageWords } from "#app/services/supplier/page/page-words";
import type { LandingView } from "#app/views/supplier/link";
import type { Campaign } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { OpenLink } from "./link";

/** The page that a link opens: who asks, why, by when, and what it takes. */
export async function landingPage(
  ctx: SupplierContext,
  file: OpenLink,
  { href }: { href: string },
): Promise<LandingView> {
  const { campaign, attestation } = file;
  const questionnaire = await questionnaireOf(ctx, campaign);
  const words = pageWords(ctx, questionnaire, ctx.language);
  const { t } = words;
  const names = { buyer: file.organisation.name, supplier: file.supplier.name };
  const submittedOn = attestation.submittedAt && momentWords(attestation.submittedAt, campaign, words).day;
  return {
    frame: {
      language: words.ui,
      chosen: words.language,
      title: t("supplier:landing.pageTitle", names),
      buyer: names.buyer,
      reference: attestation.reference,
      notice: languageNotice(questionnaire, words),
      languages: languageLinks(href, words.ui),
    },
    state: submittedOn ? "submitted" : attestation.startedAt ? "started" : "new",
    ...names,
    due: dueWords(ctx, campaign, words),
    questions: sizeWords(questionnaire, campaign, words),
    reason: reasonIn(campaign, words),
    sentTo: file.contact.email,
    sentOn: momentWords(file.invitation.createdAt, campaign, words).day,
    submittedOn,
    href,
  };
}

/** The due date: the day, and then its time, zone and distance. */
export function dueWords(
  ctx: SupplierContext,
  campaign: Pick<Campaign, "dueAt" | "zone">,
  words: PageWords,
): { day: string; rest: string } {
  const moment = momentWords(campaign.dueAt, campaign, words);
  const left = daysUntil(campaign.dueAt, ctx.clock.now());
  const distance = words.t(left < 0 ? "supplier:due.past" : "supplier:due.left", { count: Math.abs(left), ...moment });
  return { day: moment.day, rest: distance };
}

function sizeWords({ definition, questions }: LoadedQuestionnaire, { regimes }: Campaign, { t }: PageWords): string {
  const asked = [...questions.values()].filter(
    (question) =>
      !question.signing &&
      (!question.regimes || regimes.length === 0 || question.regimes.some((regime) => regimes.includes(regime))),
  );
  const least = asked.filter(({ shown }) => shown === undefined).length;
  return t("supplier:landing.size", { least, most: asked.length, sections: definition.sections.length });
}

function reasonIn({ reason }: Campaign, { ui, language }: PageWords): PageText | undefined {
  const lang = [language, ui, "en", ...Object.keys(reason)].find((tag) => Object.hasOwn(reason, tag) && reason[tag]);
  const text = lang && reason[lang];
  if (!text) return undefined;
  return lang === ui ? text : { text, lang, dir: findLanguage(lang)?.dir ?? "ltr" };
}
