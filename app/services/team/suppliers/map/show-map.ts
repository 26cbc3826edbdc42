import * as z from "zod";
import { timeMoment } from "#app/i18n/dates/moments";
import { maps } from "#app/pictures/map/map-file";
import { marksOf } from "#app/pictures/map/marks";
import { teamUseCase } from "#app/services/context/use-case";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { versionNames } from "#app/services/team/ratings/versions";
import { mixedVersions, ratedWithIn } from "#app/services/team/suppliers/filters/mixed-versions";
import type { MapCountry, MapPartName, MapPicture, MapView, PointsStep } from "#app/views/team/map/map";
import type { SupplierSpread } from "#db/supplier-spread";
import { tableBands } from "#terms/bands";
import { pointsStep } from "#terms/points";
import { readMapFacts, suppliersIn } from "./map-facts";

const everybody = { sort: "ref", direction: "up", page: 1, pageSize: 1 } as const;
/** Campaigns shown, newest first. */
const mostCampaigns = 12;

/** Suppliers by country over country tiers, by points and by campaign; every picture beside a table of the same numbers. */
export const showMap = teamUseCase({
  permission: "suppliers.read",
  input: z.object({}),
  events: [],
  async run(ctx): Promise<MapView> {
    const { spread, edition, countries } = await readMapFacts(ctx);
    const versions = await versionNames(ctx);
    const rules = (await ctx.catalogue.ruleSets(ctx.organisation.id)).at(-1);
    const byBand = Object.fromEntries(
      tableBands.map((band) => [band, spread.countries.reduce((sum, one) => sum + one.byBand[band], 0)]),
    ) as MapView["byBand"];
    const all = suppliersIn(byBand);
    return {
      title: ctx.t(ctx.language)("map:title"),
      all,
      rated: all - byBand.none,
      rules: rules?.title ?? "",
      mixed: mixedVersions(await ratedWithIn(ctx, everybody), versions),
      edition: versions.edition(edition.id),
      listed: Object.keys(edition.definition.tiers).length,
      at: timeMoment(ctx.clock.now(), ctx.language).text,
      countries,
      maps: { world: pictureOf("world", countries), asia: pictureOf("asia", countries) },
      byBand,
      // Points move with what is said of North Korean labour.
      points: readsNorthKorea(ctx) ? stepsOf(spread) : undefined,
      made: spread.made.map(({ ruleSet, edition: id, suppliers }) => ({
        ...{ rules: versions.ruleSet(ruleSet), edition: versions.edition(id), suppliers },
      })),
      campaigns: await campaignsOf(ctx, spread),
      csv: ctx.may("suppliers.export") ? "/map.csv" : undefined,
    };
  },
});

function pictureOf(part: MapPartName, countries: readonly MapCountry[]): MapPicture {
  return { box: maps[part].box, marks: marksOf(maps[part], countries) };
}

function stepsOf({ points }: SupplierSpread): readonly PointsStep[] {
  return Array.from({ length: 100 / pointsStep }, (_, place) => {
    const from = place * pointsStep;
    return points.find((step) => step.from === from) ?? { from, suppliers: 0, unproven: 0 };
  });
}

async function campaignsOf(
  ctx: Parameters<typeof readMapFacts>[0],
  { campaigns }: SupplierSpread,
): Promise<MapView["campaigns"]> {
  const counted = new Map(campaigns.map(({ campaign, byBand }) => [campaign, byBand]));
  const listed = await ctx.store.campaigns.all(ctx.organisation.id);
  const found = listed.flatMap(({ id, name }) => {
    const byBand = counted.get(id);
    return byBand ? [{ id, name, byBand, all: suppliersIn(byBand) }] : [];
  });
  return found.slice(0, mostCampaigns);
}
