import type { Doubt } from "#scoring/editions/edition-doubts";
import { type Listing, listingOf, stillListed } from "#scoring/editions/goods-listing";
import { doubtAt, sharedDoubts } from "./doubts";
import type { SourcedGoodsList } from "./schemas";

/** How goods are listed, seen from a country, and what is uncertain about it. */
export type GoodsListing = Listing<SourcedGoodsList["lines"][number], SourcedGoodsList["downstream"][number]> & {
  readonly doubts: readonly Doubt[];
};

/**
 * Looks goods up with what is uncertain: the rows that say so, where all of them are uncertain, and that the list is
 * known to lack lines, where none is for this country.
 * @param ids goods; for a material, those that stand for it. @param iso2 ISO 3166-1 alpha-2, in capitals
 */
export function goodsListingOf(goods: SourcedGoodsList, ids: readonly string[], iso2: string): GoodsListing {
  const found = listingOf(goods, ids, iso2);
  const rows = [...found.lines, ...found.downstream];
  const doubts = rows.length === 0 ? [] : sharedDoubts(goods.id, rows);
  const lacking = found.listed === "here" ? [] : doubtAt(goods, 1, "partial");
  return { ...found, doubts: [...doubts, ...lacking] };
}

/** Listed goods by the chapter that they are traded under and the country that they are listed for. */
export function goodsByChapter(goods: SourcedGoodsList): (chapter: string, iso2: string) => readonly string[] {
  const countries = new Map<string, Set<string>>();
  const add = (good: string, iso2: string | null) => {
    if (iso2 !== null) countries.set(good, (countries.get(good) ?? new Set()).add(iso2));
  };
  for (const line of goods.lines) if (stillListed(line)) add(line.good, line.iso2);
  for (const made of goods.downstream) add(made.good, made.iso2);
  const found = new Map<string, string[]>();
  for (const { chapter, good } of goods.chapters) {
    for (const iso2 of countries.get(good) ?? []) {
      const key = `${chapter} ${iso2}`;
      found.set(key, [...(found.get(key) ?? []), good]);
    }
  }
  return (chapter, iso2) => found.get(`${chapter} ${iso2}`) ?? [];
}
