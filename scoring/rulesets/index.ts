import { loadRuleSet, type RuleSet } from "#scoring/rules/rule-set";
import fingerprints from "./fingerprints.json" with { type: "json" };
import standard20261 from "./standard-2026.1/rules.json" with { type: "json" };

/** Every published rule set, oldest first. A published one is never edited: a new one is added. */
export const ruleSets: readonly RuleSet[] = [standard20261].map(loadRuleSet);

/** The rule set with this id, such as "standard-2026.1". */
export function findRuleSet(id: string): RuleSet | undefined {
  return ruleSets.find((ruleSet) => ruleSet.id === id);
}

/** The newest rule set: the one a rating uses unless told otherwise. */
export function currentRuleSet(): RuleSet {
  const newest = ruleSets.at(-1);
  if (newest === undefined) throw new Error("There is no rule set");
  return newest;
}

const published: Readonly<Record<string, string | undefined>> = fingerprints;

/** SHA-256, in lower-case hex, over the canonical JSON of a published rule set. Throws for one that is not published. */
export function ruleSetFingerprint({ id }: RuleSet): string {
  const fingerprint = published[id];
  if (fingerprint === undefined) throw new Error(`The rule set ${id} is not published`);
  return fingerprint;
}
