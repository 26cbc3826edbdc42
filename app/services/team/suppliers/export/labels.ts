import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { Band } from "#terms/bands";
import type { DprkState } from "#terms/dprk-states";

/** What the codes of an export are called in the language of whoever takes it away. */
export type ExportLabels = {
  band(band: Band | "none" | undefined, isUnproven: boolean): string;
  expected(band: Band): string;
  dprk(state: DprkState): string;
};

/** Looked up once for each of a dozen codes and not for each of a hundred thousand rows (`export.csv.rows_per_s`). */
export function exportLabels(ctx: TeamContext): ExportLabels {
  const t = ctx.t(ctx.language);
  const saysUnproven = readsNorthKorea(ctx);
  const ofBand = once((band: Band | "none") => t(`team:band.${band}`));
  const ofUnproven = once((band: Band | "none") => t("team:band.unproven", { band: ofBand(band) }));
  return {
    band: (band = "none", isUnproven) => (isUnproven && saysUnproven ? ofUnproven(band) : ofBand(band)),
    expected: once((band) => t("ratings:expected.label", { band: ofBand(band) })),
    dprk: once((state) => t(`team:dprk.${state}`)),
  };
}

function once<Code extends string>(name: (code: Code) => string): (code: Code) => string {
  const known = new Map<Code, string>();
  return (code) => {
    const label = known.get(code) ?? name(code);
    known.set(code, label);
    return label;
  };
}
