import { countryName } from "#app/i18n/country-names";
import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { contactHeadings, contactPlaces, supplierHeadings } from "#app/services/team/supplier-file/own/own-columns";
import type { Contact } from "#db/records";
import type { PartialRow } from "#db/supplier-table";
import type { Rating } from "#scoring/rating";
import { confidenceRanges } from "#terms/suppliers/confidence-ranges";
import type { ChosenColumn } from "#terms/suppliers/supplier-columns";
import { type Besides, column, type ExportColumn, type Who } from "./column";

/** Codes for machines and labels for people, side by side. The names of the columns are the same in every language. */
const columns: readonly ExportColumn[] = [
  column({ name: supplierHeadings.ref, of: ({ supplier }) => supplier.ref }),
  column({ name: supplierHeadings.name, of: ({ supplier }) => supplier.name }),
  column({ name: supplierHeadings.externalId, of: ({ supplier }) => supplier.externalId }),
  column({ name: supplierHeadings.country, of: ({ supplier }) => supplier.country }),
  column({ name: "country_name", of: ({ supplier }, ctx) => countryName(supplier.country, ctx.language) }),
  column({ name: supplierHeadings.place, of: ({ supplier }) => supplier.place }),
  // Before there is a rating. Columns of their own: never to be read as a score or a band.
  column({
    name: "expected_before_answers",
    with: ["rating", "expected"],
    reads: ["expected"],
    of: ({ expected }) => expected?.score,
  }),
  column({
    name: "expected_band",
    with: ["rating", "expected"],
    reads: ["expected"],
    of: ({ expected }) => expected?.band,
  }),
  column({
    name: "expected_band_label",
    with: ["rating", "expected"],
    reads: ["expected"],
    of: ({ expected }, _, { labels }) => expected && labels.expected(expected.band),
  }),
  column({ name: "expected_rule_set", isExtra: true, reads: ["expected"], of: ({ expected }) => expected?.ruleSet }),
  column({ name: "expected_edition", isExtra: true, reads: ["expected"], of: ({ expected }) => expected?.edition }),
  column({ name: "score", with: ["rating"], tells: true, reads: ["score"], of: ({ score }) => score }),
  column({ name: "band", with: ["rating"], reads: ["band"], of: ({ band }) => band ?? "none" }),
  column({
    name: "band_label",
    with: ["rating"],
    reads: ["band", "confidence"],
    of: (row, _, { labels }) => labels.band(row.band, isUnproven(row)),
  }),
  column({
    name: "floor",
    isExtra: true,
    tells: true,
    reads: ["score", "floor"],
    of: ({ score, floor }) => (score === undefined ? undefined : yesNo(floor)),
  }),
  column({
    name: "confidence",
    with: ["confidence"],
    tells: true,
    reads: ["confidence"],
    of: ({ confidence }) => confidence,
  }),
  column({
    name: "unproven",
    with: ["rating", "confidence"],
    tells: true,
    reads: ["score", "band", "confidence"],
    of: (row) => (row.score === undefined ? undefined : yesNo(isUnproven(row))),
  }),
  column({
    name: "floor_lifts_band",
    with: ["rating"],
    tells: true,
    reads: ["score", "held"],
    of: ({ score, held }) => (score === undefined ? undefined : yesNo(held)),
  }),
  // Whether no fact holds it, but questions that are still to be answered.
  column({
    name: "floor_until_answered",
    isExtra: true,
    needs: "floored",
    tells: true,
    reads: ["score", "floor"],
    of: (row, _, { floored }) => (row.score === undefined ? undefined : yesNo(isOpen(floored(row)))),
  }),
  // What a floor hides: the band of the points alone, and the points without those of the answers that set the floor.
  column({
    name: "score_band",
    isExtra: true,
    needs: "floored",
    tells: true,
    reads: ["band", "score", "floor"],
    of: (row, _, { floored }) => floored(row)?.scoreBand ?? row.band,
  }),
  column({
    name: "score_without_floor_answers",
    isExtra: true,
    needs: "floored",
    tells: true,
    reads: ["score", "floor"],
    of: (row, _, { floored }) => floored(row)?.remaining?.score,
  }),
  column({ name: "dprk_labour", with: ["dprk"], tells: true, reads: ["dprk"], of: ({ dprk }) => dprk }),
  column({
    name: "dprk_labour_label",
    with: ["dprk"],
    tells: true,
    reads: ["dprk"],
    of: ({ dprk }, _, { labels }) => dprk && labels.dprk(dprk),
  }),
  column({
    name: "disclosed",
    with: ["dprk"],
    tells: true,
    reads: ["score", "disclosed"],
    of: ({ score, disclosed }) => (score === undefined ? undefined : yesNo(disclosed)),
  }),
  column({
    name: "country_tiers",
    with: ["tiers"],
    reads: ["tiers"],
    of: ({ tiers }, _, { labels }) => labels.tiers(tiers),
  }),
  column({ name: "driver", with: ["driver"], tells: true, reads: ["driver"], of: ({ driver }) => driver?.code }),
  column({
    name: "driver_label",
    with: ["driver"],
    needs: "driverName",
    tells: true,
    reads: ["driver", "questionnaire", "ruleSet"],
    of: (row, _, { driverName }) => driverName(row),
  }),
  column({
    name: "driver_points",
    with: ["driver"],
    tells: true,
    reads: ["driver"],
    of: ({ driver }) => driver?.points,
  }),
  column({
    name: "driver_floor",
    with: ["driver"],
    tells: true,
    reads: ["driver"],
    of: ({ driver }) => driver && yesNo(driver.floor),
  }),
  column({ name: "change", with: ["change"], tells: true, reads: ["change"], of: ({ change }) => change }),
  column({
    name: "previous_band",
    with: ["rating", "change"],
    reads: ["previousBand"],
    of: ({ previousBand }) => previousBand,
  }),
  column({ name: "rule_set", with: ["rating"], reads: ["ruleSet"], of: ({ ruleSet }) => ruleSet }),
  column({ name: "edition", with: ["rating"], reads: ["edition"], of: ({ edition }) => edition }),
  column({ name: "signed_at_utc", with: ["signed"], reads: ["signedAt"], of: ({ signedAt }) => signedAt }),
  column({
    name: "open_findings",
    tells: true,
    with: ["findings"],
    needs: "open",
    of: (row, _, { open }) => open(row)?.findings ?? 0,
  }),
  column({
    name: "open_actions",
    tells: true,
    with: ["actions"],
    needs: "open",
    of: (row, _, { open }) => open(row)?.actions ?? 0,
  }),
  column({ name: "looked_after_by", with: ["owner"], reads: ["owner"], of: (row, _, { ownerName }) => ownerName(row) }),
  column({ name: "team_tags", with: ["tags"], reads: ["tags"], of: (row, _, { tagNames }) => tagNames(row) }),
  column({
    name: "answered_at_utc",
    tells: true,
    with: ["answered"],
    needs: "open",
    of: (row, _, { open }) => open(row)?.answeredAt,
  }),
  column({ name: "attestation", isExtra: true, reads: ["attestation"], of: ({ attestation }) => attestation }),
  ...contactPlaces.flatMap((place): ExportColumn[] => {
    const names = contactHeadings(place);
    const at = (row: Who, _: TeamContext, { contacts }: Besides): Contact | undefined => contacts(row)[place - 1];
    return [
      column({ name: names.name, isExtra: true, needs: "contacts", of: (...asked) => at(...asked)?.name }),
      column({ name: names.email, isExtra: true, needs: "contacts", of: (...asked) => at(...asked)?.email }),
      column({ name: names.language, isExtra: true, needs: "contacts", of: (...asked) => at(...asked)?.language }),
    ];
  }),
  column({ name: supplierHeadings.id, of: ({ supplier }) => supplier.id }),
];

/** A good band with little behind it is called unproven, here as in the table. */
function isUnproven({ band, confidence }: PartialRow<"band" | "confidence">): boolean {
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
