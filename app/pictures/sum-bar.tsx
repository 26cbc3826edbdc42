import { useId } from "react";
import type { BandBounds } from "#app/views/team/supplier/rating";
import { zonesOf } from "./points-axis";

/** What a line of the sum does: the base, what is taken away, added, left out past the end, or the whole. */
export type SumBarKind = "base" | "down" | "up" | "past" | "sum";

type SumBarProps = {
  kind: SumBarKind;
  /** Points reached before and after the line. */
  start: number;
  end: number;
  /** The end of the picture in points: 100, or more where a line goes past it. */
  most: number;
  bounds: BandBounds;
};

/** One line of the sum over the four bands, on one scale with the other lines; the figure beside it says the same. */
export function SumBar({ kind, start, end, most, bounds }: SumBarProps) {
  const hatch = useId();
  const at = (points: number) => Math.round((points / most) * 10_000) / 10;
  const from = Math.min(start, end);
  const box = { x: at(from), y: 7, width: Math.max(1, at(Math.abs(end - start))), height: 14 };
  return (
    <svg className="sum-bar" viewBox="0 0 1000 28" preserveAspectRatio="none" aria-hidden="true">
      {zonesOf(bounds).map(({ band, from: low, to }) => (
        <rect key={band} className={`zone-${band}`} x={at(low)} y="0" width={at(to - low)} height="28" />
      ))}
      {kind === "down" ? (
        <>
          <defs>
            <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path className="chart-hatch" d="M0 0V6" />
            </pattern>
          </defs>
          <rect {...box} fill={`url(#${hatch})`} />
          <rect {...box} className="chart-down-edge" vectorEffect="non-scaling-stroke" />
        </>
      ) : (
        <rect {...box} className={`chart-${kind}`} />
      )}
      <path className="chart-limit" d={`M${at(100)} 0V28`} fill="none" />
    </svg>
  );
}
