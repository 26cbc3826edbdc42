import { countryName } from "#app/i18n/country-names";
import type { TeamContext } from "#app/services/context/contexts";
import type { Cell } from "#app/services/files/workbook";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { contactHeadings, contactPlaces, supplierHeadings } from "#app/services/team/supplier-file/own/own-columns";
import type { Contact } from "#db/records";
import type { OpenWork, SupplierRow } from "#db/supplier-table";
import type { Rating } from "#scoring/rating";
import { confidenceRanges } from "#terms/suppliers/confidence-ranges";
import type { ChosenColumn } from "#terms/suppliers/supplier-columns";
import type { ExportLabels } from "./labels";

/** What is read besides a row, for those columns that need it. Asked for, not copied: half the columns need none of it. */
export type Besides = {
  /** The rating itself where a floor makes the row's band say less than the rating does. */
  floored(row: SupplierRow): Rating | undefined;
  /** What its driver is called in the questionnaire that it was rated by. */
  driverName(row: SupplierRow): string | undefined;
  contacts(row: SupplierRow): readonly Contact[];
  open(row: SupplierRow): OpenWork | undefined;
  ownerName(row: SupplierRow): string | undefined;
  tagNames(row: SupplierRow): string | undefined;
  readonly labels: ExportLabels;
};
export type Need = "floored" | "driverName" | "contacts" | "open";
/**
 * `tells`: it moves with what was answered on North Korean labour. `with`: the columns of the table that it stands for; without
 * any it goes with the name. `isExtra`: only an export of everything has it.
 */
export type ExportColumn = {
  readonly name: string;
  readonly tells?: true;
  readonly with?: readonly ChosenColumn[];
  readonly isExtra?: true;
  readonly needs?: Need;
  of(row: SupplierRow, ctx: TeamContext, besides: Besides): Cell;
};

/** Codes for machines and labels for people, side by side. The names of the columns are the same in every language. */
const columns: readonly ExportColumn[] = [
  { name: supplierHeadings.ref, of: ({ supplier }) => supplier.ref },
  { name: supplierHeadings.name, of: ({ supplier }) => supplier.name },
  { name: supplierHeadings.externalId, of: ({ supplier }) => supplier.externalId },
  { name: supplierHeadings.country, of: ({ supplier }) => supplier.country },
  { name: "country_name", of: ({ supplier }, ctx) => countryName(supplier.country, ctx.language) },
  { name: supplierHeadings.place, of: ({ supplier }) => supplier.place },
  // Before there is a rating. Columns of their own: never to be read as a score or a band.
  { name: "expected_before_answers", with: ["rating", "expected"], of: ({ expected }) => expected?.score },
  { name: "expected_band", with: ["rating", "expected"], of: ({ expected }) => expected?.band },
  {
    name: "expected_band_label",
    with: ["rating", "expected"],
    of: ({ expected }, _, { labels }) => expected && labels.expected(expected.band),
  },
  { name: "expected_rule_set", isExtra: true, of: ({ expected }) => expected?.ruleSet },
  { name: "expected_edition", isExtra: true, of: ({ expected }) => expected?.edition },
  { name: "score", with: ["rating"], tells: true, of: ({ score }) => score },
  { name: "band", with: ["rating"], of: ({ band }) => band ?? "none" },
  { name: "band_label", with: ["rating"], of: (row, _, { labels }) => labels.band(row.band, isUnproven(row)) },
  {
    name: "floor",
    isExtra: true,
    tells: true,
    of: ({ score, floor }) => (score === undefined ? undefined : yesNo(floor)),
  },
  { name: "confidence", with: ["confidence"], tells: true, of: ({ confidence }) => confidence },
  {
    name: "unproven",
    with: ["rating", "confidence"],
    tells: true,
    of: (row) => (row.score === undefined ? undefined : yesNo(isUnproven(row))),
  },
  {
    name: "floor_lifts_band",
    with: ["rating"],
    tells: true,
    of: ({ score, held }) => (score === undefined ? undefined : yesNo(held)),
  },
  // Whether no fact holds it, but questions that are still to be answered.
  {
    name: "floor_until_answered",
    isExtra: true,
    needs: "floored",
    tells: true,
    of: (row, _, { floored }) => (row.score === undefined ? undefined : yesNo(isOpen(floored(row)))),
  },
  // What a floor hides: the band of the points alone, and the points without those of the answers that set the floor.
  {
    name: "score_band",
    isExtra: true,
    needs: "floored",
    tells: true,
    of: (row, _, { floored }) => floored(row)?.scoreBand ?? row.band,
  },
  {
    name: "score_without_floor_answers",
    isExtra: true,
    needs: "floored",
    tells: true,
    of: (row, _, { floored }) => floored(row)?.remaining?.score,
  },
  { name: "dprk_labour", with: ["dprk"], tells: true, of: ({ dprk }) => dprk },
  {
    name: "dprk_labour_label",
    with: ["dprk"],
    tells: true,
    of: ({ dprk }, _, { labels }) => dprk && labels.dprk(dprk),
  },
  {
    name: "disclosed",
    with: ["dprk"],
    tells: true,
    of: ({ score, disclosed }) => (score === undefined ? undefined : yesNo(disclosed)),
  },
  {
    name: "country_tiers",
    with: ["tiers"],
    of: ({ tiers }) => tiers.map(({ country, tier }) => `${country}:${tier}`).join(" "),
  },
  { name: "driver", with: ["driver"], tells: true, of: ({ driver }) => driver?.code },
  {
    name: "driver_label",
    with: ["driver"],
    needs: "driverName",
    tells: true,
    of: (row, _, { driverName }) => driverName(row),
  },
  { name: "driver_points", with: ["driver"], tells: true, of: ({ driver }) => driver?.points },
  { name: "driver_floor", with: ["driver"], tells: true, of: ({ driver }) => driver && yesNo(driver.floor) },
  { name: "change", with: ["change"], tells: true, of: ({ change }) => change },
  { name: "previous_band", with: ["rating", "change"], of: ({ previousBand }) => previousBand },
  { name: "rule_set", with: ["rating"], of: ({ ruleSet }) => ruleSet },
  { name: "edition", with: ["rating"], of: ({ edition }) => edition },
  { name: "signed_at_utc", with: ["signed"], of: ({ signedAt }) => signedAt },
  {
    name: "open_findings",
    tells: true,
    with: ["findings"],
    needs: "open",
    of: (row, _, { open }) => open(row)?.findings ?? 0,
  },
  {
    name: "open_actions",
    tells: true,
    with: ["actions"],
    needs: "open",
    of: (row, _, { open }) => open(row)?.actions ?? 0,
  },
  { name: "looked_after_by", with: ["owner"], of: (row, _, { ownerName }) => ownerName(row) },
  { name: "team_tags", with: ["tags"], of: (row, _, { tagNames }) => tagNames(row) },
  {
    name: "answered_at_utc",
    tells: true,
    with: ["answered"],
    needs: "open",
    of: (row, _, { open }) => open(row)?.answeredAt,
  },
  { name: "attestation", isExtra: true, of: ({ attestation }) => attestation },
  ...contactPlaces.flatMap((place): ExportColumn[] => {
    const names = contactHeadings(place);
    const at: (...asked: Parameters<ExportColumn["of"]>) => Contact | undefined = (row, _, { contacts }) =>
      contacts(row)[place - 1];
    return [
      { name: names.name, isExtra: true, needs: "contacts", of: (...asked) => at(...asked)?.name },
      { name: names.email, isExtra: true, needs: "contacts", of: (...asked) => at(...asked)?.email },
      { name: names.language, isExtra: true, needs: "contacts", of: (...asked) => at(...asked)?.language },
    ];
  }),
  { name: supplierHeadings.id, of: ({ supplier }) => supplier.id },
];

/** A good band with little behind it is called unproven, here as in the table. */
function isUnproven({ band, confidence }: SupplierRow): boolean {
  const { below } = confidenceRanges["under-50"];
  return (band === "low" || band === "medium") && confidence !== undefined && confidence < below;
}

function isOpen(rating: Rating | undefined): boolean {
  const reasons = rating?.floor?.reasons ?? [];
  return reasons.length > 0 && reasons.every(({ unverified }) => unverified);
}

const yesNo = (value: boolean) => (value ? "yes" : "no");

/** The columns of an export that somebody may take away: all there are, or those that stand for what a view shows, in its order. */
export function exportColumns(ctx: TeamContext, shown?: readonly ChosenColumn[]): readonly ExportColumn[] {
  const allowed = columns.filter(({ tells }) => !tells || readsNorthKorea(ctx));
  if (shown === undefined) return allowed;
  const who = allowed.filter((column) => column.with === undefined && !column.isExtra);
  const [id, ...names] = [...who].reverse();
  const chosen = shown.flatMap((one) => allowed.filter((column) => column.with?.includes(one)));
  return [...new Set([...names.reverse(), ...chosen, ...(id ? [id] : [])])];
}
