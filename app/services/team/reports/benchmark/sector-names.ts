import { bareText, pageText } from "#app/i18n/page-text";
import type { TeamContext } from "#app/services/context/contexts";
import { ownTexts } from "#app/services/team/questionnaires/own-texts";
import type { LoadedQuestionnaire } from "#questionnaires/load";

/**
 * What sectors are called, in the words of the newest questionnaire that has some; else by their code.
 * @param own the one that was answered, where sectors are those of one supplier: then in its words alone
 */
export async function sectorNames(ctx: TeamContext, own?: LoadedQuestionnaire): Promise<(sector: string) => string> {
  const questionnaires = own ? [own] : await ctx.catalogue.questionnaires(ctx.organisation.id);
  const texts = questionnaires.map((one) => ownTexts(ctx, one, ctx.language)).reverse();
  return (sector) => {
    const isChapter = /^\d+$/.test(sector);
    const key = isChapter ? `hs.${sector}` : `C1.goods.column.sector.option.${sector}`;
    const text = texts.map((one) => one.get(key)).find((found) => found !== undefined);
    if (text === undefined)
      return isChapter ? ctx.t(ctx.language)("reports:benchmark.unnamed", { chapter: sector }) : sector;
    const name = bareText(pageText(text, ctx.language));
    return isChapter ? ctx.t(ctx.language)("reports:benchmark.chapter", { chapter: sector, name }) : name;
  };
}
