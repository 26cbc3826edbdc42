import { BandChip } from "#app/components/team/ratings/band";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { MapView } from "#app/views/team/map/map";
import { bandsWorstFirst } from "#terms/bands";

/** How many suppliers stand in each band, and of how many rated. */
export function BandCounts({ byBand, rated }: Pick<MapView, "byBand" | "rated">) {
  const t = useTexts("map");
  const { count, plain } = useNumberFormats();
  return (
    <table className="data-table">
      <caption className="map-caption">{t("bands.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("bands.band")}</th>
          <th scope="col" className="number">
            {t("bands.suppliers")}
          </th>
          <th scope="col" className="number">
            {t("bands.share")}
          </th>
        </tr>
      </thead>
      <tbody>
        {bandsWorstFirst.map((band) => (
          <tr key={band}>
            <th scope="row">
              <BandChip band={band} />
            </th>
            <td className="number">{count(byBand[band])}</td>
            <td className="number">
              {rated === 0 ? "–" : `${plain(Math.round((1000 * byBand[band]) / rated) / 10)} %`}
            </td>
          </tr>
        ))}
        <tr className="sum-row">
          <th scope="row">{t("bands.rated")}</th>
          <td className="number">{count(rated)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}
