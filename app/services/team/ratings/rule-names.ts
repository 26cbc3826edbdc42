import words from "#app/i18n/locales/en/ratings.json" with { type: "json" };
import type { CallerContext } from "#app/services/context/contexts";
import { type LoadedRuleSet, ruleWordsIn } from "#scoring/rules/load-rule-set";

type WordOf = (id: string) => string | undefined;

/** What the parts of one rule set are called, in the language of the reader; undefined for what has no words. */
export type RuleNames = {
  /** @param question short name of the question that the rule is met in */
  rule(id: string, question: string): string | undefined;
  /** A part of the inherent risk: country, goods, workforce or transparency. */
  readonly factor: WordOf;
  /** A proof that would be enough. */
  readonly control: WordOf;
  readonly group: WordOf;
  readonly regime: WordOf;
  /** What costs confidence, and the paper that ends it: sentences. */
  readonly finding: WordOf;
  readonly paper: WordOf;
};

const unnamed = () => undefined;
/** Nothing has words without the rule set itself: another one may call the same ids something else. */
const noWords: RuleNames = {
  rule: unnamed,
  factor: unnamed,
  control: unnamed,
  group: unnamed,
  regime: unnamed,
  finding: unnamed,
  paper: unnamed,
};

export function ruleNames(ctx: Pick<CallerContext, "t" | "language">, ruleSet: LoadedRuleSet | undefined): RuleNames {
  if (!ruleSet) return noWords;
  const t = ctx.t(ctx.language);
  const { rules, factors, controls, groups, laws, findings = {}, papers = {} } = ruleWordsIn(ruleSet, ctx.language);
  return {
    // What every rule set does alike, such as the cost of "don't know", is named by the page.
    rule: (id, question) => (has(words.rule, id) ? t(`ratings:rule.${id}`, { question }) : wordIn(rules, id)),
    factor: (id) => wordIn(factors, id),
    control: (id) => wordIn(controls, id),
    group: (id) => wordIn(groups, id),
    regime: (id) => wordIn(laws, id),
    finding: (id) => wordIn(findings, id),
    paper: (id) => wordIn(papers, id),
  };
}

function wordIn(known: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(known, id) ? known[id] : undefined;
}

function has<K extends string>(known: Readonly<Record<K, unknown>>, code: string): code is K {
  return Object.hasOwn(known, code);
}
