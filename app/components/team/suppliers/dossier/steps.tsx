import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "#app/components/team/ratings/figures";
import type { Band } from "#app/components/team/ratings/words";
import type { Bounds } from "#app/pictures/points-axis";
import { StepBar, type StepKind } from "#app/pictures/step-bar";
import { Waterfall, type WaterfallRow } from "#app/pictures/waterfall";
import { AnswerLinks } from "./answer-link";
import { Twin } from "./twin";

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
      <th scope="col">{t("page.steps.step")}</th>
      <th scope="col">{t("page.steps.from")}</th>
      <th scope="col" className="n">
        {t("page.steps.points")}
      </th>
      <th scope="col" className="opt">
        <span className="visually-hidden">{t("page.steps.bar")}</span>
      </th>
      <th scope="col" className="opt">
        {t("page.steps.source")}
      </th>
    </>
  );
  return (
    <Twin label={t("page.steps.label")} caption={t("page.steps.caption")} head={head}>
      {groups.map((kind) => {
        const lines = steps.filter((step) => step.kind === kind);
        if (lines.length === 0) return null;
        return (
          <tbody key={kind}>
            <tr className="group">
              <th scope="rowgroup" colSpan={5}>
                {t(`page.steps.${groupWords[kind]}`)}
              </th>
            </tr>
            {lines.map((line) => (
              <Line key={line.key} line={line} />
            ))}
          </tbody>
        );
      })}
      <tbody>
        <tr className="sum-row">
          <th scope="row">{t("step.score")}</th>
          <td />
          <td className="n">{figures.points(score)}</td>
          <td className="opt">{t(`team:band.${scoreBand}`)}</td>
          <td className="opt">{rules}</td>
        </tr>
        {floor?.reasons.map(({ question, text }) => (
          <tr key={`${question} ${text}`}>
            <th scope="row">
              <span className="q">{question}</span> {text}
            </th>
            <td>
              {t("from.floor", { band: t(`team:band.${floor.band}`) })} <AnswerLinks codes={[question]} />
            </td>
            <td className="n">{t("page.steps.none")}</td>
            <td className="opt">{t(`team:band.${floor.band}`)}</td>
            <td className="opt">{t("sourceOf.answers")}</td>
          </tr>
        ))}
      </tbody>
    </Twin>
  );
}

function Line({ line: { kind, code, text, from, questions, points, start, end, source } }: { line: StepLine }) {
  const figures = useFigures();
  return (
    <tr>
      <th scope="row">
        {code !== "" && (
          <>
            <span className="q">{code}</span>{" "}
          </>
        )}
        {text}
      </th>
      <td>
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
      <td className="n">
        <span className="ltr">{figures.signed(points)}</span>
      </td>
      <td className="opt">
        <StepBar kind={kind} start={start} end={end} />
      </td>
      <td className="opt">{source}</td>
    </tr>
  );
}
