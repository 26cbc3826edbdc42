import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { BandShares } from "#app/pictures/band-shares";
import { Link } from "#app/router/api/navigation";
import type { CampaignSpread, MapView } from "#app/views/team/map/map";
import { bandsWorstFirst } from "#terms/bands";

/** The bands of those whom each campaign asked. */
export function CampaignBands({ campaigns }: Pick<MapView, "campaigns">) {
  const t = useTexts("map");
  const team = useTexts("team");
  if (campaigns.length === 0) return null;
  return (
    <section>
      <h2>{t("campaigns.title")}</h2>
      <p className="small dim">{t("campaigns.lead")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="data-table-scroll" aria-label={t("campaigns.title")} tabIndex={0}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t("campaigns.campaign")}</th>
              <th scope="col" className="number">
                {t("campaigns.asked")}
              </th>
              <th scope="col" className="share-cell">
                {t("campaigns.spread")}
              </th>
              {bandsWorstFirst.map((band) => (
                <th key={band} scope="col" className="number">
                  {team(`band.${band}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {campaigns.map((campaign) => (
              <Campaign key={campaign.id} {...campaign} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Campaign({ id, name, all, byBand }: CampaignSpread) {
  const t = useTexts("map");
  const { count } = useNumberFormats();
  const said = Object.fromEntries(Object.entries(byBand).map(([band, suppliers]) => [band, count(suppliers)]));
  return (
    <tr>
      <th scope="row">
        <Link to={`/campaigns/${id}`}>
          <bdi>{name}</bdi>
        </Link>
      </th>
      <td className="number">{count(all)}</td>
      <td className="share-cell">
        <BandShares byBand={byBand} all={all} title={t("campaigns.pictured", { name, ...said })} />
      </td>
      {bandsWorstFirst.map((band) => (
        <td key={band} className="number">
          {count(byBand[band])}
        </td>
      ))}
    </tr>
  );
}
