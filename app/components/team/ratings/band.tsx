import { useTexts } from "#app/i18n/texts/use-texts";
import { provenConfidence, type TableBand } from "#terms/bands";

const shapes: Record<TableBand, string> = {
  low: "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z",
  medium: "M1.2 1.2h9.6v9.6H1.2z",
  high: "M6 .6l5.8 10.4H.2z",
  critical: "M3.5 0h5L12 3.5v5L8.5 12h-5L0 8.5v-5zM2.4 4.9v2.2h7.2V4.9z",
  none: "M1.5 5.4h9v1.2h-9z",
};

/** The shape of a band; hollow and broken while it is unproven. */
export function BandGlyph({ band, unproven = false }: { band: TableBand; unproven?: boolean }) {
  return (
    <svg className={unproven ? "glyph glyph-unproven" : "glyph"} viewBox="0 0 12 12" aria-hidden="true">
      <path fillRule="evenodd" d={shapes[band]} />
    </svg>
  );
}

/** A good band with too little confidence: nothing good is proven, while high and critical stand as they are. */
export function isUnproven(band: TableBand, confidence?: number): boolean {
  return (band === "low" || band === "medium") && confidence !== undefined && confidence < provenConfidence;
}

/** The chip of a band with its word. `confidence` in points, 0 to 100. */
export function BandChip({
  band,
  confidence,
  large = false,
}: {
  band: TableBand;
  confidence?: number;
  large?: boolean;
}) {
  const t = useTexts("team");
  const unproven = isUnproven(band, confidence);
  const classes = ["band", `band-${unproven ? "unproven" : band}`, large && "band-large"].filter(Boolean).join(" ");
  return (
    <span className={classes}>
      <BandGlyph band={band} unproven={unproven} />
      {unproven ? t("band.unproven", { band: t(`band.${band}`) }) : t(`band.${band}`)}
    </span>
  );
}
