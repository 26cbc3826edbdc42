import { findLanguage, offeredLanguage } from "#app/i18n/languages";
import type { PageText } from "#app/i18n/page-text";
import { answeringMinutes } from "#app/services/answers/answering-time";
import { toldTime } from "#app/services/answers/measured-time";
import { visitorUseCase } from "#app/services/context/use-case";
import { requireQuestionnaire } from "#app/services/ratings/rating-versions";
import { isAsked } from "#app/services/supplier/actions/is-asked";
import { againOnLanding } from "#app/services/supplier/again/again-landing";
import { dueParts, languageNotice, momentWords, voidedWords } from "#app/services/supplier/page/frame";
import { languageLinks } from "#app/services/supplier/page/language-links";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { readerLanguage } from "#app/services/supplier/page/reader-language";
import type { LandingView } from "#app/views/supplier/link";
import type { Campaign } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { answerRange } from "#questionnaires/walk";
import { openLink } from "./link";
import { linkAddress, linkInput, withLanguage } from "./link-pages";

/** The page that a link opens: who asks, why, by when, and what it takes. @throws Problem for a link that opens nothing */
export const showLanding = visitorUseCase({
  permission: "links.use",
  input: linkInput,
  events: [],
  async run(ctx, { token, language }): Promise<LandingView> {
    const file = await openLink(ctx, token);
    const { campaign, attestation } = file;
    const measured = toldTime((await ctx.store.times.get(attestation))?.whole);
    const questionnaire = await requireQuestionnaire(ctx, attestation);
    const words = pageTexts(
      ctx,
      { questionnaire, file },
      readerLanguage({ chosen: language, contact: file.contact.language, otherwise: ctx.language }, campaign),
    );
    const { t } = words;
    const href = linkAddress(token);
    const chosen = offeredLanguage(campaign, language);
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
        voided: voidedWords(file, words),
        languages: languageLinks(href, words.ui, campaign),
      },
      state: submittedOn ? "submitted" : attestation.startedAt ? "started" : "new",
      ...names,
      due: dueParts(ctx, campaign, words),
      time: measured
        ? t("supplier:landing.timeMeasured", measured)
        : t("supplier:landing.timeText", { count: answeringMinutes(questionnaire, campaign.regimes) }),
      questions: sizeWords(questionnaire, campaign, words),
      reason: reasonIn(campaign, words),
      sentTo: file.contact.email,
      sentOn: momentWords(file.invitation.createdAt, campaign, words).day,
      submittedOn,
      ...((await isAsked(ctx, attestation)) ? { asked: t("supplier:actions.landing", names) } : {}),
      again: await againOnLanding(ctx, file, words),
      chosen,
      hrefs: {
        start: href,
        wrongContact: withLanguage(`${href}/decline?reason=wrong-contact`, chosen),
        notSupplier: withLanguage(`${href}/decline?reason=not-supplier`, chosen),
        unsubscribe: withLanguage(`${href}/unsubscribe`, chosen),
      },
    };
  },
});

function sizeWords(questionnaire: LoadedQuestionnaire, { regimes }: Campaign, { t }: PageTexts): string {
  const { sections } = questionnaire.definition;
  return t("supplier:landing.size", { ...answerRange(questionnaire, regimes), sections: sections.length });
}

function reasonIn({ reason }: Campaign, { ui, language }: PageTexts): PageText | undefined {
  const lang = [language, ui, "en", ...Object.keys(reason)].find((tag) => Object.hasOwn(reason, tag) && reason[tag]);
  const text = lang && reason[lang];
  if (!text) return undefined;
  return lang === ui ? text : { text, lang, dir: findLanguage(lang)?.dir ?? "ltr" };
}
