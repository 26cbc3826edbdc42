import type { Band } from "#terms/bands";

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

/** A band from which a supplier counts as `grave`. */
export const graveFrom = "high" satisfies Band;
