import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { SupplierRow } from "#db/supplier-table";
import type { Band } from "#terms/bands";
import type { DprkState } from "#terms/dprk-states";

/** What the codes of an export are called in the language of whoever takes it away. */
export type ExportLabels = {
  band(band: Band | "none" | undefined, isUnproven: boolean): string;
  expected(band: Band): string;
  dprk(state: DprkState): string;
  tiers(tiers: SupplierRow["tiers"]): string;
};

/** Made once for each of a dozen codes and not for each of a hundred thousand rows (`export.csv.rows_per_s`). */
export function exportLabels(ctx: TeamContext): ExportLabels {
  const t = ctx.t(ctx.language);
  const saysUnproven = readsNorthKorea(ctx);
  const ofBand = once((band: Band | "none") => t(`team:band.${band}`));
  const ofUnproven = once((band: Band | "none") => t("team:band.unproven", { band: ofBand(band) }));
  return {
    band: (band = "none", isUnproven) => (isUnproven && saysUnproven ? ofUnproven(band) : ofBand(band)),
    expected: once((band) => t("ratings:expected.label", { band: ofBand(band) })),
    dprk: once((state) => t(`team:dprk.${state}`)),
    // Suppliers with the same sites may share their list.
    tiers: once((tiers) => tiers.map(({ country, tier }) => `${country}:${tier}`).join(" ")),
  };
}

/** What was made of as many is forgotten: where every supplier has a list of its own, they would pile up. */
const most = 1_000;

function once<Key>(make: (key: Key) => string): (key: Key) => string {
  const known = new Map<Key, string>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size === most) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
