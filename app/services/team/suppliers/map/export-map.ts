import * as z from "zod";
import { isoDay } from "#app/i18n/dates/days";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { noteExport } from "#app/services/team/trail/note";
import { tableBands } from "#terms/bands";
import { readMapFacts } from "./map-facts";

/** The countries of the map as a CSV file, with the suppliers of each by band. */
export const exportMap = teamUseCase({
  permission: "suppliers.export",
  input: z.object({}),
  events: ["data.exported"],
  async run(ctx, _, event): Promise<CsvFile> {
    const { spread, edition, countries } = await readMapFacts(ctx);
    await noteExport(ctx, event, "map-csv");
    const bandsOf = new Map(spread.countries.map(({ country, byBand }) => [country, byBand]));
    const reads = readsNorthKorea(ctx);
    const rows = countries.map(({ code, name, tier, suppliers, rated, median }) => [
      ...[code, name, tier, edition.id, suppliers, rated],
      ...tableBands.map((band) => bandsOf.get(code)?.[band] ?? 0),
      ...(reads ? [median] : []),
    ]);
    const head = [
      "country",
      "name",
      "tier",
      "edition",
      "suppliers",
      "rated",
      ...tableBands,
      ...(reads ? ["median"] : []),
    ];
    return { name: `map-${isoDay(ctx.clock.now())}.csv`, lines: [head, ...rows].map(csvLine) };
  },
});
