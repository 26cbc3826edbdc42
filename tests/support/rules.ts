import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { ruleSets } from "#scoring/rulesets/index";

/** The newest rule set that comes with the program, whatever version it rates. */
export function newestRules(): LoadedRuleSet {
  const newest = ruleSets.at(-1);
  if (newest === undefined) throw new Error("There is no rule set");
  return newest;
}
