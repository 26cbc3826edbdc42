import type { PointsBarKind } from "#app/views/team/suppliers/comparison";

type PointsBarProps = {
  kind: PointsBarKind;
  points: number;
  /** The end of the scale, in points; what is past it is drawn to the end. */
  scale: number;
  /** The id of the hatch that `PointsBarHatch` put on the page. */
  hatch: string;
};

const length = 200;

/** Points as a bar from one start: solid adds, hatched takes away, empty and broken was left out. The figure beside it says the same. */
export function PointsBar({ kind, points, scale, hatch }: PointsBarProps) {
  const width = Math.round(Math.min(1, Math.abs(points) / scale) * length * 10) / 10;
  const box = { x: 0, y: 3, width, height: 12 };
  return (
    <svg className="points-bar" viewBox={`0 0 ${length} 18`} preserveAspectRatio="none" aria-hidden="true">
      <path className="points-bar-start" d="M0 0V18" />
      {kind === "down" && <rect {...box} fill={`url(#${hatch})`} />}
      <rect
        {...box}
        className={`chart-${kind === "down" ? "down-edge" : kind}`}
        vectorEffect={kind === "down" ? "non-scaling-stroke" : undefined}
      />
    </svg>
  );
}

/** The hatch of all bars of a page, drawn once. */
export function PointsBarHatch({ id }: { id: string }) {
  return (
    <svg className="visually-hidden" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="chart-hatch" d="M0 0V6" />
        </pattern>
      </defs>
    </svg>
  );
}
