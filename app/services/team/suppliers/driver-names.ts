import type { TeamContext } from "#app/services/context/contexts";
import { findRatingVersions, type RatingVersions } from "#app/services/ratings/rating-versions";
import { type CodeWords, codeWords } from "#app/services/team/ratings/code-words";
import type { Driver, SupplierRow } from "#db/supplier-table";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";

type MadeBy = Pick<SupplierRow, "questionnaire" | "ruleSet">;

/** What raised each rating most, in the words of the questionnaire and the rules that it was made from. */
export type DriverNames = {
  /** A part of the arithmetic, or the short name of a question. */
  code(row: MadeBy, driver: Driver): string;
  /** The rule, where one is known: more telling than the name of its question. */
  rule(row: MadeBy, driver: Driver): string;
};

/** The names for some rows of the suppliers table: what they were made from is asked for once for all of them. */
export async function driverNames(ctx: TeamContext, rows: readonly MadeBy[]): Promise<DriverNames> {
  const made = new Map<string, Names>();
  for (const row of rows) {
    const key = keyOf(row);
    if (made.has(key)) continue;
    const { questionnaire, ruleSet } = row;
    made.set(key, namesOf(ctx, await findRatingVersions(ctx, ctx.organisation.id, { questionnaire, ruleSet })));
  }
  const of = (row: MadeBy, name: keyof Names, driver: Driver) => made.get(keyOf(row))?.[name](driver) ?? driver.code;
  return { code: (row, driver) => of(row, "code", driver), rule: (row, driver) => of(row, "rule", driver) };
}

const keyOf = ({ questionnaire = "", ruleSet = "" }: MadeBy) => `${questionnaire} ${ruleSet}`;

type Names = { code(driver: Driver): string; rule(driver: Driver): string };

/** By language, question and rule, of which there are a few hundred; the rows of a page share a dozen. */
const ruleNames = new WeakMap<LoadedQuestionnaire, WeakMap<LoadedRuleSet, Map<string, string>>>();

function namesOf(ctx: TeamContext, { questionnaire, ruleSet }: RatingVersions): Names {
  const words = codeWords(ctx, { questionnaire, ruleSet });
  const code = (driver: Driver) => words.factor(driver.code) ?? words.question(driver.code);
  if (!questionnaire || !ruleSet) return { code, rule: (driver) => nameOf(words, driver) };
  const kept = keptNames(questionnaire, ruleSet);
  return {
    code,
    rule(driver) {
      const key = `${ctx.language} ${driver.code} ${driver.rule ?? ""}`;
      const name = kept.get(key) ?? nameOf(words, driver);
      kept.set(key, name);
      return name;
    },
  };
}

function nameOf(words: CodeWords, { code, rule }: Driver): string {
  return words.factor(code) ?? (rule === undefined ? words.question(code) : words.rule(rule, code));
}

function keptNames(questionnaire: LoadedQuestionnaire, ruleSet: LoadedRuleSet): Map<string, string> {
  const byRules = ruleNames.get(questionnaire) ?? new WeakMap<LoadedRuleSet, Map<string, string>>();
  ruleNames.set(questionnaire, byRules);
  const kept = byRules.get(ruleSet) ?? new Map<string, string>();
  byRules.set(ruleSet, kept);
  return kept;
}
