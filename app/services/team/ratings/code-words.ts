import type { CallerContext } from "#app/services/context/contexts";
import type { RatingVersions } from "#app/services/ratings/rating-versions";
import { textsOf } from "#questionnaires/texts";
import { type RuleNames, ruleNames } from "./rule-names";

/** Words for the codes of questions and rules, of the versions that a rating was made from. */
export type CodeWords = {
  /** The short name of a question; its code where it has none. */
  question(code: string): string;
  /** What a rule is called where it is met; its id where it has no words. */
  rule(id: string, question: string): string;
  /** A part of the inherent risk: country, goods, workforce or transparency; undefined for other codes. */
  factor(code: string): string | undefined;
  readonly rules: RuleNames;
};

export function codeWords(
  ctx: Pick<CallerContext, "t" | "language">,
  { questionnaire, ruleSet }: Pick<RatingVersions, "questionnaire" | "ruleSet">,
): CodeWords {
  const texts = questionnaire && textsOf(questionnaire, ctx.language);
  const rules = ruleNames(ctx, ruleSet);
  const question = (code: string) => texts?.get(`${code}.short`)?.text ?? code;
  return {
    question,
    rule: (id, of) => rules.rule(id, question(of)) ?? id,
    factor: rules.factor,
    rules,
  };
}
