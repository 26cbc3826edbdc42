import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { AnswerLinks } from "#app/components/team/supplier/answers/answer-link";
import { DataTable } from "#app/components/team/tables/data-table";
import { asCell, asColumnHead, asGroup, asRow, asRowHead } from "#app/components/team/tables/table-roles";
import { StepBar } from "#app/pictures/step-bar";
import type { RatingView, StepView } from "#app/views/team/supplier/rating";

type StepTableProps = Pick<RatingView, "score" | "scoreBand" | "steps" | "floor"> & {
  /** The rule set by name. */
  rules: string;
};

const groups = ["inherent", "control", "adverse", "cap"] as const;
const groupWords = { inherent: "place", control: "controls", adverse: "flags", cap: "limit" } as const;

/** Every step in words, with where it comes from; the points add up to the score. */
export function StepTable({ steps, score, scoreBand, floor, rules }: StepTableProps) {
  const { t } = useTranslation(["ratings", "team"]);
  const figures = useNumberFormats();
  const head = (
    <>
      <th {...asColumnHead} scope="col">
        {t("page.steps.step")}
      </th>
      <th {...asColumnHead} scope="col">
        {t("page.steps.from")}
      </th>
      <th {...asColumnHead} scope="col" className="number">
        {t("page.steps.points")}
      </th>
      <th {...asColumnHead} scope="col" className="wide-only">
        <span className="visually-hidden">{t("page.steps.bar")}</span>
      </th>
      <th {...asColumnHead} scope="col" className="wide-only">
        {t("page.steps.source")}
      </th>
    </>
  );
  return (
    <DataTable
      label={t("page.steps.label")}
      caption={t("page.steps.caption")}
      className="data-table-stacked steps-table"
      head={head}
    >
      {groups.map((kind) => {
        const lines = steps.filter((step) => step.kind === kind);
        if (lines.length === 0) return null;
        return (
          <tbody key={kind} {...asGroup}>
            <tr {...asRow} className="group">
              <th {...asRowHead} scope="rowgroup" colSpan={5}>
                {t(`page.steps.${groupWords[kind]}`)}
              </th>
            </tr>
            {lines.map((line) => (
              <Line key={line.key} line={line} />
            ))}
          </tbody>
        );
      })}
      <tbody {...asGroup}>
        <tr {...asRow} className="sum-row">
          <th {...asRowHead} scope="row">
            {t("step.score")}
          </th>
          <td {...asCell} className="from-cell" />
          <td {...asCell} className="number">
            {figures.points(score)}
          </td>
          <td {...asCell} className="wide-only">
            {t(`team:band.${scoreBand}`)}
          </td>
          <td {...asCell} className="wide-only">
            {rules}
          </td>
        </tr>
        {floor?.reasons.map(({ question, text }) => (
          <tr {...asRow} key={`${question} ${text}`}>
            <th {...asRowHead} scope="row">
              <span className="question-code">{question}</span> {text}
            </th>
            <td {...asCell} className="from-cell">
              {t("from.floor", { band: t(`team:band.${floor.band}`) })} <AnswerLinks codes={[question]} />
            </td>
            <td {...asCell} className="number">
              {t("page.steps.none")}
            </td>
            <td {...asCell} className="wide-only">
              {t(`team:band.${floor.band}`)}
            </td>
            <td {...asCell} className="wide-only">
              {t("sourceOf.answers")}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Line({ line: { kind, code, text, from, questions, points, start, end, source } }: { line: StepView }) {
  const figures = useNumberFormats();
  return (
    <tr {...asRow}>
      <th {...asRowHead} scope="row">
        {code !== "" && (
          <>
            <span className="question-code">{code}</span>{" "}
          </>
        )}
        {text}
      </th>
      <td {...asCell} className="from-cell">
        {from}
        {questions.length > 0 && (
          <Fragment>
            {" "}
            <span className="step-answers">
              <AnswerLinks codes={questions} />
            </span>
          </Fragment>
        )}
      </td>
      <td {...asCell} className="number">
        <span className="ltr">{figures.signed(points)}</span>
      </td>
      <td {...asCell} className="wide-only bar-cell">
        <StepBar kind={kind} start={start} end={end} />
      </td>
      <td {...asCell} className="wide-only">
        {source}
      </td>
    </tr>
  );
}
