import { TierMark } from "#app/components/team/ratings/marks";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { MapView } from "#app/views/team/suppliers/map";

/** Every country of the map with its numbers. */
export function CountryTable({ countries, listed }: Pick<MapView, "countries" | "listed">) {
  const t = useTexts("map");
  const { count } = useNumberFormats();
  return (
    <section className="map-table">
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
          </tr>
        </thead>
        <tbody>
          {countries.map(({ code, name, tier, suppliers, grave, rated, href }) => (
            <tr key={code}>
              <th scope="row">
                <Link to={href}>{name}</Link>
              </th>
              <td>
                <TierMark country={code} name={name} tier={tier} />
              </td>
              <td className="number">{count(suppliers)}</td>
              <td className="number">{t("table.graveOf", { grave: count(grave), rated: count(rated) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small dim">{t("table.foot", { count: count(countries.length), listed: count(listed) })}</p>
      <p className="small dim">{t("table.hint")}</p>
    </section>
  );
}
