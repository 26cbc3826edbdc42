import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { joinItems, joinLabel } from "#app/i18n/writing/punctuation";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { activeFilters } from "#app/services/team/suppliers/filters/filter-form";
import type { WordSources } from "#app/services/team/suppliers/filters/filter-words";
import { knownView, viewSources } from "#app/services/team/suppliers/filters/known-view";
import { viewFor } from "#app/services/team/suppliers/filters/view-for";
import { mostListed } from "#app/services/team/suppliers/views/save-view";
import type { SavedView } from "#db/store";
import { partOf, viewOfPart } from "./part-query";

/** A part of the suppliers: its filters, and what it is called. */
export type PartRead = { readonly query: string; readonly name: string };

/**
 * The part that somebody asks for, as far as they may ask for it and the organisation has it; undefined for all suppliers. It goes by
 * the name of a saved view where one that they may open has the same filters, else by its filters.
 */
export async function readPart(ctx: TeamContext, asked: string): Promise<PartRead | undefined> {
  if (asked === "") return undefined;
  const sources = await viewSources(ctx);
  const query = partFor(ctx, sources, asked);
  if (query === "") return undefined;
  const view = (await openViews(ctx)).find((one) => partFor(ctx, sources, one.query) === query);
  return { query, name: view?.name ?? filterName(ctx, sources, query) };
}

/** The part that a saved view leaves. @throws Problem "not-found" for one that they may not open */
export const partOfSavedView = teamUseCase({
  permission: "rules.try",
  input: z.object({ view: recordId }),
  events: [],
  async run(ctx, { view: id }): Promise<string> {
    const view = (await openViews(ctx)).find((one) => one.id === id);
    if (!view) throw new Problem("not-found");
    return partFor(ctx, await viewSources(ctx), view.query);
  },
});

/** Their own views, and those that others share. */
export function openViews(ctx: TeamContext): Promise<readonly SavedView[]> {
  return ctx.store.savedViews.list(ctx.organisation.id, { user: ctx.user.id, most: mostListed });
}

/** @param query of an address of the suppliers table */
export function partFor(ctx: TeamContext, sources: WordSources, query: string): string {
  return partOf(knownView(viewFor(ctx, viewOfPart(query)), sources));
}

function filterName({ language }: TeamContext, sources: WordSources, query: string): string {
  const filters = activeFilters(viewOfPart(query), sources);
  return joinItems(
    filters.map(({ name, words }) => joinLabel(name, words, language)),
    language,
  );
}
