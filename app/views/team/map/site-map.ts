import type { MapMark, MapPicture } from "#app/views/team/map/map";

/** Where the sites of a supplier are: a circle a country, with how many there are as words. */
export type SiteMapView = Pick<MapPicture, "box"> & {
  /** The whole picture of the land, of which `box` is shown. */
  readonly land: MapPicture["box"];
  readonly title: string;
  readonly marks: readonly (Pick<MapMark, "x" | "y" | "radius" | "label"> & {
    readonly name: string;
    readonly sites: number;
    readonly said: string;
  })[];
};
