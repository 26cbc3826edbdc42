import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { loadRuleSet } from "#scoring/rules/load-rule-set";
import type { RuleSet } from "#scoring/rules/rule-set";
import { type Dial, type DialGroup, dialsOf, figureAt, withFigure } from "./dials";

/** Figures that are tried, by the ids of their dials. */
export type Changes = Readonly<Record<string, number>>;

/**
 * What is wrong with a figure. `figure`: not whole, or not 0 to 100; `sum`: those of its group are not 100 together; `order`: it
 * stands against a law of the score, such as a worse tier that counts less.
 */
export type ChangeFault = { readonly dial: string; readonly code: "figure" | "sum" | "order" };

/** Figures that must not fall in this order: the laws of a score name them. */
const rising: readonly (readonly string[])[] = [
  ["inherent.tiers.1", "inherent.tiers.2", "inherent.tiers.2WL", "inherent.tiers.3"],
  ["inherent.tiers.2", "inherent.tiers.SC"],
  ["evidence.none", "evidence.attached", "evidence.accepted", "evidence.verified"],
  ["evidence.rejected", "evidence.attached"],
  ["evidence.expired", "evidence.attached"],
  ["silence.unsure", "silence.blank"],
];
/** Figures that must rise, or a band would hold nobody. */
const strictly: readonly (readonly string[])[] = [["bands.medium", "bands.high", "bands.critical"]];
const sums: readonly DialGroup[] = ["weights", "controls"];

/** The changes that differ from the rules, in the order of the dials; those that these rules have no dial for are left out. */
export function realChanges(
  { definition }: Pick<LoadedRuleSet, "definition">,
  changes: Changes,
): readonly (Dial & { readonly tried: number })[] {
  return dialsOf(definition).flatMap((dial) => {
    const tried = Object.hasOwn(changes, dial.id) ? changes[dial.id] : undefined;
    return tried === undefined || tried === dial.official ? [] : [{ ...dial, tried }];
  });
}

/** What stands against trying these changes, the first fault of each dial. */
export function changeFaults(base: Pick<LoadedRuleSet, "definition">, changes: Changes): readonly ChangeFault[] {
  const dials = dialsOf(base.definition);
  const changed = realChanges(base, changes);
  const isWrong = ({ tried }: { tried: number }) => !Number.isInteger(tried) || tried < 0 || tried > 100;
  const wrong = changed.filter(isWrong).map(({ id }): ChangeFault => ({ dial: id, code: "figure" }));
  if (wrong.length > 0) return wrong;
  const rules = withChanges(base.definition, changes);
  const uneven = sums.flatMap((group): ChangeFault[] => {
    const own = dials.filter((dial) => dial.group === group);
    const sum = own.reduce((total, { id }) => total + (figureAt(rules, id) ?? 0), 0);
    const first = own[0];
    return sum === 100 || first === undefined ? [] : [{ dial: first.id, code: "sum" }];
  });
  return [...uneven, ...orderFaults(rules, rising, false), ...orderFaults(rules, strictly, true)];
}

function orderFaults(rules: RuleSet, chains: readonly (readonly string[])[], isStrict: boolean): ChangeFault[] {
  return chains.flatMap((chain) =>
    chain.flatMap((id, at): ChangeFault[] => {
      const before = figureAt(rules, chain[at - 1] ?? "");
      const here = figureAt(rules, id);
      if (before === undefined || here === undefined) return [];
      return here > before || (here === before && !isStrict) ? [] : [{ dial: id, code: "order" }];
    }),
  );
}

/** The rules with the changes that they have dials for. */
export function withChanges(rules: RuleSet, changes: Changes): RuleSet {
  return realChanges({ definition: rules }, changes).reduce(
    (changed, { id, tried }) => withFigure(changed, id, tried),
    rules,
  );
}

/**
 * A rule set with other figures, to try it: it has the words and lists of the one that it comes from and no fingerprint, so
 * that nothing official is ever rated with it.
 * @throws RuleSetError for changes that `changeFaults` finds wrong
 */
export function changedRuleSet(base: LoadedRuleSet, changes: Changes): LoadedRuleSet {
  return unpublished(base, withChanges(base.definition, changes));
}

/** The same with one figure changed alone, to see what it does: sums need not be 100 here. */
export function ruleSetWith(base: LoadedRuleSet, id: string, figure: number): LoadedRuleSet {
  const { words, versions, lists, title } = base;
  const definition = withFigure(base.definition, id, figure);
  return {
    ...{ definition, id: base.id, title, versions, words, lists },
    get fingerprint(): string {
      throw new Error(`The rule set ${base.id} with another figure is not published`);
    },
  };
}

function unpublished({ words, versions, lists }: LoadedRuleSet, definition: RuleSet): LoadedRuleSet {
  const questionnaire = { id: definition.questionnaire, versions };
  return loadRuleSet(definition, [...words.values()], { questionnaire, lists });
}
