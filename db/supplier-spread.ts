import type { TableBand } from "#terms/bands";

type CountedBands = Readonly<Record<TableBand, number>>;

/** All suppliers of an organisation, counted for pictures. */
export type SupplierSpread = {
  /** Each supplier once, in its own country (ISO 3166-1 alpha-2). */
  readonly countries: readonly { readonly country: string; readonly byBand: CountedBands }[];
  /** Rated suppliers by points in steps of `pointsStep` from 0; of them Low or Medium with a confidence under 50. Steps without any are absent. */
  readonly points: readonly { readonly from: number; readonly suppliers: number; readonly unproven: number }[];
  /** Those whom a campaign asked, by their newest rating. */
  readonly campaigns: readonly { readonly campaign: string; readonly byBand: CountedBands }[];
  /** What the newest ratings were made by, most suppliers first. */
  readonly made: readonly (MadeBy & { readonly suppliers: number })[];
};

/** Rules and countries, by their ids. */
export type MadeBy = { readonly ruleSet: string; readonly edition: string };

/** The middle score of a country among newest ratings that were made by the same rules and countries. */
export type CountryMedian = { readonly country: string; readonly rated: number; readonly median: number };
