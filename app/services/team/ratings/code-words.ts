import type { CallerContext } from "#app/services/context/contexts";
import type { MadeFrom } from "#app/services/ratings/published";
import { textsOf } from "#questionnaires/texts";
import { type RuleWords, ruleWords } from "./rule-words";

/** Words for the codes of questions and rules, of the versions that a rating was made from. */
export type CodeWords = {
  /** The short name of a question; its code where it has none. */
  question(code: string): string;
  /** What a rule is called where it is met; its id where it has no words. */
  rule(id: string, question: string): string;
  /** A part of the inherent risk: country, goods, workforce or transparency; undefined for other codes. */
  factor(code: string): string | undefined;
  readonly rules: RuleWords;
};

export function codeWords(
  ctx: Pick<CallerContext, "t" | "language">,
  { questionnaire, ruleSet }: Pick<MadeFrom, "questionnaire" | "ruleSet">,
): CodeWords {
  const texts = questionnaire && textsOf(questionnaire, ctx.language);
  const rules = ruleWords(ctx, ruleSet);
  const question = (code: string) => texts?.get(`${code}.short`)?.text ?? code;
  return {
    question,
    rule: (id, of) => rules.rule(id, question(of)) ?? id,
    factor: rules.factor,
    rules,
  };
}
