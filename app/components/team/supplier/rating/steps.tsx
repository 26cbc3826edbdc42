import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "#app/components/team/ratings/figures";
import { AnswerLinks } from "#app/components/team/supplier/answers/answer-link";
import { DataTable } from "#app/components/team/tables/data-table";
import { asCell, asColumnHead, asGroup, asRow, asRowHead } from "#app/components/team/tables/table-roles";
import type { Bounds } from "#app/pictures/points-axis";
import { StepBar, type StepKind } from "#app/pictures/step-bar";
import { Waterfall, type WaterfallRow } from "#app/pictures/waterfall";
import type { Band } from "#app/views/team/rating-codes";

export type StepLine = {
  key: string;
  kind: StepKind;
  code: string;
  text: string;
  from: string;
  questions: readonly string[];
  points: number;
  start: number;
  end: number;
  source: string;
};

export type StepsProps = {
  score: number;
  band: Band;
  scoreBand: Band;
  bounds: Bounds;
  steps: readonly StepLine[];
  /** What is reached after each kind of step. */
  sums: { inherent: number; controls: number; residual: number; adverse: number };
  floor?: { band: Band; lifts: boolean; reasons: readonly { question: string; text: string }[] };
  rules: string;
};

/** Every step from 0 to the score: a picture, and a table that says the same and adds up. */
export function Steps(props: StepsProps) {
  const { t } = useTranslation(["ratings", "team"]);
  const figures = useFigures();
  const { score, sums, bounds } = props;
  const nameOf = (band: Band) => t(`team:band.${band}`);
  return (
    <section id="steps" className="section">
      <h2>{t("page.steps.title")}</h2>
      <figure className="only-wide">
        <Waterfall
          rows={useRows(props)}
          bounds={bounds}
          title={t("waterfall.title", { score: figures.points(score) })}
          description={t("waterfall.description", {
            inherent: figures.points(sums.inherent),
            controls: figures.points(-sums.controls),
            adverse: figures.points(sums.adverse),
          })}
          points={t("waterfall.points")}
          nameOf={nameOf}
        />
      </figure>
      <StepTable {...props} />
    </section>
  );
}

function useRows({ steps, sums, score, floor }: StepsProps): WaterfallRow[] {
  const { t } = useTranslation(["ratings", "team"]);
  const figures = useFigures();
  const row = (kind: StepKind) =>
    steps
      .filter((step) => step.kind === kind)
      .map(({ key, code, text, points, start, end }): WaterfallRow => {
        return { row: "step", key, kind, code, text, figure: figures.signed(points), start, end };
      });
  const sum = (key: "inherent" | "residual" | "score", end: number): WaterfallRow => {
    return { row: "sum", key, code: "", text: t(`step.${key}`), figure: figures.points(end), end };
  };
  const floors = floor?.lifts ? floor.reasons.slice(0, 3) : [];
  return [
    ...row("inherent"),
    sum("inherent", sums.inherent),
    ...row("control"),
    sum("residual", sums.residual),
    ...row("adverse"),
    ...row("cap"),
    sum("score", score),
    ...floors.map(({ question, text }): WaterfallRow => {
      const band = floor?.band ?? "critical";
      return { row: "floor", key: `${question} ${text}`, code: question, text, figure: t("floor"), band };
    }),
  ];
}

const groups = ["inherent", "control", "adverse", "cap"] as const;
const groupWords = { inherent: "place", control: "controls", adverse: "flags", cap: "limit" } as const;

function StepTable({ steps, score, scoreBand, floor, rules }: StepsProps) {
  const { t } = useTranslation(["ratings", "team"]);
  const figures = useFigures();
  const head = (
    <>
      <th {...asColumnHead} scope="col">
        {t("page.steps.step")}
      </th>
      <th {...asColumnHead} scope="col">
        {t("page.steps.from")}
      </th>
      <th {...asColumnHead} scope="col" className="n">
        {t("page.steps.points")}
      </th>
      <th {...asColumnHead} scope="col" className="opt">
        <span className="visually-hidden">{t("page.steps.bar")}</span>
      </th>
      <th {...asColumnHead} scope="col" className="opt">
        {t("page.steps.source")}
      </th>
    </>
  );
  return (
    <DataTable label={t("page.steps.label")} caption={t("page.steps.caption")} of="twin-lines twin-steps" head={head}>
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
          <td {...asCell} className="from" />
          <td {...asCell} className="n">
            {figures.points(score)}
          </td>
          <td {...asCell} className="opt">
            {t(`team:band.${scoreBand}`)}
          </td>
          <td {...asCell} className="opt">
            {rules}
          </td>
        </tr>
        {floor?.reasons.map(({ question, text }) => (
          <tr {...asRow} key={`${question} ${text}`}>
            <th {...asRowHead} scope="row">
              <span className="q">{question}</span> {text}
            </th>
            <td {...asCell} className="from">
              {t("from.floor", { band: t(`team:band.${floor.band}`) })} <AnswerLinks codes={[question]} />
            </td>
            <td {...asCell} className="n">
              {t("page.steps.none")}
            </td>
            <td {...asCell} className="opt">
              {t(`team:band.${floor.band}`)}
            </td>
            <td {...asCell} className="opt">
              {t("sourceOf.answers")}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Line({ line: { kind, code, text, from, questions, points, start, end, source } }: { line: StepLine }) {
  const figures = useFigures();
  return (
    <tr {...asRow}>
      <th {...asRowHead} scope="row">
        {code !== "" && (
          <>
            <span className="q">{code}</span>{" "}
          </>
        )}
        {text}
      </th>
      <td {...asCell} className="from">
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
      <td {...asCell} className="n">
        <span className="ltr">{figures.signed(points)}</span>
      </td>
      <td {...asCell} className="opt bar-cell">
        <StepBar kind={kind} start={start} end={end} />
      </td>
      <td {...asCell} className="opt">
        {source}
      </td>
    </tr>
  );
}
