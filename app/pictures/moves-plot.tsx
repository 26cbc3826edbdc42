import type { PlotMark } from "#app/views/team/rules/what-if";
import type { BandBounds } from "#app/views/team/supplier/rating";
import { scaleTo, zonesOf } from "./points-axis";

type MovesPlotProps = {
  marks: readonly PlotMark[];
  bounds: BandBounds;
  /** What it shows, in a sentence. */
  name: string;
  across: string;
  up: string;
};

const [left, top, side] = [44, 8, 400];
const acrossAt = scaleTo(left, side);
const ticks = [0, 25, 50, 75, 100];

/** From the foot of the picture upwards. */
function upAt(points: number): number {
  return Math.round((top + side - (Math.min(100, Math.max(0, points)) / 100) * side) * 10) / 10;
}

/** A larger area for more suppliers, so that one is still seen and thousands do not cover the others. */
function radiusOf(count: number): number {
  return Math.round(Math.min(9, 1.6 + Math.sqrt(count) / 5) * 10) / 10;
}

function markPath({ before, after, way }: PlotMark): string {
  const [x, y] = [acrossAt(before), upAt(after)];
  return way === "worse" ? `M${x} ${y - 5}l4.5 8.5h-9z` : `M${x} ${y + 5}l4.5-8.5h-9z`;
}

/** Suppliers by what they are rated and by what they would be: on the diagonal nothing changes. */
export function MovesPlot({ marks, bounds, name, across, up }: MovesPlotProps) {
  return (
    <svg className="chart moves-plot" viewBox="0 0 456 456" role="img" aria-label={name}>
      {zonesOf(bounds).map(({ band, from, to }) => (
        <rect
          key={band}
          className="moves-band"
          x={acrossAt(from)}
          y={upAt(to)}
          width={acrossAt(to) - acrossAt(from)}
          height={upAt(from) - upAt(to)}
        />
      ))}
      <path className="chart-axis" fill="none" d={`M${left} ${top}v${side}h${side}`} />
      <path className="chart-past" d={`M${left} ${top + side}L${left + side} ${top}`} />
      {ticks.map((tick) => (
        <g key={tick}>
          <text className="text-soft text-middle text-number" x={acrossAt(tick)} y={top + side + 18}>
            {tick}
          </text>
          <text className="text-soft text-end text-number" x={left - 8} y={upAt(tick) + 4}>
            {tick}
          </text>
        </g>
      ))}
      <text className="text-end" x={left + side} y={top + side + 38}>
        {across}
      </text>
      <text className="text-end" transform={`translate(13 ${top}) rotate(-90)`}>
        {up}
      </text>
      {marks.map((mark) =>
        mark.way === "same" ? (
          <circle
            key={`${mark.before} ${mark.after}`}
            className="moves-same"
            cx={acrossAt(mark.before)}
            cy={upAt(mark.after)}
            r={radiusOf(mark.count)}
          />
        ) : (
          // Two suppliers may have the same two scores: one mark over the other says as much.
          <path key={`${mark.way} ${markPath(mark)}`} className={`moves-${mark.way}`} d={markPath(mark)} />
        ),
      )}
    </svg>
  );
}
