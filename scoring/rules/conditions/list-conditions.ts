import type { Answers, Row } from "#questionnaires/answers";
import type { Test } from "#questionnaires/conditions/condition";
import type { RuleSources } from "./sources";

function rowsIn(answers: Answers, question: string, part: string): readonly Row[] | undefined {
  const rows = answers[question]?.value?.[part];
  return Array.isArray(rows) ? (rows as readonly Row[]) : undefined;
}

/**
 * Whether goods belong to an industry that is reported for North Korean labour, in any country; or to a chapter whose goods
 * usually hold a listed material.
 */
export function compileGoods(kind: "host-industry" | "hold-materials", { lists, sourced }: RuleSources): Test {
  const fits =
    kind === "host-industry"
      ? (chapter: string) => lists.isHostChapter(chapter)
      : (chapter: string) => (sourced?.materialChapters(chapter).length ?? 0) > 0;
  return ({ answers }) =>
    rowsIn(answers, "C1", "goods")?.some(({ cells: { hs } }) => typeof hs === "string" && fits(hs)) ? "holds" : "fails";
}

/** Whether a site with workers says that it has no foreign ones, in a country where they are usual. Silence says nothing. */
export function compileNoMigrants({ lists }: RuleSources): Test {
  return ({ answers }) => {
    const foreign = rowsIn(answers, "D2", "foreign");
    if (foreign === undefined) return "undecided";
    const sites = rowsIn(answers, "B1", "sites") ?? [];
    const found = sites.some(({ id, cells: { country, workers } }) => {
      if (typeof country !== "string" || workers === 0 || !lists.isMigrantLabourUsual(country)) return false;
      return !foreign.some(({ cells }) => cells.site === id && cells.workers !== 0);
    });
    return found ? "holds" : "fails";
  };
}

/** Whether a day lies before the newest version of the UFLPA Entity List that held when the answers were rated. */
export function compileBeforeList(
  { question, part }: { question: string; part: string },
  { sourced }: RuleSources,
): Test {
  return ({ asked, answers, facts }) => {
    if (!asked.has(question)) return "fails";
    const given = answers[question]?.value?.[part];
    const newest = facts.day === undefined ? undefined : sourced?.entityListOn(facts.day);
    if (typeof given !== "string" || newest === undefined) return "undecided";
    return given < newest.from ? "holds" : "fails";
  };
}
