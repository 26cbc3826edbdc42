import * as z from "zod";
import type { TeamContext } from "#app/services/context/contexts";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { type SupplierView, supplierAddress } from "#app/services/team/suppliers/filters/supplier-filter";
import type { SavedViewLine } from "#app/views/team/suppliers/saved-views";
import { addressOf, queryOf } from "./kept-query";
import { mostListed } from "./save-view";

/** The views that somebody keeps or may look at, and the one that they are about to keep, if any. */
export const showViews = teamUseCase({
  permission: "suppliers.read",
  input: z.object({ query: z.string().max(4_000).optional() }),
  events: [],
  async run(ctx, { query }) {
    const title = ctx.t(ctx.language)("table:views.title");
    const asked = query === undefined ? undefined : queryOf(ctx, query);
    return { title, asked, views: await viewLines(ctx), back: addressOf(asked ?? "") };
  },
});

/** The address of what somebody sees first; undefined where they chose nothing. */
export const findFirstView = teamUseCase({
  permission: "suppliers.read",
  input: noInput,
  events: [],
  async run(ctx) {
    const first = await ctx.store.savedViews.first(ctx.organisation.id, ctx.user.id);
    return first && addressOf(queryOf(ctx, first.query));
  },
});

/** Their own views and those that others share. `shown`: the view that is looked at, which is marked. */
export async function viewLines(ctx: TeamContext, shown?: SupplierView): Promise<readonly SavedViewLine[]> {
  const views = await ctx.store.savedViews.list(ctx.organisation.id, { user: ctx.user.id, most: mostListed });
  const now = shown && (supplierAddress({ ...shown, page: 1 }).split("?")[1] ?? "");
  return views.map(({ id, name, by, owner, query: kept, isShared, isFirst }) => {
    const query = queryOf(ctx, kept);
    const isOwn = owner === ctx.user.id;
    const line = { id, name, by, isOwn, isShared, isFirst: isOwn && isFirst };
    return { ...line, href: addressOf(query), isCurrent: query === now };
  });
}
