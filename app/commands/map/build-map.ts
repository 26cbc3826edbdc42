import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { type ExtendedFeature, type GeoProjection, geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import type { MultiPoint, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { z } from "zod";

const { resolve } = createRequire(import.meta.url);
const countriesFile = fileURLToPath(new URL("../../../scoring/reference/sources/countries.csv", import.meta.url));
const mapFile = fileURLToPath(new URL("../../pictures/map/shapes.json", import.meta.url));
const rows = z.array(z.object({ iso2: z.string(), un_m49: z.string() }));

type Land = ExtendedFeature<Polygon | MultiPolygon> & { readonly id?: string | number };
/** Countries without a number of the United Nations, by the name that the map gives them. */
const unnumbered: Readonly<Record<string, string>> = { Kosovo: "XK" };

type Shape = { readonly path: string; readonly at: readonly [number, number] };

/** The width of both pictures, in units of their own. */
const width = 960;
/** South and East Asia with most suppliers, enlarged: longitudes and latitudes of its corners. */
const asia = { west: 60, east: 150, south: -11, north: 50 };

/** Natural Earth (public domain) as world-atlas gives it: 110m for shapes, 50m for where small countries are. */
function landOf(file: string): Land[] {
  const topology: Topology<{ countries: GeometryCollection }> = JSON.parse(
    readFileSync(resolve(`world-atlas/${file}`), "utf8"),
  );
  return feature(topology, topology.objects.countries).features as Land[];
}

/** Where the largest part of a country has its middle: France is in Europe, with Guiana beside it. */
function middleOf({ geometry }: Land): [number, number] {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const polygons = parts.map((coordinates): Polygon => ({ type: "Polygon", coordinates }));
  const [largest] = polygons.sort((one, other) => geoArea(other) - geoArea(one));
  if (largest === undefined) throw new Error("a country without land");
  return geoCentroid(largest);
}

function codeOf({ id, properties }: Land, isoOf: ReadonlyMap<string, string>): string | undefined {
  return id === undefined ? unnumbered[String(properties?.name)] : isoOf.get(String(id).padStart(3, "0"));
}

function shapesIn(projection: GeoProjection, isoOf: ReadonlyMap<string, string>) {
  const path = geoPath(projection).digits(1);
  const shapes: Record<string, Shape> = {};
  let others = "";
  for (const land of landOf("countries-110m.json")) {
    const code = codeOf(land, isoOf);
    const drawn = path(land) ?? "";
    if (code === undefined) others += drawn;
    else shapes[code] = { path: drawn, at: [0, 0] };
  }
  for (const land of landOf("countries-50m.json")) {
    const code = codeOf(land, isoOf);
    const place = projection(middleOf(land));
    if (code === undefined || place === null) continue;
    const at = [Math.round(place[0] * 10) / 10, Math.round(place[1] * 10) / 10] as const;
    shapes[code] = { path: shapes[code]?.path ?? "", at };
  }
  return {
    shapes: Object.fromEntries(Object.entries(shapes).sort(([one], [other]) => (one < other ? -1 : 1))),
    others,
  };
}

/** Draws the land of both pictures; the same bytes for the same sources. */
export function buildMap(): string {
  const countries = rows.parse(parse(readFileSync(countriesFile), { bom: true, columns: true }));
  const isoOf = new Map(countries.map(({ iso2, un_m49 }) => [un_m49, iso2]));
  const sphere = { type: "Sphere" } as const;
  const world = geoEqualEarth().fitWidth(width, sphere);
  const [[, top], [, bottom]] = geoPath(world).bounds(sphere);
  const corners: MultiPoint = {
    type: "MultiPoint",
    coordinates: [
      [asia.west, asia.south],
      [asia.east, asia.north],
      [asia.east, asia.south],
      [asia.west, asia.north],
    ],
  };
  const near = geoEqualEarth().rotate([-105, 0]).fitWidth(width, corners);
  const [[, nearTop], [, nearBottom]] = geoPath(near).bounds(corners);
  near.clipExtent([
    [0, nearTop],
    [width, nearBottom],
  ]);
  const box = (from: number, to: number) => [0, Math.floor(from), width, Math.ceil(to - from)];
  return `${JSON.stringify({
    world: { box: box(top, bottom), outline: geoPath(world).digits(1)(sphere), ...shapesIn(world, isoOf) },
    asia: { box: box(nearTop, nearBottom), ...shapesIn(near, isoOf) },
  })}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(mapFile, buildMap());
