import { useTranslation } from "react-i18next";
import { Link } from "#app/router/api/navigation";
import { type TableBand, tableBands } from "#terms/bands";
import { BandGlyph } from "./band";
import { useNumberFormats } from "./number-formats";

type BandStripProps = {
  counts: Readonly<Record<TableBand, number>>;
  /** Where a band leads: the table with that band only. */
  hrefOf: (band: TableBand) => string;
  current?: readonly TableBand[];
};

/** How many suppliers are in each band; each band is a link that filters. */
export function BandStrip({ counts, hrefOf, current = [] }: BandStripProps) {
  const { t } = useTranslation("team");
  const figures = useNumberFormats();
  const all = tableBands.reduce((sum, band) => sum + counts[band], 0);
  return (
    <ul className="band-strip" aria-label={t("band.strip")}>
      {tableBands.map((band) => (
        <li key={band}>
          <Link to={hrefOf(band)} aria-current={current.includes(band) ? "true" : undefined}>
            <span className="word">
              <span className={`ink-${band}`}>
                <BandGlyph band={band} />
              </span>
              {t(`band.${band}`)}
            </span>
            <span className="num">
              {figures.count(counts[band])}
              <span className="visually-hidden"> {t("ofAll", { all })}</span>
            </span>
            <svg className="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect className="share-of" width="100" height="4" />
              <rect className="share-in" width={all === 0 ? 0 : (counts[band] / all) * 100} height="4" />
            </svg>
          </Link>
        </li>
      ))}
    </ul>
  );
}
