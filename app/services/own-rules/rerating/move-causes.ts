import type { TeamContext } from "#app/services/context/contexts";
import { causeWords } from "#app/services/what-if/why/cause-words";
import { Causes } from "#app/services/what-if/why/causes";
import type { MadeStanding, RatedAnswers, RatedMover } from "#db/store";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { bands } from "#terms/bands";

/**
 * Says of suppliers that were rated again what moved each most, by supplier: each change made alone, figure by figure where the rules after are
 * those before with other figures. Nothing is said of whom a newer rating counts, for its answers may be others.
 */
export function moveTeller(ctx: TeamContext) {
  const org = ctx.organisation.id;
  const ways = new Map<string, Promise<Way>>();
  const wayOf = (before: MadeStanding, after: MadeStanding) => {
    const key = JSON.stringify([before.ruleSet, before.edition, after.ruleSet, after.edition]);
    const way = ways.get(key) ?? findWay(ctx, before, after);
    ways.set(key, way);
    return way;
  };
  return async (movers: readonly RatedMover[]): Promise<ReadonlyMap<string, string>> => {
    const ids = movers.map(({ supplier }) => supplier.id);
    const rows = new Map((await ctx.store.ratedAnswers.of(org, ids)).map((row) => [row.supplier.id, row]));
    const told = new Map<string, string>();
    for (const { supplier, before, after } of movers) {
      const row = rows.get(supplier.id);
      if (!row || !isNewest(row, after)) continue;
      const { causes, base } = await wayOf(before, after);
      const worse = bands.indexOf(after.band) > bands.indexOf(before.band);
      told.set(supplier.id, causeWords(ctx, base, await causes.of({ ...row, ...before }, worse)));
    }
    return told;
  };
}

type Way = { readonly causes: Causes; readonly base?: LoadedRuleSet };

/** What changed between two ratings, as a trial would change it. */
async function findWay(ctx: TeamContext, before: MadeStanding, after: MadeStanding): Promise<Way> {
  const org = ctx.organisation.id;
  const own = await ctx.store.ownRules.get(org, after.ruleSet);
  const isOfParent = own !== undefined && own.parent === before.ruleSet;
  const base = await ctx.catalogue.rules(org, isOfParent ? own.parent : after.ruleSet);
  const edition = after.edition === before.edition ? {} : { edition: after.edition };
  if (after.ruleSet === before.ruleSet || !base) return { causes: new Causes(ctx, { org, ...edition }, undefined) };
  const rules = { base: base.id, changes: isOfParent ? own.changes : {} };
  return { causes: new Causes(ctx, { org, rules, ...edition }, base), base };
}

function isNewest({ ruleSet, edition, score }: RatedAnswers, after: MadeStanding): boolean {
  return ruleSet === after.ruleSet && edition === after.edition && score === after.score;
}
