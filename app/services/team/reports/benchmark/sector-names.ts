import { bareText, pageText } from "#app/i18n/page-text";
import type { TeamContext } from "#app/services/context/contexts";
import { ownTexts } from "#app/services/team/questionnaires/own-texts";

/** What sectors are called, in the words of the newest questionnaire that has some; else by their code. */
export async function sectorNames(ctx: TeamContext): Promise<(sector: string) => string> {
  const questionnaires = await ctx.catalogue.questionnaires(ctx.organisation.id);
  const texts = questionnaires.map((one) => ownTexts(ctx, one, ctx.language)).reverse();
  return (sector) => {
    const isChapter = /^\d+$/.test(sector);
    const key = isChapter ? `hs.${sector}` : `C1.goods.column.sector.option.${sector}`;
    const text = texts.map((one) => one.get(key)).find((found) => found !== undefined);
    if (text === undefined) return sector;
    const name = bareText(pageText(text, ctx.language));
    return isChapter ? ctx.t(ctx.language)("reports:benchmark.chapter", { chapter: sector, name }) : name;
  };
}
