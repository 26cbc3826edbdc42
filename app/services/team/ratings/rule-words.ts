import words from "#app/i18n/locales/en/ratings.json" with { type: "json" };
import type { CallerContext } from "#app/services/context/contexts";
import type { RuleSet } from "#scoring/rules/rule-set";

/** What the parts of one rule set are called, in the language of the reader; undefined for what has no words. */
export type RuleWords = {
  /** @param question short name of the question that the rule is met in */
  rule(id: string, question: string): string | undefined;
  /** A proof that would be enough. */
  control(id: string): string | undefined;
  group(id: string): string | undefined;
  regime(id: string): string | undefined;
};

/** Nothing has words without the rule set itself: another one may call the same ids something else. */
const noWords: RuleWords = {
  rule: () => undefined,
  control: () => undefined,
  group: () => undefined,
  regime: () => undefined,
};

export function ruleWords(ctx: Pick<CallerContext, "t" | "language">, ruleSet: RuleSet | undefined): RuleWords {
  if (!ruleSet) return noWords;
  const t = ctx.t(ctx.language);
  return {
    rule: (id, question) => (has(words.rule, id) ? t(`ratings:rule.${id}`, { question }) : undefined),
    control: (id) => (has(words.control, id) ? t(`ratings:control.${id}`) : undefined),
    group: (id) => (has(words.group, id) ? t(`ratings:group.${id}`) : undefined),
    regime: (id) => (has(words.regime, id) ? t(`ratings:regime.${id}`) : undefined),
  };
}

function has<K extends string>(known: Readonly<Record<K, unknown>>, code: string): code is K {
  return Object.hasOwn(known, code);
}
