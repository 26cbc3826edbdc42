import { defaultLanguage, findLanguage } from "#app/i18n/languages";
import type { CallerContext } from "#app/services/context/contexts";
import { isUnreviewed, languageReports } from "#app/services/languages/language-report";
import type { ChosenRecipients } from "#app/services/team/drafts/chosen-recipients";
import type { OfferLineView } from "#app/views/team/campaigns/offer";
import type { LoadedQuestionnaire } from "#questionnaires/load";

/** What a buyer looks at before offering languages: each of ours, how far its texts are, and how many contacts read it. */
export async function offerLines(
  ctx: Pick<CallerContext, "sha256">,
  questionnaire: LoadedQuestionnaire,
  { languages: readers }: Pick<ChosenRecipients, "languages">,
): Promise<readonly OfferLineView[]> {
  const reports = await languageReports(questionnaire, ctx.sha256);
  return reports.map((report) => {
    const { language: tag, missing, stale } = report;
    const { endonym = tag, dir = "ltr" } = findLanguage(tag) ?? {};
    return {
      ...report,
      endonym,
      dir,
      contacts: readers.find(({ language }) => language === tag)?.contacts ?? 0,
      isFixed: tag === defaultLanguage,
      isUsual: tag === defaultLanguage || missing + stale === 0,
      isUnreviewed: isUnreviewed(questionnaire, tag, ctx.sha256),
    };
  });
}

/**
 * The languages that a launch offers, in the order a list shows them, and those of them in which there is something that nobody
 * has read. @param wanted BCP 47 tags; absent: those in which nothing is missing or stale. English is there in any case
 */
export function offerOf(
  lines: readonly OfferLineView[],
  wanted: readonly string[] | undefined,
): { readonly offered: readonly string[]; readonly unreviewed: readonly string[] } {
  const chosen = lines.filter(
    ({ language, isFixed, isUsual }) => isFixed || (wanted === undefined ? isUsual : wanted.includes(language)),
  );
  return {
    offered: chosen.map(({ language }) => language),
    unreviewed: chosen.flatMap(({ language, isUnreviewed }) => (isUnreviewed ? [language] : [])),
  };
}
