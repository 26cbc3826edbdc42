import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { SumBar, type SumBarKind } from "#app/pictures/sum-bar";
import type { ExplainedView } from "#app/views/team/supplier/explained";
import type { RatingView, StepKind } from "#app/views/team/supplier/rating";
import type { Band } from "#terms/bands";
import { ControlWorkings } from "./control-workings";
import { FlagWorkings } from "./flag-workings";
import { FloorCodes, FloorTable } from "./floor-table";
import { Doubts, Formula } from "./formula";
import { PlaceWorkings } from "./place-workings";
import { StepRows } from "./step-rows";
import { SumLine } from "./sum-line";

type SumProps = Pick<RatingView, "score" | "scoreBand" | "bounds" | "steps" | "sums" | "floor"> & {
  explained?: ExplainedView;
};

/** The whole rating as a sum of a few lines. Each opens into the numbers that make it, so that it can be worked out by hand. */
export function Sum({ score, scoreBand, bounds, steps, sums, floor, explained }: SumProps) {
  const { t } = useTranslation(["ratings", "team"]);
  const figures = useNumberFormats();
  const most = Math.max(100, sums.inherent, score + sums.over);
  const bar = (kind: SumBarKind, start: number, end: number) => <SumBar {...{ kind, start, end, most, bounds }} />;
  const of = (kind: StepKind) => steps.filter((step) => step.kind === kind);
  const [place, controls, flags] = [of("inherent"), of("control"), of("adverse")];
  const unlimited = sums.residual + sums.adverse;
  const whole = [figures.points(sums.inherent), ...(sums.controls === 0 ? [] : [figures.points(-sums.controls)])].join(
    " − ",
  );
  const added = `${whole} + ${figures.points(sums.adverse)} = ${figures.points(unlimited)}`;
  // Place and trade, controls, red flags and the score; what is over the scale, and floors, where there are any.
  const lines = 4 + (sums.over > 0 ? 1 : 0) + (floor ? 1 : 0);
  const plain = (kind: "place" | "controls" | "flags", own: typeof steps) => (
    <StepRows label={t(`page.sum.${kind}.label`)} steps={own} />
  );
  return (
    <section id="steps" className="section">
      <h2>{t("page.sum.titleOf", { count: lines })}</h2>
      {!explained && <p className="data-table-caption">{t("page.sum.unexplained")}</p>}
      <div className="sum">
        <SumLine
          name={t("page.sum.place.name")}
          from={
            <>
              {place.find(({ code }) => code === "C")?.from}{" "}
              {explained && <Doubts doubts={place.flatMap(({ code }) => explained.doubts[code] ?? [])} />}
            </>
          }
          bar={bar("base", 0, sums.inherent)}
          points={figures.signed(sums.inherent)}
        >
          {explained ? <PlaceWorkings steps={place} explained={explained} /> : plain("place", place)}
        </SumLine>
        <SumLine
          name={t("page.sum.controls.name")}
          from={
            explained
              ? t("page.sum.controls.from", { counted: figures.points(explained.workings.controls.counted) })
              : ""
          }
          bar={bar("down", sums.inherent, sums.residual)}
          points={figures.signed(sums.controls)}
        >
          {explained ? <ControlWorkings steps={controls} explained={explained} /> : plain("controls", controls)}
        </SumLine>
        <SumLine
          name={t("page.sum.flags.name")}
          from={t("page.sum.flags.sum", { count: flags.length })}
          bar={bar("up", sums.residual, unlimited)}
          points={figures.signed(sums.adverse)}
        >
          {explained ? (
            <FlagWorkings steps={flags} points={sums.adverse} explained={explained} />
          ) : (
            plain("flags", flags)
          )}
        </SumLine>
        {sums.over > 0 && (
          <SumLine
            name={t("page.sum.over.name")}
            from={t("page.sum.over.from")}
            bar={bar("past", 100, unlimited)}
            points={
              <>
                {figures.points(sums.over)}
                <small>{t("page.sum.over.points")}</small>
              </>
            }
          >
            <Formula math={added} />
            <Formula
              text={t("page.sum.over.text", { over: figures.points(sums.over) })}
              math={`${figures.points(unlimited)} − 100.00 = ${figures.points(sums.over)}`}
            />
          </SumLine>
        )}
        <SumLine
          className="sum-total"
          name={t("step.score")}
          from={t("page.sum.score.from", { band: t(`team:band.${scoreBand}`), ...zoneOf(scoreBand, bounds) })}
          bar={bar("sum", 0, score)}
          points={figures.points(score)}
        >
          <Formula math={sums.over > 0 ? `min(100, ${added.split(" = ")[0]}) = ${figures.points(score)}` : added} />
          <p className="muted">{t("page.sum.score.rounding")}</p>
        </SumLine>
        {floor && (
          <SumLine
            name={t("page.sum.floors.name")}
            from={t("page.sum.floors.from", { count: floor.reasons.length, band: t(`team:band.${floor.band}`) })}
            bar={<FloorCodes {...floor} />}
            points={<small>{t("page.sum.floors.points")}</small>}
          >
            <FloorTable {...floor} />
          </SumLine>
        )}
      </div>
    </section>
  );
}

function zoneOf(band: Band, { medium, high, critical }: RatingView["bounds"]): { from: number; to: number } {
  const ends = { low: [0, medium], medium: [medium, high], high: [high, critical], critical: [critical, 100] } as const;
  const [from, to] = ends[band];
  return { from, to };
}
