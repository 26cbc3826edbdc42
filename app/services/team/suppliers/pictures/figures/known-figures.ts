import type { TeamContext } from "#app/services/context/contexts";
import type { Store } from "#db/store";
import { type RatedFigures, readRatedFigures } from "./rated-figures";

/** A page, its file and its table come within a minute; what moved a supplier to another country shows after that. */
const longestMs = 60_000;
/** Organisations whose figures are kept; the one that was asked for longest ago goes first. */
const mostKept = 4;

type Known = { readonly mark: string; readonly until: number; readonly figures: Promise<RatedFigures> };
const known = new WeakMap<Store, Map<string, Known>>();

/** The figures of an organisation, counted once for all who look within a minute, and anew as soon as a rating was added or taken away. */
export async function knownFigures(ctx: TeamContext): Promise<RatedFigures> {
  const org = ctx.organisation.id;
  const mark = await ctx.store.ratings.mark(org);
  const now = ctx.clock.now().getTime();
  const own = known.get(ctx.store) ?? new Map<string, Known>();
  known.set(ctx.store, own);
  const before = own.get(org);
  if (before?.mark === mark && now < before.until) return before.figures;
  const figures = readRatedFigures(ctx);
  own.delete(org);
  own.set(org, { mark, until: now + longestMs, figures });
  const [oldest] = own.keys();
  if (own.size > mostKept && oldest !== undefined) own.delete(oldest);
  // What failed is tried again by the next one who asks.
  figures.catch(() => own.delete(org));
  return figures;
}
