import { countryName } from "#app/i18n/country-names";
import words from "#app/i18n/locales/en/ratings.json" with { type: "json" };
import type { TeamContext } from "#app/services/context/contexts";
import type { Texts } from "#questionnaires/texts";
import { goods, materials } from "#scoring/editions/index";
import type { Step } from "#scoring/rating";
import { type LoadedRuleSet, ruleWordsIn } from "#scoring/rules/load-rule-set";
import { editionName, ruleSetName } from "./versions";

/** Words for the codes of one rating, in the language of the page. A code without words is shown as it is. */
export type RatingWords = ReturnType<typeof ratingWords>;

const factors = ["C", "S", "W", "T"] as const;
const tiers = ["1", "2", "2WL", "3", "SC"] as const;
const names = new Map([
  ...goods.goods.map(({ id, name }): [string, string] => [id, name]),
  ...materials.materials.map(({ id, name }): [string, string] => [id, name]),
]);

function has<K extends string>(known: Readonly<Record<K, unknown>>, code: string): code is K {
  return Object.hasOwn(known, code);
}

function wordOf(known: Readonly<Record<string, string>> = {}, code: string): string {
  return Object.hasOwn(known, code) ? (known[code] ?? code) : code;
}

/** @param ruleSet that the rating was made with, or undefined where this program does not have it */
export function ratingWords(
  ctx: Pick<TeamContext, "t" | "language">,
  texts: Texts,
  ruleSet: LoadedRuleSet | undefined,
) {
  const t = ctx.t(ctx.language);
  const own = ruleSet && ruleWordsIn(ruleSet, ctx.language);
  const question = (code: string) => texts.get(`${code}.short`)?.text ?? code;
  const rule = (id: string, of: string) =>
    has(words.rule, id) ? t(`ratings:rule.${id}`, { question: question(of) }) : wordOf(own?.rules, id);
  const tier = (code: string) => t(`team:tier.long.${tiers.find((one) => one === code) ?? "none"}`);

  /** What a step is called. */
  function step({ kind, code, rule: id }: Pick<Step, "kind" | "code" | "rule">): string {
    const factor = factors.find((one) => one === code);
    if (kind === "inherent" && factor) return wordOf(own?.factors, factor);
    if (kind === "control") return wordOf(own?.groups, code);
    return kind === "cap" ? t("ratings:step.cap") : rule(id, code);
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
    const sum = t(`ratings:from.${params.capped === undefined ? "adverse" : "capped"}`, params);
    const relief = String(params.relief ?? "");
    return has(words.from.relief, relief) ? `${sum}, ${t(`ratings:from.relief.${relief}`)}` : sum;
  }

  function source({ kind, source: id }: Step): string {
    if (kind === "adverse") return t("ratings:sourceOf.answers");
    if (id === goods.id) return t("ratings:sourceOf.goods", { year: goods.year });
    return id.startsWith("tip-") ? editionName(ctx, id) : ruleSetName(id);
  }

  return {
    question,
    rule,
    tier,
    step,
    from,
    source,
    /** A proof that would be enough, or a red flag that would have to go. */
    change: (id: string, of: string) => (own && has(own.controls, id) ? wordOf(own.controls, id) : rule(id, of)),
    regime: (id: string) => wordOf(own?.laws, id),
  };
}
