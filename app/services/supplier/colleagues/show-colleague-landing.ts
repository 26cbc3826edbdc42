import { offeredLanguage } from "#app/i18n/languages";
import { measuredTogether, toldTime } from "#app/services/answers/measured-time";
import { visitorUseCase } from "#app/services/context/use-case";
import { requireQuestionnaire, requireRuleSetAndEdition } from "#app/services/ratings/rating-versions";
import { linkAddress, linkInput, withLanguage } from "#app/services/supplier/link/link-pages";
import { dueParts, languageNotice, momentWords } from "#app/services/supplier/page/frame";
import { languageLinks } from "#app/services/supplier/page/language-links";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { readerLanguage } from "#app/services/supplier/page/reader-language";
import { walkSession } from "#app/services/supplier/session/supplier-session";
import type { ColleagueLandingView } from "#app/views/supplier/colleagues";
import { sectionStates } from "#questionnaires/walk";
import { proofOf } from "./colleague-link";
import { openColleagueLink } from "./open-colleague-link";

/**
 * The page that a colleague's link opens: who asked, for which sections, in whose words. Undefined for a link that is none of
 * theirs. @throws Problem for one that opens nothing any more
 */
export const showColleagueLanding = visitorUseCase({
  permission: "links.use",
  input: linkInput,
  events: [],
  async run(ctx, { token, language }): Promise<ColleagueLandingView | undefined> {
    const found = await openColleagueLink(ctx, token);
    if (!found) return undefined;
    const { colleague, file } = found;
    const { campaign } = file;
    const questionnaire = await requireQuestionnaire(ctx, file.attestation);
    const reader = readerLanguage({ chosen: language, contact: colleague.language, otherwise: ctx.language }, campaign);
    const words = pageTexts(ctx, { questionnaire, file }, reader);
    const opened = { file, questionnaire, ...(await requireRuleSetAndEdition(ctx, campaign)) };
    const states = sectionStates(walkSession(opened, file.answers)).filter(({ section, state }) => {
      return colleague.sections.includes(section.id) && state !== "nothing-to-ask";
    });
    const times = await ctx.store.times.get(file.attestation);
    const measured = toldTime(times && measuredTogether(states.map(({ section }) => times.sections[section.id])));
    const href = linkAddress(token);
    const names = { asker: colleague.askedBy, buyer: file.organisation.name };
    const title = words.t(`supplier:${colleague.approves ? "approval.ask" : "colleagues.landing.title"}`, names);
    return {
      frame: {
        language: words.ui,
        chosen: words.language,
        title,
        buyer: names.buyer,
        reference: file.attestation.reference,
        notice: languageNotice(questionnaire, words),
        languages: languageLinks(href, words.ui, campaign),
      },
      ...names,
      title,
      ...(colleague.approves ? { approval: words.t("supplier:approval.text") } : {}),
      name: colleague.name,
      supplier: file.supplier.name,
      note: colleague.note,
      askedOn: momentWords(colleague.askedAt, campaign, words).day,
      sections: states.map(({ section: { id }, asked: count }) => ({
        code: id,
        name: words.say(`section.${id}`),
        questions: words.t("supplier:colleagues.landing.questions", { count }),
      })),
      ...(measured ? { time: words.t("supplier:landing.timeMeasured", measured) } : {}),
      due: dueParts(ctx, campaign, words),
      proof: proofOf(ctx, colleague),
      started: colleague.openedAt !== undefined,
      chosen: offeredLanguage(campaign, language),
      start: href,
      giveBack: withLanguage(`${href}/give-back`, language),
    };
  },
});
