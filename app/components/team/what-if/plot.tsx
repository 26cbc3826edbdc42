import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { DataTable } from "#app/components/team/tables/data-table";
import { useTexts } from "#app/i18n/texts/use-texts";
import { MovesPlot } from "#app/pictures/moves-plot";
import type { PartView, TrialResult } from "#app/views/team/rules/what-if";
import { usePartWords } from "./part";

type Props = Pick<TrialResult, "plot"> & { part?: PartView };

/** Before and after as a picture, and the same counts as a table. */
export function Plot({ plot: { bounds, marks, rows, leftOut }, part }: Props) {
  const t = useTexts("ratings");
  const ofPart = usePartWords(part);
  const figures = useNumberFormats();
  return (
    <figure>
      <MovesPlot
        marks={marks}
        bounds={bounds}
        name={`${t("whatIf.plot")}. ${t("whatIf.plotText")}`}
        across={t("whatIf.plotX")}
        up={t("whatIf.plotY")}
      />
      <figcaption className="small muted">
        {t("whatIf.plotCaption")} {leftOut > 0 && t("whatIf.plotLeft", { count: leftOut })} {ofPart}
      </figcaption>
      <details>
        <summary>{t("whatIf.plotTable")}</summary>
        <DataTable
          label={t("whatIf.plot")}
          head={
            <>
              <th scope="col">{t("whatIf.plotFrom")}</th>
              <th scope="col">{t("whatIf.plotSame")}</th>
              <th scope="col">{t("whatIf.worse")}</th>
              <th scope="col">{t("whatIf.better")}</th>
            </>
          }
        >
          <tbody>
            {rows.map(({ from, to, same, worse, better }) => (
              <tr key={from}>
                <th scope="row">{t("whatIf.plotRange", { from, to })}</th>
                <td className="num">{figures.count(same)}</td>
                <td className="num">{figures.count(worse)}</td>
                <td className="num">{figures.count(better)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </details>
    </figure>
  );
}
