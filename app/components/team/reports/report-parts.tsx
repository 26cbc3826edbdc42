import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { DataTable } from "#app/components/team/tables/data-table";
import { asCell, asGroup, asRow, asRowHead } from "#app/components/team/tables/table-roles";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { ReportFigure, ReportPart } from "#app/views/team/reports/report";

/** What a law asks, part after part: figures as a table, then what a person has to write. */
export function ReportParts({ parts }: { parts: readonly ReportPart[] }) {
  const t = useTexts("reports");
  return parts.map(({ id, title, figures, own }) => (
    <section key={id} className="report-part">
      <h3>{title}</h3>
      {figures.length > 0 && <Figures title={title} figures={figures} />}
      {own.length > 0 && (
        <div className="report-own">
          <h4>{t("own")}</h4>
          <ul>
            {own.map((task) => (
              <li key={task}>{task}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  ));
}

function Figures({ title, figures }: { title: string; figures: readonly ReportFigure[] }) {
  const t = useTexts("reports");
  const { count } = useNumberFormats();
  const head = (
    <>
      <th scope="col">{t("head.definition")}</th>
      <th scope="col" className="num">
        {t("head.number")}
      </th>
      <th scope="col">{t("head.counted")}</th>
      <th scope="col">{t("head.places")}</th>
    </>
  );
  return (
    <DataTable label={t("figures", { part: title })} className="report-figures" head={head}>
      <tbody {...asGroup}>
        {figures.map(({ id, definition, figure, counted, places }) => (
          <tr key={id} {...asRow}>
            <th scope="row" {...asRowHead}>
              {definition}
            </th>
            <td className="num" {...asCell}>
              {figure}
            </td>
            <td {...asCell}>
              <bdi>{counted}</bdi>
            </td>
            <td {...asCell}>
              {places.length === 0 && <span className="dim">{t("place.none")}</span>}
              {places.map(({ href, number: shown, of }) => (
                <Link key={href} to={href} className="report-place">
                  {of === undefined
                    ? t("place.open", { number: count(shown) })
                    : t("place.of", { name: of, number: count(shown) })}
                </Link>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
