import { useId } from "react";
import type { BandBounds } from "#app/views/team/supplier/rating";
import type { Band } from "#terms/bands";
import { scaleTo, zonesOf } from "./points-axis";

type BandRulerProps = {
  score: number;
  /** The figure as it is written. */
  figure: string;
  bounds: BandBounds;
  /** The band that a floor lifts to, where one does. */
  floor?: Band;
  /** What it shows, in a sentence. */
  name: string;
  nameOf: (band: Band) => string;
};

const start = 6;
const width = 408;
const at = scaleTo(start, width);
const ticks = Array.from({ length: 21 }, (_, place) => place * 5);

/** Where a score lies between 0 and 100, and which band a floor lifts it to. */
export function BandRuler({ score, figure, bounds, floor, name, nameOf }: BandRulerProps) {
  const hatch = useId();
  const zones = zonesOf(bounds);
  const edges = new Set([0, bounds.medium, bounds.high, bounds.critical, 100]);
  const here = at(score);
  const lifted = zones.find(({ band }) => band === floor);
  const late = score > 82;
  return (
    <svg className="chart" viewBox="0 0 420 84" role="img" aria-label={name}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="chart-hatch-floor" d="M0 0V6" />
        </pattern>
      </defs>
      {zones.map(({ band, from, to }) => (
        <rect key={band} className={`zone-${band}`} x={at(from)} y="24" width={at(to) - at(from)} height="20" />
      ))}
      {lifted && (
        <>
          <rect
            x={at(lifted.from)}
            y="24"
            width={at(lifted.to) - at(lifted.from)}
            height="20"
            fill={`url(#${hatch})`}
          />
          <rect
            className="chart-floor"
            x={at(lifted.from)}
            y="24"
            width={at(lifted.to) - at(lifted.from)}
            height="20"
          />
        </>
      )}
      <path
        className="chart-axis"
        fill="none"
        d={ticks.map((tick) => `M${at(tick)} 44v${edges.has(tick) ? 9 : 4}`).join("")}
      />
      {zones.map(({ band, from, to }) => (
        <text key={band} className="text-middle text-soft" x={(at(from) + at(to)) / 2} y="68">
          {nameOf(band)}
        </text>
      ))}
      <path className="chart-point" d={`M${here} 22l-6-10h12z`} />
      <path className="chart-axis" d={`M${here} 22V46`} />
      <text
        className={late ? "text-bold text-number text-end" : "text-bold text-number"}
        x={here + (late ? -11 : 11)}
        y="17"
      >
        {figure}
      </text>
    </svg>
  );
}
