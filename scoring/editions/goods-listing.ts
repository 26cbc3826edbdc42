import type { DownstreamGood, GoodsLine, GoodsList } from "./schemas";

/**
 * Whether goods are listed for a country, only for others, or nowhere. `lines` and `downstream`, what is made of listed inputs,
 * are those that say so.
 */
export type Listing<Line = GoodsLine, Made = DownstreamGood> = {
  listed: "here" | "elsewhere" | "nowhere";
  lines: Line[];
  downstream: Made[];
};

type LinesOfGoods<Line, Made> = Pick<GoodsList, "goods"> & { lines: Line[]; downstream: Made[] };

/** A line taken off the list in 2024 for child labour still counts where it named forced labour. */
export function stillListed(line: GoodsLine): boolean {
  return !line.removed2024 || line.forced;
}

/** A good with the wider good it belongs to and the narrower goods that belong to it; not its siblings. */
function family(list: Pick<GoodsList, "goods">, ids: readonly string[]): Set<string> {
  const wider = list.goods.flatMap((good) => (ids.includes(good.id) && good.broader ? [good.broader] : []));
  const narrower = list.goods.filter((good) => good.broader && ids.includes(good.broader));
  return new Set([...ids, ...wider, ...narrower.map((good) => good.id)]);
}

/**
 * Looks goods up in the Department of Labor list.
 * @param ids ids of goods; for a material, the goods that stand for it.
 * @param iso2 country of the site or of the material's origin, ISO 3166-1 alpha-2.
 */
export function listingOf<Line extends GoodsLine, Made extends DownstreamGood>(
  list: LinesOfGoods<Line, Made>,
  ids: readonly string[],
  iso2: string,
): Listing<Line, Made> {
  const wanted = family(list, ids);
  const lines = list.lines.filter((line) => wanted.has(line.good) && stillListed(line));
  const here = lines.filter((line) => line.iso2 === iso2);
  const downstream = list.downstream.filter((made) => wanted.has(made.good));
  const madeHere = downstream.filter((made) => made.iso2 === iso2);
  if (here.length > 0 || madeHere.length > 0) return { listed: "here", lines: here, downstream: madeHere };
  if (lines.length > 0 || downstream.length > 0) return { listed: "elsewhere", lines, downstream };
  return { listed: "nowhere", lines: [], downstream: [] };
}
