import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import type { ExplainedView, FlagWorkings as Flag } from "#app/views/team/supplier/explained";
import type { StepView } from "#app/views/team/supplier/rating";
import { Doubts, Formula, useFactors } from "./formula";
import { useBlend } from "./place-workings";
import { StepRows } from "./step-rows";

type FlagWorkingsProps = { steps: readonly StepView[]; points: number; explained: ExplainedView };

/**
 * Step 5: each red flag as points × country factor, scaled where all together are over their limit; or, where they take a share of
 * what is left to 100, as its part of that share.
 */
export function FlagWorkings({ steps, points, explained }: FlagWorkingsProps) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const factors = useFactors();
  const { flags, inherent } = explained.workings;
  const { factor, base, slope, sum, weighted: all, together } = flags;
  const scale = scaleOf(flags);
  const isScaled = scale !== undefined;
  const country = useBlend(inherent.country);
  const times = figures.exact(factor);
  return (
    <>
      <Formula text={t("page.sum.flags.country")} math={country} />
      <p className="formula">
        <span>{t("page.sum.flags.factor")} </span>
        <span className="math ltr">
          {`${factors(base)} + ${factors(slope)} × ${figures.exact(inherent.country.value)} ÷ 100 = ${times}`}
        </span>{" "}
        <Doubts doubts={explained.doubts.C} />
      </p>
      <Formula text={t("page.sum.flags.all")} math={`${figures.exact(sum)} × ${times} = ${figures.exact(all)}`} />
      {together.by === "cap" && isScaled && (
        <Formula
          text={t("page.sum.flags.scale", { cap: together.cap })}
          math={`${together.cap} ÷ ${figures.exact(all)} = ${figures.fine(scale)}`}
        />
      )}
      {together.by === "share" && isScaled && <Share all={all} adverse={flags.adverse} scale={scale} {...together} />}
      <StepRows
        label={t("page.sum.flags.label")}
        steps={steps}
        from={(step) => {
          const relief = flags.flags[steps.indexOf(step)]?.relief ?? [];
          return relief.map(({ why }) => t(`page.sum.relief.${why}`)).join(" ");
        }}
        beside={({ code }) => <Doubts doubts={explained.doubts[code]} />}
        heads={[
          t("page.sum.flags.counted"),
          t("page.sum.flags.points"),
          `× ${times}`,
          ...(isScaled ? [`× ${figures.fine(scale)}`] : []),
        ]}
        cells={(step) => {
          const flag = flags.flags[steps.indexOf(step)];
          if (!flag) return [];
          const weighted = flag.points * factor;
          return [
            <Counted key="counted" {...flag} />,
            figures.exact(flag.points),
            figures.exact(weighted),
            ...(isScaled ? [figures.exact(weighted * scale)] : []),
          ];
        }}
        sum={{
          name: t("page.sum.flags.sum", { count: steps.length }),
          cells: ["", figures.exact(sum), figures.exact(all), ...(isScaled ? [figures.exact(all * scale)] : [])],
          points: figures.signed(points),
        }}
      />
    </>
  );
}

/** What each weighted point adds; undefined where it adds one. */
function scaleOf({ together, weighted, adverse }: ExplainedView["workings"]["flags"]): number | undefined {
  if (together.by === "cap") return together.scale < 1 ? together.scale : undefined;
  return weighted > 0 ? adverse / weighted : undefined;
}

type ShareProps = { all: number; halfAt: number; rest: number; adverse: number; scale: number };

/** How all red flags together come to a share of what is left to 100, and what one weighted point is worth then. */
function Share({ all, halfAt, rest, adverse, scale }: ShareProps) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const sum = `${figures.exact(all)} ÷ (${figures.exact(all)} + ${halfAt})`;
  return (
    <>
      <Formula
        text={t("page.sum.flags.share", { halfAt })}
        math={`${figures.exact(rest)} × ${sum} = ${figures.exact(adverse)}`}
      />
      <Formula
        text={t("page.sum.flags.each")}
        math={`${figures.exact(adverse)} ÷ ${figures.exact(all)} = ${figures.fine(scale)}`}
      />
    </>
  );
}

/** How the points of a flag were counted: as often as its rule was met, or a share of the worst for silence. */
function Counted({ count, before, points, relief }: Flag) {
  const figures = useNumberFormats();
  const less = count.by !== "times" && count.less > 0 ? ` − ${figures.plain(count.less)}` : "";
  const made =
    count.by === "times"
      ? `${count.times} × ${count.each}`
      : count.by === "silence"
        ? `${count.percent} % × ${count.of}${less}`
        : `${figures.plain(count.points)}${less}`;
  const isLimited = count.by === "times" && count.times * count.each > before;
  const most = isLimited ? `min(${figures.plain(before)}, ${made})` : made;
  const left = relief.map(({ percent }) => ` × ${100 - percent} %`).join("");
  return <span className="math ltr">{`${most}${left} = ${figures.exact(points)}`}</span>;
}
