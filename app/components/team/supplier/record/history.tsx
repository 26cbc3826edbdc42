import { useTranslation } from "react-i18next";
import { BandChip } from "#app/components/team/ratings/band";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { RatingChange, RatingWas } from "#app/components/team/ratings/rating-change";
import { RestrictedBand } from "#app/components/team/ratings/restricted-band";
import { PagePart } from "#app/components/team/supplier/page-part";
import { DataTable } from "#app/components/team/tables/data-table";
import { Link } from "#app/router/api/navigation";
import type { HistoryLine } from "#app/views/team/supplier/record";

/** Every rating so far, newest first. Each one can be read in full again. */
export function History({ lines }: { lines: readonly HistoryLine[] }) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  // All of them have one, or the reader may see none.
  const hasScores = lines.some(({ score }) => score !== undefined);
  const head = (
    <>
      <th scope="col">{t("page.history.rated")}</th>
      {hasScores && (
        <th scope="col" className="number">
          {t("page.history.score")}
        </th>
      )}
      <th scope="col">{t("page.history.band")}</th>
      <th scope="col" className="wide-only">
        {t("page.history.versions")}
      </th>
      <th scope="col">{t("page.history.change")}</th>
    </>
  );
  return (
    <PagePart id="history" title={t("page.history.title")} count={figures.count(lines.length)}>
      <DataTable label={t("page.history.label")} head={head}>
        <tbody>
          {lines.map(({ id, at, score, band, confidence, rules, edition, change, was, isVoid, why, shown }) => (
            <tr key={id}>
              <th scope="row">
                {shown ? (
                  <>
                    <time dateTime={at.iso}>{at.text}</time>{" "}
                    <span className="second-line">{t("page.history.shown")}</span>
                  </>
                ) : (
                  <Link to={`?rating=${id}`}>
                    <time dateTime={at.iso}>{at.text}</time>
                  </Link>
                )}
                {why !== undefined && <span className="second-line">{why}</span>}
                {isVoid && <span className="second-line">{t("page.history.isVoid")}</span>}
              </th>
              {score !== undefined && <td className="number">{figures.points(score)}</td>}
              <td>
                {score === undefined ? (
                  <RestrictedBand band={band} />
                ) : (
                  <BandChip band={band} confidence={confidence} />
                )}
              </td>
              <td className="wide-only">
                {rules}, {edition}
              </td>
              <td>
                {score === undefined ? was && <RatingWas was={was} /> : <RatingChange points={change} was={was} />}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </PagePart>
  );
}
