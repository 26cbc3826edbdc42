import { TierMark } from "#app/components/team/ratings/marks";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { MapView } from "#app/views/team/map/map";
import { fewestForMedian } from "#terms/points";

/** Every country of the map with its numbers. */
export function CountryTable({ countries, listed, points }: Pick<MapView, "countries" | "listed" | "points">) {
  const t = useTexts("map");
  const { count, points: score } = useNumberFormats();
  const showsScores = points !== undefined;
  return (
    <section className="map-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="data-table-scroll" aria-label={t("table.title")} tabIndex={0}>
        <table className="data-table">
          <caption className="data-table-caption">{t("table.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("table.country")}</th>
              <th scope="col">{t("table.tier")}</th>
              <th scope="col" className="number">
                {t("table.suppliers")}
              </th>
              <th scope="col" className="number">
                {t("table.grave")}
              </th>
              {showsScores && (
                <th scope="col" className="number">
                  {t("table.median")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {countries.map(({ code, name, tier, suppliers, grave, rated, median, href }) => (
              <tr key={code}>
                <th scope="row">
                  <Link to={href}>{name}</Link>
                </th>
                <td>
                  <TierMark country={code} name={name} tier={tier} />
                </td>
                <td className="number">{count(suppliers)}</td>
                <td className="number">{t("table.graveOf", { grave: count(grave), rated: count(rated) })}</td>
                {showsScores && (
                  <td className="number">
                    {median === undefined ? <span className="dim">{t("table.few")}</span> : score(median)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="small dim">{t("table.foot", { count: count(countries.length), listed: count(listed) })}</p>
      <p className="small dim">{t("table.hint")}</p>
      {showsScores && <p className="small dim">{t("table.medianHint", { fewest: fewestForMedian })}</p>}
    </section>
  );
}
