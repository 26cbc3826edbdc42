import { useId } from "react";
import { ForeignText } from "#app/components/text/foreign-text";
import { useTexts } from "#app/i18n/texts/use-texts";
import { PointsBarHatch } from "#app/pictures/points-bar";
import { Link } from "#app/router/api/navigation";
import {
  type ComparedGroup,
  type ComparedRow,
  type ComparisonView,
  evidenceMarks,
} from "#app/views/team/suppliers/comparison";
import { ColumnFacts } from "./column-facts";
import { type Bars, ComparedCell } from "./compared-cell";
import { EvidenceMark } from "./evidence-mark";

/** All suppliers side by side. Every bar has its figure in its cell, so that the table says all that is drawn. */
export function CompareTable(page: ComparisonView) {
  const t = useTexts("ratings");
  const bars = { scale: page.scale, hatch: useId() };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="comparison" tabIndex={0} aria-label={t("compare.label")}>
      <PointsBarHatch id={bars.hatch} />
      <table>
        <caption className="visually-hidden">{t("compare.label")}</caption>
        {/* Columns of one width, or bars of one length would not be of one figure. */}
        <colgroup>
          <col />
          {page.columns.map(({ id }) => (
            <col key={id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t("compare.row.head")}</span>
            </th>
            {page.columns.map(({ id, name }) => (
              <th key={id} scope="col">
                <Link to={`/suppliers/${id}`}>
                  <bdi>{name}</bdi>
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="compared-heads">
            <td>
              <EvidenceLegend />
            </td>
            {page.columns.map((column) => (
              <td key={column.id}>
                <ColumnFacts column={column} madeBy={page.madeBy} isSameQuestionnaire={page.isSameQuestionnaire} />
              </td>
            ))}
          </tr>
        </tbody>
        {page.groups.map(
          (group) => group.rows.length > 0 && <Group key={group.id} {...group} page={page} bars={bars} />,
        )}
      </table>
    </section>
  );
}

/** The mark of an expired document is that of a refused one, with its own word. */
function EvidenceLegend() {
  const t = useTexts("ratings");
  return (
    <div className="compared-facts">
      <span className="dim">{t("compare.evidenceTitle")}</span>
      {evidenceMarks
        .filter((mark) => mark !== "expired")
        .map((mark) => (
          <EvidenceMark key={mark} mark={mark} />
        ))}
    </div>
  );
}

function Group({ id, rows, all, page, bars }: ComparedGroup & { page: ComparisonView; bars: Bars }) {
  const t = useTexts("ratings");
  const note = t(`compare.groupNote.${id}`);
  return (
    <tbody>
      <tr className="compared-group">
        <th scope="rowgroup">
          {t(`compare.group.${id}`)}{" "}
          <span className="dim">
            {[note, t("compare.groupShown", { shown: rows.length, all })].filter(Boolean).join(", ")}
          </span>
        </th>
        {page.columns.map(({ id: supplier, name }) => (
          <td key={supplier}>
            <span className="second-line" aria-hidden="true">
              <bdi>{name}</bdi>
            </span>
          </td>
        ))}
      </tr>
      {rows.map((row) => (
        <Row key={row.key} row={row} page={page} bars={bars} />
      ))}
    </tbody>
  );
}

const rowClasses: Partial<Record<ComparedRow["kind"], string>> = {
  total: "compared-total",
  score: "compared-total",
  answer: "compared-said",
};

function Row({ row, page, bars }: { row: ComparedRow; page: ComparisonView; bars: Bars }) {
  return (
    <tr className={rowClasses[row.kind]}>
      <th scope="row">
        {row.code !== "" && <span className="question-code">{row.code}</span>} <ForeignText words={row.name} />
      </th>
      {page.columns.map(({ id }, place) => (
        <td key={id}>
          <ComparedCell row={row} place={place} bars={bars} />
        </td>
      ))}
    </tr>
  );
}
