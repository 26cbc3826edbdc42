import type { GoodsLine, GoodsList } from "./schemas";

/** Whether goods are listed for a country, only for others, or nowhere; `lines` are those that say so. */
export type Listing = { listed: "here" | "elsewhere" | "nowhere"; lines: GoodsLine[] };

/** A line taken off the list in 2024 for child labour still counts where it named forced labour. */
function stillListed(line: GoodsLine): boolean {
  return !line.removed2024 || line.forced;
}

/** A good with the wider good it belongs to and the narrower goods that belong to it; not its siblings. */
function family(list: GoodsList, ids: string[]): Set<string> {
  const wider = list.goods.flatMap((good) => (ids.includes(good.id) && good.broader ? [good.broader] : []));
  const narrower = list.goods.filter((good) => good.broader && ids.includes(good.broader));
  return new Set([...ids, ...wider, ...narrower.map((good) => good.id)]);
}

/**
 * Looks goods up in the Department of Labor list.
 * @param ids ids of goods; for a material, the goods that stand for it.
 * @param iso2 country of the site or of the material's origin, ISO 3166-1 alpha-2.
 */
export function listingOf(list: GoodsList, ids: string[], iso2: string): Listing {
  const wanted = family(list, ids);
  const lines = list.lines.filter((line) => wanted.has(line.good) && stillListed(line));
  const here = lines.filter((line) => line.iso2 === iso2);
  const downstream = list.downstream.filter((made) => wanted.has(made.good));
  if (here.length > 0 || downstream.some((made) => made.iso2 === iso2)) return { listed: "here", lines: here };
  if (lines.length > 0 || downstream.length > 0) return { listed: "elsewhere", lines };
  return { listed: "nowhere", lines: [] };
}
