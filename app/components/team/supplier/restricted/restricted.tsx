import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { RestrictedBand } from "#app/components/team/ratings/restricted-band";
import { AnswerProblems } from "#app/components/team/supplier/answers/answer-problems";
import { Answers } from "#app/components/team/supplier/answers/answers";
import { PagePart } from "#app/components/team/supplier/page-part";
import { RatingVersionsList } from "#app/components/team/supplier/rating/made-from";
import { SiteMap } from "#app/components/team/supplier/record/site-map";
import { RecordLine } from "#app/components/team/supplier/record-line";
import { DataTable } from "#app/components/team/tables/data-table";
import { ForeignText } from "#app/components/text/foreign-text";
import { bareText } from "#app/i18n/page-text";
import type { RestrictedRatedView } from "#app/views/team/supplier/restricted";

/** The band, and what is left out and why: the same words for every supplier. */
export function RestrictedSummary({ rating, signed, restricted = [] }: RestrictedRatedView) {
  const { t } = useTranslation("ratings");
  return (
    <>
      <RecordLine at={rating.at} versions={rating.versions} signed={signed} />
      <div className="rating-summary">
        <div>
          <div className="rating-summary-head">
            <RestrictedBand band={rating.band} large />
          </div>
          <p>{t("page.restricted.text")}</p>
        </div>
        {restricted.length > 0 && (
          <div>
            <h2>{t("page.restricted.sections")}</h2>
            <ul className="findings">
              {restricted.map((words) => (
                <li key={bareText(words)}>
                  <ForeignText words={words} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  );
}

/** Everything that does not move with answers on North Korean labour. */
export function RestrictedSections({ rating, sites, siteMap, answers, findings }: RestrictedRatedView) {
  return (
    <>
      {answers && <Answers sections={answers} />}
      {findings && <AnswerProblems {...findings} />}
      {sites && <RestrictedSites sites={sites} map={siteMap} />}
      <RatingVersionsList versions={rating.versions} />
    </>
  );
}

type RestrictedSitesProps = {
  sites: NonNullable<RestrictedRatedView["sites"]>;
  map: RestrictedRatedView["siteMap"];
};

function RestrictedSites({ sites, map }: RestrictedSitesProps) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const head = (
    <>
      <th scope="col">{t("page.sites.site")}</th>
      <th scope="col">{t("page.sites.country")}</th>
      <th scope="col" className="number">
        {t("page.sites.workers")}
      </th>
    </>
  );
  return (
    <PagePart id="sites" title={t("page.sites.title")} count={figures.count(sites.length)}>
      {map && <SiteMap {...map} />}
      <DataTable label={t("page.sites.title")} head={head}>
        <tbody>
          {sites.map(({ id, name, country, tier, workers }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>
                {country}, {tier}
              </td>
              <td className="number">{figures.count(workers)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </PagePart>
  );
}
