import type { MixedVersions } from "#app/views/team/suppliers/filters/mixed-versions";
import type { TableBand } from "#terms/bands";
import type { Tier } from "#terms/tiers";

/** A country with suppliers: how many of them, how many rated, and how many of those High or Critical. */
export type MapCountry = {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
  readonly tier: Tier | "none";
  readonly suppliers: number;
  readonly rated: number;
  readonly grave: number;
  /** The middle score of those rated alike, where there are enough; absent for whoever may not see scores. */
  readonly median?: number;
  /** The suppliers of this country in the table. */
  readonly href: string;
};

/** A country's circle on a map, in units of the picture. */
export type MapMark = {
  readonly country: MapCountry;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** The wedge of those High or Critical, clockwise from the top; absent where there are none. */
  readonly wedge?: string;
  /** Where its name stands; absent where another circle or name is in its way: the table has it. */
  readonly label?: { readonly x: number; readonly y: number; readonly anchor: "start" | "middle" | "end" };
};

/** One of the two maps: the whole world, and South and East Asia enlarged. */
export const mapParts = ["world", "asia"] as const;
export type MapPartName = (typeof mapParts)[number];

/** What stands on the picture of the land: left, top, width and height of it, and the circles. */
export type MapPicture = {
  readonly box: readonly [number, number, number, number];
  readonly marks: readonly MapMark[];
};

/** Rated suppliers with `from` points and up to the next step; of them Low or Medium that are not proven. */
export type PointsStep = { readonly from: number; readonly suppliers: number; readonly unproven: number };

export type CampaignSpread = {
  readonly id: string;
  readonly name: string;
  readonly all: number;
  readonly byBand: Readonly<Record<TableBand, number>>;
};

export type MapView = {
  readonly title: string;
  readonly all: number;
  readonly rated: number;
  readonly rules: string;
  readonly mixed: MixedVersions;
  readonly edition: string;
  /** Countries that the edition has. */
  readonly listed: number;
  readonly at: string;
  /** Most suppliers first. */
  readonly countries: readonly MapCountry[];
  readonly maps: Readonly<Record<MapPartName, MapPicture>>;
  readonly byBand: Readonly<Record<TableBand, number>>;
  /** Every step from 0 to 100; absent for whoever may not see points. */
  readonly points?: readonly PointsStep[];
  readonly campaigns: readonly CampaignSpread[];
  /** By which rules and countries newest ratings were made, most suppliers first; several are never compared unsaid. */
  readonly made: readonly { readonly rules: string; readonly edition: string; readonly suppliers: number }[];
  readonly csv?: string;
};
