import type { TeamContext } from "#app/services/context";
import { countryName } from "#app/services/country-names";
import { csvLine } from "#app/services/team/csv";
import type { SupplierRow } from "#db/supplier-table";
import { filterOf, readSupplierView } from "./supplier-filter";
import { driverText } from "./supplier-lines";

// Without it a spreadsheet guesses an old code page, and every name that is not Latin is spoiled.
const byteOrderMark = "\uFEFF";

type Column = { readonly name: string; of(row: SupplierRow, ctx: TeamContext): string | number | undefined };

/** Codes for machines and labels for people, side by side. The names of the columns are the same in every language. */
const columns: readonly Column[] = [
  { name: "supplier_ref", of: ({ supplier }) => supplier.ref },
  { name: "supplier_name", of: ({ supplier }) => supplier.name },
  { name: "external_id", of: ({ supplier }) => supplier.externalId },
  { name: "country", of: ({ supplier }) => supplier.country },
  { name: "country_name", of: ({ supplier }, ctx) => countryName(supplier.country, ctx.language) },
  { name: "place", of: ({ supplier }) => supplier.place },
  { name: "score", of: ({ score }) => score },
  { name: "band", of: ({ band }) => band ?? "none" },
  { name: "band_label", of: ({ band }, ctx) => ctx.t(ctx.language)(`team:band.${band ?? "none"}`) },
  { name: "floor", of: ({ score, floor }) => (score === undefined ? undefined : yesNo(floor)) },
  { name: "confidence", of: ({ confidence }) => confidence },
  { name: "dprk_labour", of: ({ dprk }) => dprk },
  { name: "dprk_labour_label", of: ({ dprk }, ctx) => dprk && ctx.t(ctx.language)(`team:dprk.${dprk}`) },
  { name: "disclosed", of: ({ score, disclosed }) => (score === undefined ? undefined : yesNo(disclosed)) },
  { name: "country_tiers", of: ({ tiers }) => tiers.map(({ country, tier }) => `${country}:${tier}`).join(" ") },
  { name: "driver", of: ({ driver }) => driver?.code },
  { name: "driver_label", of: ({ driver }, ctx) => driver && driverText(ctx, driver.code) },
  { name: "driver_points", of: ({ driver }) => driver?.points },
  { name: "driver_floor", of: ({ driver }) => driver && yesNo(driver.floor) },
  { name: "change", of: ({ change }) => change },
  { name: "previous_band", of: ({ previousBand }) => previousBand },
  { name: "rule_set", of: ({ ruleSet }) => ruleSet },
  { name: "edition", of: ({ edition }) => edition },
  { name: "signed_at_utc", of: ({ signedAt }) => signedAt?.toISOString() },
  { name: "attestation", of: ({ attestation }) => attestation },
  { name: "supplier_id", of: ({ supplier }) => supplier.id },
];

const yesNo = (value: boolean) => (value ? "yes" : "no");

/**
 * All rows of a view as CSV text in UTF-8, in pieces: 100,000 suppliers never stand in memory at once.
 * @throws Problem "not-allowed" without the permission
 */
export function exportSuppliers(ctx: TeamContext, params: URLSearchParams): AsyncIterable<string> {
  ctx.require("suppliers.export");
  return csvOf(ctx, params);
}

async function* csvOf(ctx: TeamContext, params: URLSearchParams): AsyncGenerator<string> {
  const org = ctx.organisation.id;
  const view = readSupplierView(params);
  const campaigns = view.campaign === undefined ? [] : await ctx.store.campaigns.list(org);
  const known = campaigns.some(({ id }) => id === view.campaign);
  yield byteOrderMark + csvLine(columns.map(({ name }) => name));
  for await (const rows of ctx.store.suppliers.export(org, filterOf(known ? view : { ...view, campaign: undefined }))) {
    yield rows.map((row) => csvLine(columns.map((column) => column.of(row, ctx)))).join("");
  }
}

/** `suppliers-2026-11-20.csv`, by the day in UTC. */
export function exportName(ctx: TeamContext): string {
  return `suppliers-${ctx.clock.now().toISOString().slice(0, 10)}.csv`;
}
