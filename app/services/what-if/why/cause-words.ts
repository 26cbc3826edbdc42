import { countryName } from "#app/i18n/country-names";
import type { TeamContext } from "#app/services/context/contexts";
import type { TrialOrder } from "#app/services/context/resources/threads/rule-trials";
import { dialName } from "#app/services/what-if/dial-words";
import { isWorse } from "#app/services/what-if/result-view";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import type { Tried } from "#scoring/trial/tally";
import { tiers } from "#terms/tiers";
import { type Cause, Causes } from "./causes";

/** Says of movers what moved each most, by supplier: a few at a time, for each is rated again for every change. */
export function causeTeller(ctx: TeamContext, order: TrialOrder, base: LoadedRuleSet | undefined) {
  const causes = new Causes(ctx, order, base);
  return async (movers: readonly Tried[]): Promise<ReadonlyMap<string, string>> => {
    if (movers.length === 0) return new Map();
    const ways = new Map(movers.map((mover) => [mover.supplier.id, isWorse(mover)]));
    const rows = await ctx.store.ratedAnswers.of(order.org, [...ways.keys()]);
    const told = new Map<string, string>();
    for (const row of rows) {
      const cause = await causes.of(row, ways.get(row.supplier.id) ?? true);
      told.set(row.supplier.id, causeWords(ctx, base, cause));
    }
    return told;
  };
}

/** What moved a supplier, in a sentence. @param base the rules that figures of it are called by */
export function causeWords(ctx: TeamContext, base: LoadedRuleSet | undefined, cause: Cause): string {
  const t = ctx.t(ctx.language);
  const tier = (code: string) => t(`team:tier.long.${tiers.find((one) => one === code) ?? "none"}`);
  switch (cause.kind) {
    case "dial": {
      const name = base ? dialName(ctx, base, cause.dial) : cause.dial.id;
      return t("ratings:whatIf.cause.more", { name, from: cause.dial.official, to: cause.dial.tried });
    }
    case "tier":
      return t("ratings:whatIf.cause.tier", {
        country: countryName(cause.country, ctx.language),
        from: tier(cause.from),
        to: tier(cause.to),
      });
    default:
      return t(`ratings:whatIf.cause.${cause.kind}`);
  }
}
