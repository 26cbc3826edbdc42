import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { fault } from "#app/services/context/faults";
import { givenName, recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import type { SavedView } from "#db/store";
import { isTooLong, queryOf } from "./kept-query";

/** Views of one person. */
const mostViews = 50;

/** Views of one person that a page shows, with those that others share. */
export const mostListed = 200;

const viewName = givenName.max(80, "too-long");
const tick = z
  .enum(["", "on"])
  .default("")
  .transform((said) => said === "on");

/**
 * Keeps a view of the suppliers table under a name: what its address says of filters, order and columns, read as whoever saves it may
 * read it. It is its owner's alone until they share it.
 */
export const saveView = teamUseCase({
  permission: "suppliers.read",
  input: z.object({ name: viewName, query: z.string().max(4_000), isShared: tick }),
  events: ["view.saved"],
  async run(ctx, { name, query: asked, isShared }, event) {
    const query = queryOf(ctx, asked);
    if (isTooLong(query)) return fault("name", "view-too-long");
    const org = ctx.organisation.id;
    const view: SavedView = {
      ...{ org, id: ctx.ids.next(), owner: ctx.user.id, name, query, isShared, isFirst: false },
      savedAt: ctx.clock.now(),
    };
    const audit = event("view.saved", org, { view: view.id, isShared });
    const saved = await ctx.store.savedViews.save({ view, most: mostViews, audit });
    return saved === "full" ? fault("name", "views-full") : { query };
  },
});

/**
 * Gives a view another name, shares it or takes it back, and makes it what its owner sees first, or not any more.
 * @throws Problem "not-found" for somebody else's
 */
export const changeView = teamUseCase({
  permission: "suppliers.read",
  input: z.object({ view: recordId, name: viewName, isShared: tick, isFirst: tick }),
  events: ["view.saved"],
  async run(ctx, { view: id, ...change }, event) {
    const { by: _, ...own } = await ownView(ctx, id);
    const audit = event("view.saved", own.org, { view: id, isShared: change.isShared });
    const view = { ...own, ...change, query: queryOf(ctx, own.query) };
    await ctx.store.savedViews.save({ view, most: mostViews, audit });
    return { view };
  },
});

/** Forgets a view. @throws Problem "not-found" for somebody else's */
export const removeView = teamUseCase({
  permission: "suppliers.read",
  input: z.object({ view: recordId }),
  events: ["view.removed"],
  async run(ctx, { view }, event) {
    const { org, id, owner } = await ownView(ctx, view);
    await ctx.store.savedViews.remove({ org, id, owner, audit: event("view.removed", org, { view: id }) });
  },
});

async function ownView(ctx: TeamContext, id: string) {
  const views = await ctx.store.savedViews.list(ctx.organisation.id, { user: ctx.user.id, most: mostListed });
  const found = views.find((view) => view.id === id && view.owner === ctx.user.id);
  if (!found) throw new Problem("not-found");
  return found;
}
