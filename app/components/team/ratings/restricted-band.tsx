import { useTexts } from "#app/i18n/texts/use-texts";
import type { Band } from "#terms/bands";
import { BandGlyph } from "./band";

/**
 * A band for somebody who does not see answers on North Korean labour, the same for every supplier. Nothing says how far a good
 * one is proven, so that it reassures nobody; high and critical stand as they are.
 */
export function RestrictedBand({ band, large = false }: { band: Band; large?: boolean }) {
  const t = useTexts("team");
  const hollow = band === "low" || band === "medium";
  const classes = ["band", `band-${hollow ? "unproven" : band}`, large && "band-large"].filter(Boolean).join(" ");
  return (
    <>
      <span className={classes}>
        <BandGlyph band={band} unproven={hollow} />
        {t(`band.${band}`)}
      </span>{" "}
      <span className="second-line">{t("northKorea.restricted")}</span>
    </>
  );
}
