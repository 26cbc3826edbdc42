import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { PagePart } from "#app/components/team/supplier/page-part";
import { SiteWorkings } from "#app/components/team/supplier/sum/site-workings";
import { DataTable } from "#app/components/team/tables/data-table";
import type { SitesView } from "#app/views/team/supplier/record";
import { inherentParts } from "#terms/inherent-parts";
import { SiteMap } from "./site-map";

/** What place and trade put into the rating, site by site. */
export function Sites({ map, sites, worstShare, isMeanCapped, weights, factors }: SitesView) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const shares = t("page.sites.caption", { worst: worstShare, mean: 100 - worstShare });
  const head = (
    <>
      <th scope="col">{t("page.sites.site")}</th>
      <th scope="col">{t("page.sites.country")}</th>
      <th scope="col" className="number">
        {t("page.sites.workers")}
      </th>
      {inherentParts.map((part) => (
        <th key={part} scope="col" className="number">
          <span className="question-code">{part}</span> {factors[part]}
        </th>
      ))}
      <th scope="col" className="number">
        {t("page.sites.inherent")}
      </th>
    </>
  );
  return (
    <PagePart id="sites" title={t("page.sites.title")} count={figures.count(sites.length)}>
      <SiteMap {...map} />
      <DataTable
        label={t("page.sites.title")}
        caption={isMeanCapped ? `${shares} ${t("page.sites.capped")}` : shares}
        head={head}
      >
        <tbody>
          {sites.map((site) => (
            <tr key={site.id}>
              <th scope="row">
                <bdi>{site.name}</bdi>
              </th>
              <td>
                {site.country}, {site.tier}
              </td>
              <td className="number">{figures.count(site.workers)}</td>
              {inherentParts.map((part) => (
                <td key={part} className="number">
                  {figures.exact(site[part])}
                </td>
              ))}
              <td className="number">
                <strong>{figures.exact(site.inherent)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {sites.map((site) =>
        site.workforce ? (
          <SiteWorkings key={site.id} site={site} terms={site.workforce} weights={weights} factors={factors} />
        ) : null,
      )}
    </PagePart>
  );
}
