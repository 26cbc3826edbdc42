import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { PointsChart } from "#app/pictures/points-chart";
import type { PointsStep } from "#app/views/team/map/map";

/** How many suppliers have which score, for whoever may see scores. */
export function ScoreSpread({ points }: { points: readonly PointsStep[] | undefined }) {
  const t = useTexts("map");
  const { count } = useNumberFormats();
  if (points === undefined)
    return (
      <>
        <h2>{t("points.title")}</h2>
        <p className="dim">{t("points.restricted")}</p>
      </>
    );
  const width = points[1]?.from ?? 0;
  return (
    <>
      <h2>{t("points.title")}</h2>
      <PointsChart steps={points} title={t("points.pictured")} axis={t("points.axis")} />
      <p className="small dim">{t("points.note")}</p>
      <details>
        <summary>{t("points.table")}</summary>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t("points.from")}</th>
              <th scope="col" className="number">
                {t("points.suppliers")}
              </th>
              <th scope="col" className="number">
                {t("points.unproven")}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ from, suppliers, unproven }) => (
              <tr key={from}>
                <th scope="row">{t("points.step", { from, to: from + width })}</th>
                <td className="number">{count(suppliers)}</td>
                <td className="number">{count(unproven)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
