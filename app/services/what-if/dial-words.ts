import type { TeamContext } from "#app/services/context/contexts";
import type { DialGroupView } from "#app/views/team/rules/what-if";
import { type LoadedRuleSet, ruleWordsIn } from "#scoring/rules/load-rule-set";
import type { ChangeFault } from "#scoring/trial/changed-rules";
import { type Dial, type DialGroup, dialGroups } from "#scoring/trial/dials";
import type { TrialRead } from "./read-trial";

/** What a figure of the rules is called: in the words of the rule set where it has some. */
export function dialName(ctx: TeamContext, base: LoadedRuleSet, { id, group }: Pick<Dial, "id" | "group">): string {
  const t = ctx.t(ctx.language);
  const key = id.slice(id.lastIndexOf(".") + 1);
  const words = ruleWordsIn(base, ctx.language);
  if (group === "weights") return words.factors[key as keyof typeof words.factors];
  if (group === "controls") return words.groups[key] ?? key;
  if (group === "tiers") return t(`ratings:whatIf.tier.${key as "1"}`);
  return t(`ratings:whatIf.dial.${id.replaceAll(".", "-") as "mitigationCeiling"}`);
}

/** The groups of figures that can be tried, with what is tried and what is wrong with it. */
export function dialGroupViews(
  ctx: TeamContext,
  { base, dials, typed, changes, faults }: TrialRead,
): readonly DialGroupView[] {
  const t = ctx.t(ctx.language);
  if (!base) return [];
  return dialGroups.flatMap((group) => {
    const own = dials.filter((dial) => dial.group === group);
    if (own.length === 0) return [];
    const shown = own.map((dial) => {
      const fault = faults.find((one) => one.dial === dial.id);
      const tried = changes[dial.id];
      const isFigure = tried !== undefined && !Number.isNaN(tried);
      return {
        ...{ id: dial.id, label: dialName(ctx, base, dial), official: dial.official },
        tried: isFigure ? tried : dial.official,
        ...(tried !== undefined && !isFigure ? { typed: typed[dial.id] ?? "" } : {}),
        ...(fault ? { fault: faultWords(ctx, base, fault, group) } : {}),
      };
    });
    const hasSum = group === "weights" || group === "controls";
    const sum = shown.reduce((total, { tried }) => total + tried, 0);
    return [{ id: group, title: t(`ratings:whatIf.group.${group}`), dials: shown, ...(hasSum ? { sum } : {}) }];
  });
}

export function faultWords(
  ctx: TeamContext,
  base: LoadedRuleSet,
  { dial: id, code }: ChangeFault,
  group: DialGroup,
): string {
  return ctx.t(ctx.language)(`ratings:whatIf.fault.${code}`, { name: dialName(ctx, base, { id, group }) });
}

/** The difference of the rules and countries that are tried, each as it is and as it would be. */
export function differencesOf(
  ctx: TeamContext,
  { base, dials, changes }: TrialRead,
): readonly { readonly name: string; readonly official: string; readonly tried: string }[] {
  if (!base) return [];
  return dials.flatMap((dial) => {
    const tried = changes[dial.id];
    if (tried === undefined || Number.isNaN(tried)) return [];
    return [{ name: dialName(ctx, base, dial), official: String(dial.official), tried: String(tried) }];
  });
}
