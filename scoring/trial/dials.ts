import type { RuleSet } from "#scoring/rules/rule-set";

/**
 * What of a rule set can be tried otherwise: its figures, and none of its conditions. A rule that asks something else is
 * another rule, with words and examples of its own.
 */
export const dialGroups = ["weights", "limits", "tiers", "factor", "bands", "controls", "evidence", "silence"] as const;
export type DialGroup = (typeof dialGroups)[number];

/** One figure: `id` is its place in the rules, `inherent.weights.C`. */
export type Dial = { readonly id: string; readonly group: DialGroup; readonly official: number };

/** The places of each group, in the order in which they are shown; `*` stands for every key there is. */
const places: Readonly<Record<DialGroup, readonly string[]>> = {
  weights: ["inherent.weights.*"],
  limits: ["mitigationCeiling", "adverseCap", "adverse.halfAt", "inherent.worstSite", "planRelief"],
  tiers: [
    "inherent.tiers.1",
    "inherent.tiers.2",
    "inherent.tiers.2WL",
    "inherent.tiers.3",
    "inherent.tiers.SC",
    "inherent.tiers.unranked",
  ],
  factor: ["countryFactor.base", "countryFactor.slope"],
  bands: ["bands.medium", "bands.high", "bands.critical"],
  controls: ["groups.*"],
  evidence: [
    "evidence.none",
    "evidence.attached",
    "evidence.accepted",
    "evidence.verified",
    "evidence.rejected",
    "evidence.expired",
  ],
  silence: ["silence.unsure", "silence.blank"],
};

/** The figures of a rule set that can be tried otherwise. */
export function dialsOf(rules: RuleSet): readonly Dial[] {
  return dialGroups.flatMap((group) =>
    places[group]
      .flatMap((place) => idsAt(rules, place))
      .flatMap((id) => {
        const official = figureAt(rules, id);
        return official === undefined ? [] : [{ id, group, official }];
      }),
  );
}

function idsAt(rules: RuleSet, place: string): readonly string[] {
  if (!place.endsWith(".*")) return [place];
  const above = place.slice(0, -2);
  const found = valueAt(rules, above.split("."));
  return isRecord(found) ? Object.keys(found).map((key) => `${above}.${key}`) : [];
}

/** The figure at a place; undefined where these rules have none. */
export function figureAt(rules: RuleSet, id: string): number | undefined {
  const found = valueAt(rules, id.split("."));
  return typeof found === "number" ? found : undefined;
}

function valueAt(from: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return from;
  return isRecord(from) && Object.hasOwn(from, key) ? valueAt(from[key], rest) : undefined;
}

/** The same rules with another figure at a place that has one; nothing of what is given changes. */
export function withFigure(rules: RuleSet, id: string, figure: number): RuleSet {
  return { ...rules, ...(setAt(rules, id.split("."), figure) as RuleSet) };
}

function setAt(from: unknown, [key, ...rest]: readonly string[], figure: number): unknown {
  if (key === undefined) return figure;
  return isRecord(from) ? { ...from, [key]: setAt(from[key], rest, figure) } : from;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
