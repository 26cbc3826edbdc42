import type { TeamContext } from "#app/services/context/contexts";
import type { Funnel } from "#db/store";
import type { Counted, CountedFigures } from "./figure";

type Named = { readonly id: string; readonly name: string };

/** How far the suppliers of campaigns got. One who was asked in two campaigns counts in both. */
export async function campaignFigures(ctx: TeamContext, campaigns: readonly Named[]): Promise<CountedFigures> {
  const now = ctx.clock.now();
  const funnels: { readonly campaign: Named; readonly funnel: Funnel }[] = [];
  for (const campaign of campaigns) {
    funnels.push({ campaign, funnel: await ctx.store.campaigns.funnel(ctx.organisation.id, campaign.id, now) });
  }
  const sum = (query: string, count: (funnel: Funnel) => number): Counted => ({
    over: "campaigns",
    places: funnels.map(({ campaign: { id, name }, funnel }) => ({
      ...{ href: `/campaigns/${id}?${query}`, number: count(funnel), of: name },
    })),
  });
  return {
    asked: sum("step=invited", ({ invited }) => invited),
    delivered: sum("step=delivered", ({ delivered }) => delivered),
    started: sum("step=started", ({ started }) => started),
    signed: sum("step=submitted", ({ submitted }) => submitted),
    declined: sum("problem=declined", ({ declined }) => declined),
  };
}
