import type { TeamContext } from "#app/services/context/contexts";
import type { NamedChoice } from "#app/views/team/suppliers/filters/filters";
import type { WordSources } from "./filter-words";
import type { SupplierView } from "./supplier-filter";

/** What the organisation calls its own, for words and choices of filters. */
export async function viewSources(ctx: TeamContext): Promise<WordSources> {
  const org = ctx.organisation.id;
  const campaigns = await ctx.store.campaigns.all(org);
  const people = await ctx.store.users.list(org);
  return {
    t: ctx.t(ctx.language),
    language: ctx.language,
    campaigns: campaigns.map(({ id, name }) => ({ id, name })),
    people: people.map(({ id, name }) => ({ id, name })),
    tags: await ctx.store.marks.tags(org),
  };
}

/** A campaign, a person or a tag that is not ours, or not there any more, is no filter. */
export function knownView<V extends SupplierView>(view: V, { campaigns, people, tags }: WordSources): V {
  const known = (all: readonly NamedChoice[], wanted: string | undefined) => all.find(({ id }) => id === wanted)?.id;
  return {
    ...view,
    campaign: known(campaigns, view.campaign),
    owner: known(people, view.owner),
    tag: known(tags, view.tag),
  };
}
