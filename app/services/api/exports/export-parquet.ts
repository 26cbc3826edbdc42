import { isoDay } from "#app/i18n/dates/days";
import { supplierFilterInput } from "#app/services/api/records/read-suppliers";
import type { SupplierRecord } from "#app/services/api/records/supplier-record";
import { recordOf } from "#app/services/api/records/supplier-record";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { type ParquetColumn, type ParquetFile, parquetPieces } from "#app/services/files/parquet";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { filterOf, type SupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { viewFor } from "#app/services/team/suppliers/filters/view-for";
import { noteExport } from "#app/services/team/trail/note";

type Column = ParquetColumn<SupplierRecord>;

const instant = (text: string | undefined) => (text === undefined ? undefined : new Date(text));

/** What everybody may see. */
const shownToAll: readonly Column[] = [
  { name: "id", type: "STRING", of: ({ id }) => id },
  { name: "ref", type: "STRING", of: ({ ref }) => ref },
  { name: "name", type: "STRING", of: ({ name }) => name },
  { name: "external_id", type: "STRING", of: ({ externalId }) => externalId },
  { name: "country", type: "STRING", of: ({ country }) => country },
  { name: "place", type: "STRING", of: ({ place }) => place },
  { name: "created_at", type: "TIMESTAMP", of: ({ createdAt }) => instant(createdAt) },
  {
    name: "country_tiers",
    type: "STRING",
    of: ({ tiers }) => tiers.map(({ country, tier }) => `${country}:${tier}`).join(" "),
  },
  { name: "band", type: "STRING", of: ({ rating }) => rating?.band },
  { name: "previous_band", type: "STRING", of: ({ rating }) => rating?.previousBand },
  { name: "rule_set", type: "STRING", of: ({ rating }) => rating?.ruleSet },
  { name: "edition", type: "STRING", of: ({ rating }) => rating?.edition },
  { name: "questionnaire", type: "STRING", of: ({ rating }) => rating?.questionnaire },
  { name: "attestation", type: "STRING", of: ({ rating }) => rating?.attestation },
  { name: "signed_at", type: "TIMESTAMP", of: ({ rating }) => instant(rating?.signedAt) },
  { name: "expected_score", type: "DOUBLE", of: ({ expected }) => expected?.score },
  { name: "expected_band", type: "STRING", of: ({ expected }) => expected?.band },
];

/** What moves with answers on North Korean labour: no columns at all for whoever may not see these. */
const restricted: readonly Column[] = [
  { name: "score", type: "DOUBLE", of: ({ rating }) => rating?.figures?.score },
  { name: "confidence", type: "DOUBLE", of: ({ rating }) => rating?.figures?.confidence },
  { name: "is_held_by_floor", type: "BOOLEAN", of: ({ rating }) => rating?.figures?.isHeldByFloor },
  { name: "north_korea", type: "STRING", of: ({ rating }) => rating?.figures?.northKorea },
  { name: "is_disclosed", type: "BOOLEAN", of: ({ rating }) => rating?.figures?.isDisclosed },
  { name: "change", type: "DOUBLE", of: ({ rating }) => rating?.figures?.change },
  { name: "driver", type: "STRING", of: ({ rating }) => rating?.figures?.driver?.code },
  { name: "driver_rule", type: "STRING", of: ({ rating }) => rating?.figures?.driver?.rule },
  { name: "driver_points", type: "DOUBLE", of: ({ rating }) => rating?.figures?.driver?.points },
  { name: "driver_is_floor", type: "BOOLEAN", of: ({ rating }) => rating?.figures?.driver?.isFloor },
];

/** Suppliers with their newest rating as Parquet, `suppliers-2026-11-20.parquet` by the day in UTC, in the order of their numbers. */
export const exportSuppliersParquet = teamUseCase({
  permission: "suppliers.export",
  input: supplierFilterInput,
  events: ["data.exported"],
  async run(ctx, filters, event): Promise<ParquetFile> {
    await noteExport(ctx, event, "suppliers-parquet");
    const view = viewFor(ctx, { ...filters, sort: "ref", direction: "up", page: 1 });
    const columns = readsNorthKorea(ctx) ? [...shownToAll, ...restricted] : shownToAll;
    return {
      name: `suppliers-${isoDay(ctx.clock.now())}.parquet`,
      pieces: parquetPieces(columns, recordsOf(ctx, view)),
    };
  },
});

async function* recordsOf(ctx: TeamContext, view: SupplierView): AsyncGenerator<readonly SupplierRecord[]> {
  for await (const rows of ctx.store.suppliers.export(ctx.organisation.id, filterOf(view)))
    yield rows.map((row) => recordOf(ctx, row));
}
