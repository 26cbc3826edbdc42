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
/** How many others are of the same kind, and how many of them have a lower or the same score. */
export type Peers = { readonly others: number; readonly lower: number; readonly alike: number };

/**
 * Where the newest rating of a supplier stands among those of others that were made with the same rules and countries.
 * `sector`: see `sectorOf`; absent where it is not known.
 */
export type PeerStanding = {
  /** Its id. */
  readonly rating: string;
  readonly ruleSet: string;
  readonly edition: string;
  readonly country: string;
  readonly sector?: string;
  readonly inCountry: Peers;
  readonly inSector?: Peers;
  /** Of both. */
  readonly inBoth?: Peers;
};

/** Rated suppliers of one country or sector, by the same rules and countries. */
export type PeerGroup = {
  readonly ruleSet: string;
  readonly edition: string;
  /** A country (ISO 3166-1 alpha-2) or a sector. */
  readonly of: string;
  readonly suppliers: number;
  /** High or Critical. */
  readonly grave: number;
  /** The scores that a quarter, a half and three quarters of them do not exceed, by the nearest rank. */
  readonly quarters: readonly [number, number, number];
};

export type PeerGroups = {
  /** Most suppliers first. */
  readonly countries: readonly PeerGroup[];
  readonly sectors: readonly PeerGroup[];
};
