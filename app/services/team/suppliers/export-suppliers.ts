import { setImmediate as yieldToOthers } from "node:timers/promises";
import { countryName } from "#app/i18n/country-names";
import { isoDay } from "#app/i18n/dates/days";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, linesOf } from "#app/services/files/csv";
import { type JsonFile, jsonLinesOf } from "#app/services/files/json";
import { type Cell, type WorkbookFile, workbookOf } from "#app/services/files/workbook";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { contactHeadings, contactPlaces, supplierHeadings } from "#app/services/team/supplier-file/own/own-columns";
import { noteExport } from "#app/services/team/trail/note";
import type { Contact } from "#db/records";
import type { SupplierRow, SupplierTable } from "#db/supplier-table";
import type { Rating } from "#scoring/rating";
import type { Band } from "#terms/bands";
import { confidenceRanges } from "#terms/suppliers/confidence-ranges";
import { driverNames } from "./driver-names";
import { filterOf, type SupplierView } from "./filters/supplier-filter";
import { viewFor } from "./filters/view-for";
import { supplierViewInput } from "./filters/view-input";

/**
 * A row, the rating itself where a floor makes the row's band say less than the rating does, and what its driver is called
 * in the questionnaire that it was rated by.
 */
type Exported = SupplierRow & {
  readonly floored?: Rating;
  readonly driverName?: string;
  readonly contacts: readonly Contact[];
};
/** `tells`: it moves with what was answered on North Korean labour. */
type Column = {
  readonly name: string;
  readonly tells?: true;
  of(row: Exported, ctx: TeamContext): string | number | undefined;
};

/** Codes for machines and labels for people, side by side. The names of the columns are the same in every language. */
const columns: readonly Column[] = [
  { name: supplierHeadings.ref, of: ({ supplier }) => supplier.ref },
  { name: supplierHeadings.name, of: ({ supplier }) => supplier.name },
  { name: supplierHeadings.externalId, of: ({ supplier }) => supplier.externalId },
  { name: supplierHeadings.country, of: ({ supplier }) => supplier.country },
  { name: "country_name", of: ({ supplier }, ctx) => countryName(supplier.country, ctx.language) },
  { name: supplierHeadings.place, of: ({ supplier }) => supplier.place },
  // Before there is a rating. Columns of their own: never to be read as a score or a band.
  { name: "expected_before_answers", of: ({ expected }) => expected?.score },
  { name: "expected_band", of: ({ expected }) => expected?.band },
  { name: "expected_band_label", of: ({ expected }, ctx) => expected && expectedLabel(expected.band, ctx) },
  { name: "expected_rule_set", of: ({ expected }) => expected?.ruleSet },
  { name: "expected_edition", of: ({ expected }) => expected?.edition },
  { name: "score", tells: true, of: ({ score }) => score },
  { name: "band", of: ({ band }) => band ?? "none" },
  { name: "band_label", of: (row, ctx) => bandLabel(row, ctx) },
  { name: "floor", tells: true, of: ({ score, floor }) => (score === undefined ? undefined : yesNo(floor)) },
  { name: "confidence", tells: true, of: ({ confidence }) => confidence },
  { name: "unproven", tells: true, of: (row) => (row.score === undefined ? undefined : yesNo(isUnproven(row))) },
  { name: "floor_lifts_band", tells: true, of: ({ score, held }) => (score === undefined ? undefined : yesNo(held)) },
  // Whether no fact holds it, but questions that are still to be answered.
  {
    name: "floor_until_answered",
    tells: true,
    of: ({ score, floored }) => (score === undefined ? undefined : yesNo(isOpen(floored))),
  },
  // What a floor hides: the band of the points alone, and the points without those of the answers that set the floor.
  { name: "score_band", tells: true, of: ({ band, floored }) => floored?.scoreBand ?? band },
  { name: "score_without_floor_answers", tells: true, of: ({ floored }) => floored?.remaining?.score },
  { name: "dprk_labour", tells: true, of: ({ dprk }) => dprk },
  { name: "dprk_labour_label", tells: true, of: ({ dprk }, ctx) => dprk && ctx.t(ctx.language)(`team:dprk.${dprk}`) },
  {
    name: "disclosed",
    tells: true,
    of: ({ score, disclosed }) => (score === undefined ? undefined : yesNo(disclosed)),
  },
  { name: "country_tiers", of: ({ tiers }) => tiers.map(({ country, tier }) => `${country}:${tier}`).join(" ") },
  { name: "driver", tells: true, of: ({ driver }) => driver?.code },
  { name: "driver_label", tells: true, of: ({ driverName }) => driverName },
  { name: "driver_points", tells: true, of: ({ driver }) => driver?.points },
  { name: "driver_floor", tells: true, of: ({ driver }) => driver && yesNo(driver.floor) },
  { name: "change", tells: true, of: ({ change }) => change },
  { name: "previous_band", of: ({ previousBand }) => previousBand },
  { name: "rule_set", of: ({ ruleSet }) => ruleSet },
  { name: "edition", of: ({ edition }) => edition },
  { name: "signed_at_utc", of: ({ signedAt }) => signedAt?.toISOString() },
  { name: "attestation", of: ({ attestation }) => attestation },
  ...contactPlaces.flatMap((place): Column[] => {
    const names = contactHeadings(place);
    const at = ({ contacts }: Exported) => contacts[place - 1];
    return [
      { name: names.name, of: (row) => at(row)?.name },
      { name: names.email, of: (row) => at(row)?.email },
      { name: names.language, of: (row) => at(row)?.language },
    ];
  }),
  { name: supplierHeadings.id, of: ({ supplier }) => supplier.id },
];

/** A good band with little behind it is called unproven, here as in the table. */
function isUnproven({ band, confidence }: SupplierRow): boolean {
  const { below } = confidenceRanges["under-50"];
  return (band === "low" || band === "medium") && confidence !== undefined && confidence < below;
}

function bandLabel(row: SupplierRow, ctx: TeamContext): string {
  const t = ctx.t(ctx.language);
  const band = t(`team:band.${row.band ?? "none"}`);
  return readsNorthKorea(ctx) && isUnproven(row) ? t("team:band.unproven", { band }) : band;
}

function expectedLabel(band: Band, ctx: TeamContext): string {
  const t = ctx.t(ctx.language);
  return t("ratings:expected.label", { band: t(`team:band.${band}`) });
}

function isOpen(rating: Rating | undefined): boolean {
  const reasons = rating?.floor?.reasons ?? [];
  return reasons.length > 0 && reasons.every(({ unverified }) => unverified);
}

const yesNo = (value: boolean) => (value ? "yes" : "no");

/**
 * All rows of a view as a CSV file, `suppliers-2026-11-20.csv` by the day in UTC. Its lines are made as they are sent: 100,000
 * suppliers never stand in memory at once.
 */
export const exportSuppliers = teamUseCase({
  permission: "suppliers.export",
  input: supplierViewInput.omit({ page: true }),
  events: ["data.exported"],
  async run(ctx, view, event): Promise<CsvFile> {
    await noteExport(ctx, event, "suppliers-csv");
    return {
      name: `suppliers-${isoDay(ctx.clock.now())}.csv`,
      lines: linesOf(tableOf(ctx, { ...view, page: 1 })),
    };
  },
});

/** The same as a workbook, in which a spreadsheet changes no number of the buyer's and no name. */
export const exportSuppliersWorkbook = teamUseCase({
  permission: "suppliers.export",
  input: supplierViewInput.omit({ page: true }),
  events: ["data.exported"],
  async run(ctx, view, event): Promise<WorkbookFile> {
    await noteExport(ctx, event, "suppliers-xlsx");
    return workbookOf(`suppliers-${isoDay(ctx.clock.now())}.xlsx`, tableOf(ctx, { ...view, page: 1 }));
  },
});

/** The same for programs, with numbers as numbers. */
export const exportSuppliersJson = teamUseCase({
  permission: "suppliers.export",
  input: supplierViewInput.omit({ page: true }),
  events: ["data.exported"],
  async run(ctx, view, event): Promise<JsonFile> {
    await noteExport(ctx, event, "suppliers-json");
    return {
      name: `suppliers-${isoDay(ctx.clock.now())}.json`,
      lines: jsonLinesOf(tableOf(ctx, { ...view, page: 1 })),
    };
  },
});

async function* tableOf(ctx: TeamContext, wanted: SupplierView): AsyncGenerator<readonly Cell[]> {
  const view = viewFor(ctx, wanted);
  const shown = columns.filter(({ tells }) => !tells || readsNorthKorea(ctx));
  const org = ctx.organisation.id;
  const campaigns = view.campaign === undefined ? [] : await ctx.store.campaigns.list(org);
  const known = campaigns.some(({ id }) => id === view.campaign);
  yield shown.map(({ name }) => name);
  for await (const rows of ctx.store.suppliers.export(org, filterOf(known ? view : { ...view, campaign: undefined }))) {
    const drivers = await driverNames(ctx, rows);
    const contacts = await contactsBySupplier(ctx, rows);
    for (const row of rows) {
      const driverName = row.driver && drivers.code(row, row.driver);
      const known = contacts.get(row.supplier.id) ?? [];
      const exported = { ...row, ...(await flooredOf(ctx, row)), driverName, contacts: known };
      yield shown.map((column) => column.of(exported, ctx));
    }
  }
}

async function contactsBySupplier(ctx: TeamContext, rows: SupplierTable["rows"]) {
  const ids = rows.map(({ supplier }) => supplier.id);
  const found = await ctx.store.suppliers.match(ctx.organisation.id, { externalIds: [], emails: [], names: [], ids });
  return new Map(found.map(({ supplier, contacts }) => [supplier.id, contacts]));
}

/** Few ratings have a floor; reading each of them lets others have their turn. */
async function flooredOf(ctx: TeamContext, row: SupplierRow): Promise<Pick<Exported, "floored">> {
  if (!row.floor) return {};
  await yieldToOthers();
  const newest = await ctx.store.ratings.latest(ctx.organisation.id, row.supplier.id);
  // Rated again since the row was read: the figures of two ratings must not stand in one line.
  return newest && newest.rating.score === row.score ? { floored: newest.rating } : {};
}
