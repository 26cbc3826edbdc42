import { countryName } from "#app/i18n/country-names";
import words from "#app/i18n/locales/en/ratings.json" with { type: "json" };
import type { CallerContext } from "#app/services/context/contexts";
import type { RatingVersions } from "#app/services/ratings/rating-versions";
import { goods, sourcedLists } from "#scoring/editions/index";
import type { Step } from "#scoring/rating";
import { tiers } from "#terms/tiers";
import { codeWords } from "./code-words";
import type { VersionNames } from "./versions";

/** Words for the codes of one rating, in the language of the page. A code without words is shown as it is. */
export type RatingWords = ReturnType<typeof ratingWords>;

/** The newest lists: they have every good and material of those before, by the same name. */
const names = new Map([
  ...sourcedLists.goods.goods.map(({ id, name }): [string, string] => [id, name]),
  ...sourcedLists.materials.materials.map(({ id, name }): [string, string] => [id, name]),
  ...sourcedLists.serviceSectors.sectors.map(({ id, name }): [string, string] => [id, name]),
]);
const listsOfGoods = [goods, sourcedLists.goods];

function has<K extends string>(known: Readonly<Record<K, unknown>>, code: string): code is K {
  return Object.hasOwn(known, code);
}

/**
 * @param made what the rating was made from: its own questionnaire and rules, whatever is newer by now
 * @param versions names of rule sets and editions
 */
export function ratingWords(
  ctx: Pick<CallerContext, "t" | "language">,
  made: Pick<RatingVersions, "questionnaire" | "ruleSet">,
  versions: VersionNames,
) {
  const t = ctx.t(ctx.language);
  const { question, rule, factor, rules } = codeWords(ctx, made);
  const tier = (code: string) => t(`team:tier.long.${tiers.find((one) => one === code) ?? "none"}`);

  /** What a step is called. */
  function step({ kind, code, rule: id }: Pick<Step, "kind" | "code" | "rule">): string {
    if (kind === "cap") return t("ratings:step.cap");
    const known = kind === "inherent" ? factor(code) : kind === "control" ? rules.group(code) : undefined;
    return known ?? rule(id, code);
  }

  /** What a step was made from. */
  function from(made: Step): string {
    const { kind, rule: id, params } = made;
    if (kind === "cap") return t("ratings:from.cap", { unlimited: params.unlimited });
    if (kind === "control") return t(`ratings:from.${id === "limited-at-gate" ? id : "earned"}`, params);
    return kind === "adverse" ? adverse(params) : inherent(made);
  }

  function inherent({ code, rule: id, params }: Step): string {
    switch (code) {
      case "C":
        return country(String(params.country ?? ""), String(params.tier));
      case "S":
        return goodsText(id, String(params.item ?? ""));
      case "W":
        return t("ratings:from.W", params);
      default:
        return transparency(Object.entries(params).filter(([name]) => name !== "weight"));
    }
  }

  function country(code: string, tierCode: string): string {
    if (code === "") return t("ratings:from.C-unknown");
    return t("ratings:from.C", { country: countryName(code, ctx.language), tier: tier(tierCode) });
  }

  function goodsText(reason: string, item: string): string {
    return has(words.goods, reason) ? t(`ratings:goods.${reason}`, { item: names.get(item) ?? item }) : reason;
  }

  function transparency(parts: readonly (readonly [string, string | number])[]): string {
    if (parts.length === 0) return t("ratings:from.T-none");
    return t("ratings:from.T", { parts: parts.map(([name, points]) => `${name} ${points}`).join(", ") });
  }

  function adverse(params: Step["params"]): string {
    const form = params.halfAt !== undefined ? "shared" : params.capped !== undefined ? "capped" : "adverse";
    const sum = t(`ratings:from.${form}`, params);
    const relief = String(params.relief ?? "");
    return has(words.from.relief, relief) ? `${sum}, ${t(`ratings:from.relief.${relief}`)}` : sum;
  }

  function source({ kind, source: id }: Step): string {
    if (kind === "adverse") return t("ratings:sourceOf.answers");
    const list = listsOfGoods.find((one) => one.id === id);
    if (list) return t("ratings:sourceOf.goods", { year: list.year });
    return versions.either(id);
  }

  return {
    question,
    rule,
    tier,
    step,
    from,
    source,
    /** What a control is called: what would have to be proven; the name of its question where it has no words. */
    control: (id: string, of: string) => rules.control(id) ?? question(of),
    goods: goodsText,
    /** What costs confidence, as a sentence, and the paper that ends it; the id where there are no words. */
    finding: (id: string) => ({ text: rules.finding(id) ?? id, paper: rules.paper(id) }),
    regime: (id: string) => rules.regime(id) ?? id,
  };
}
