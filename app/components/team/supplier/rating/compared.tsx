import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { PagePart } from "#app/components/team/supplier/page-part";
import { DataTable } from "#app/components/team/tables/data-table";
import type { ComparisonView } from "#app/views/team/supplier/rating";

/** What is different from the rating before, line by line; the lines add up to the change. */
export function RatingComparison({ score, lines, versions }: ComparisonView) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const told = { before: figures.points(score.before), after: figures.points(score.after) };
  return (
    <PagePart
      id="compared"
      title={t("page.compared.title")}
      count={score.change === 0 ? undefined : figures.signed(score.change)}
    >
      <p>
        {score.change === 0
          ? t("page.compared.same")
          : t("page.compared.score", { ...told, change: figures.signed(score.change) })}
      </p>
      {versions.map(({ of, before, after }) => (
        <p key={of}>{t("page.compared.versions", { what: t(`page.versions.${of}`), before, after })}</p>
      ))}
      {lines.length > 0 && <ChangedLines lines={lines} />}
    </PagePart>
  );
}

function ChangedLines({ lines }: Pick<ComparisonView, "lines">) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const figure = (points: number) => (points === 0 ? "–" : figures.signed(points));
  const head = (
    <>
      <th scope="col">{t("page.compared.line")}</th>
      {(["before", "after", "change"] as const).map((column) => (
        <th key={column} scope="col" className="number">
          {t(`page.compared.${column}`)}
        </th>
      ))}
    </>
  );
  return (
    <DataTable label={t("page.compared.label")} head={head}>
      <tbody>
        {lines.map(({ key, code, text, before, after, change }) => (
          <tr key={key}>
            <th scope="row">
              <span className="question-code">{code}</span> {text}
            </th>
            {[before, after, change].map((points, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: three figures in fixed places
              <td key={place} className="number">
                <span className="ltr">{figure(points)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
