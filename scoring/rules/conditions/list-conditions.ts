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
  if (kind === "hold-materials") {
    return ({ answers }) =>
      someChapter(answers, (one) => (sourced?.materialChapters(one).length ?? 0) > 0) ? "holds" : "fails";
  }
  // Goods of an unknown chapter may be of such an industry: leaving it open must not be cheaper.
  const leavesOpen = (answers: Answers) =>
    sourced !== undefined && (rowsIn(answers, "C1", "goods")?.some(isOfUnknownChapter) ?? true);
  return ({ answers }) =>
    leavesOpen(answers) || someChapter(answers, (one) => lists.isHostChapter(one)) ? "holds" : "fails";
}

function someChapter(answers: Answers, fits: (chapter: string) => boolean): boolean {
  return rowsIn(answers, "C1", "goods")?.some(({ cells: { hs } }) => typeof hs === "string" && fits(hs)) ?? false;
}

function isOfUnknownChapter({ cells: { kind, hs } }: Row): boolean {
  return kind !== "service" && (hs === undefined || hs === "unknown" || hs === "not-listed");
}

/**
 * Whether a site with workers says that it has no foreign ones, in a country where they are usual. Silence says nothing. A site
 * that makes something has workers, whatever it says of their number.
 */
export function compileNoMigrants({ lists }: RuleSources): Test {
  return ({ answers }) => {
    const foreign = rowsIn(answers, "D2", "foreign");
    if (foreign === undefined) return "undecided";
    const sites = rowsIn(answers, "B1", "sites") ?? [];
    const found = sites.some(({ id, cells: { country, workers } }) => {
      if (typeof country !== "string" || !lists.isMigrantLabourUsual(country)) return false;
      if (workers === 0 && !makesSomething(answers, id)) return false;
      return !foreign.some(({ cells }) => cells.site === id && cells.workers !== 0);
    });
    return found ? "holds" : "fails";
  };
}

function makesSomething(answers: Answers, site: string): boolean {
  const lines = rowsIn(answers, "C1", "goods") ?? [];
  return lines.some(({ cells: { sites } }) => (Array.isArray(sites) ? sites.includes(site) : sites === site));
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
