import type { PointsStep } from "#app/views/team/map/map";

const width = 520;
const height = 220;
/** Room for the figures at the left and below. */
const left = 40;
const below = 40;

/** Rated suppliers by points: what is not proven stands upon what is, with a broken edge. The table has the same numbers. */
export function PointsChart({ steps, title, axis }: { steps: readonly PointsStep[]; title: string; axis: string }) {
  const most = Math.max(1, ...steps.map(({ suppliers }) => suppliers));
  const bar = (width - left) / Math.max(1, steps.length);
  const tall = (suppliers: number) => Math.round((suppliers / most) * (height - below - 8) * 10) / 10;
  const ground = height - below;
  const marks = [...new Set([most, Math.round(most / 2)])];
  return (
    <svg className="points-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {marks.map((suppliers) => (
        <g key={suppliers}>
          <path className="points-chart-line" d={`M${left} ${ground - tall(suppliers)}H${width}`} />
          <text x={left - 6} y={ground - tall(suppliers) + 4} textAnchor="end">
            {suppliers}
          </text>
        </g>
      ))}
      {steps.map(({ from, suppliers, unproven }, place) => {
        const proven = tall(suppliers - unproven);
        const x = Math.round((left + place * bar + 1) * 10) / 10;
        const wide = Math.round((bar - 2) * 10) / 10;
        return (
          <g key={from}>
            <rect className="points-chart-bar" x={x} y={ground - proven} width={wide} height={proven} />
            {unproven > 0 && (
              <rect
                className="points-chart-unproven"
                x={x}
                y={ground - tall(suppliers)}
                width={wide}
                height={tall(suppliers) - proven}
              />
            )}
          </g>
        );
      })}
      <path className="points-chart-ground" d={`M${left} ${ground}H${width}`} />
      {[0, 25, 50, 75, 100].map((points) => (
        <text
          key={points}
          x={left + (points / 100) * (width - left)}
          y={ground + 16}
          textAnchor={points === 100 ? "end" : "middle"}
        >
          {points}
        </text>
      ))}
      <text x={left + (width - left) / 2} y={height - 4} textAnchor="middle">
        {axis}
      </text>
    </svg>
  );
}
