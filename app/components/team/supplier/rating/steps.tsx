import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { Waterfall, type WaterfallRow } from "#app/pictures/waterfall";
import type { RatingView, StepKind } from "#app/views/team/supplier/rating";
import type { Band } from "#terms/bands";
import { StepTable } from "./step-table";

type StepsProps = Pick<RatingView, "score" | "band" | "scoreBand" | "bounds" | "steps" | "sums" | "floor"> & {
  /** The rule set by name. */
  rules: string;
};

/** Every step from 0 to the score: a picture, and a table that says the same and adds up. */
export function Steps(props: StepsProps) {
  const { t } = useTranslation(["ratings", "team"]);
  const figures = useNumberFormats();
  const { score, sums, bounds } = props;
  const nameOf = (band: Band) => t(`team:band.${band}`);
  return (
    <section id="steps" className="section">
      <h2>{t("page.steps.title")}</h2>
      <figure className="only-wide">
        <Waterfall
          rows={useWaterfallRows(props)}
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

/** The rows of the picture: each step, what is reached after each kind, and at most three answers that set a floor. */
function useWaterfallRows({ steps, sums, score, floor }: StepsProps): WaterfallRow[] {
  const { t } = useTranslation(["ratings", "team"]);
  const figures = useNumberFormats();
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
