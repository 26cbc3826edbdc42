import type { Driver } from "#app/components/team/ratings/driver-line";
import type { Band, DprkLabour } from "./rating-codes";

/** An instant as people read it, with the form machines read. */
export type Moment = { iso: string; text: string };

export type LineRating = {
  /** Points, 0 to 100, higher is worse. */
  score: number;
  band: Band;
  /** 0 to 100. */
  confidence: number;
  /** Whether a floor holds the band above what the score says. */
  held: boolean;
  dprk: DprkLabour;
  disclosed: boolean;
  driver?: Driver;
  /** Points since the rating before; absent for a first one. */
  change?: number;
  /** The band before, where it was another one. */
  was?: Band;
  signed?: Moment;
  /** Rule set and edition, where they are not those that most of the page was rated with. */
  otherVersions?: string;
};

/** One supplier as the table shows it. */
export type SupplierLine = {
  id: string;
  ref: string;
  name: string;
  place: string;
  tiers: readonly { country: string; name: string; tier: string }[];
  rating?: LineRating;
};
