import { useTranslation } from "react-i18next";
import { useFigures } from "#app/components/team/ratings/figures";
import { DataTable } from "#app/components/team/tables/data-table";

export type SiteLine = {
  id: string;
  name: string;
  country: string;
  tier: string;
  workers: number;
  C: number;
  S: number;
  W: number;
  T: number;
  inherent: number;
};

export type SitesProps = {
  sites: readonly SiteLine[];
  /** How much of the whole the worst site makes up by itself, in percent. */
  worstShare: number;
  /** What the rule set calls each part of the risk. */
  factors: Readonly<Record<(typeof parts)[number], string>>;
};

const parts = ["C", "S", "W", "T"] as const;

/** What place and trade put into the rating, site by site. */
export function Sites({ sites, worstShare, factors }: SitesProps) {
  const { t } = useTranslation("ratings");
  const figures = useFigures();
  const head = (
    <>
      <th scope="col">{t("page.sites.site")}</th>
      <th scope="col">{t("page.sites.country")}</th>
      <th scope="col" className="n">
        {t("page.sites.workers")}
      </th>
      {parts.map((part) => (
        <th key={part} scope="col" className="n">
          <span className="q">{part}</span> {factors[part]}
        </th>
      ))}
      <th scope="col" className="n">
        {t("page.sites.inherent")}
      </th>
    </>
  );
  return (
    <section id="sites" className="section">
      <h2>{t("page.sites.title")}</h2>
      <DataTable
        label={t("page.sites.title")}
        caption={t("page.sites.caption", { worst: worstShare, mean: 100 - worstShare })}
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
              <td className="n">{figures.count(site.workers)}</td>
              {parts.map((part) => (
                <td key={part} className="n">
                  {figures.points(site[part])}
                </td>
              ))}
              <td className="n">
                <strong>{figures.points(site.inherent)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
