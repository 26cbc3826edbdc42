import type { Drawing, Shape } from "#app/views/team/map/pictures";
import { patterns } from "./patterns";

/** A drawing on a page: with its colours, never mirrored, and its words to whoever points at a mark. */
export function DrawingSvg({ drawing: { width, height, title, description, marks } }: { drawing: Drawing }) {
  return (
    <svg
      className="drawing"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={title}
      aria-describedby="drawing-description"
    >
      <desc id="drawing-description">{description}</desc>
      <defs>
        {patterns.map(({ id, ink, size, d }) => (
          <pattern key={id} id={id} width={size} height={size} patternUnits="userSpaceOnUse">
            <path className={`drawn-ink-${ink}`} d={d} />
          </pattern>
        ))}
      </defs>
      {marks.map(({ said, shapes }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the marks of a drawing never change places
        <g key={place}>
          {said !== undefined && <title>{said}</title>}
          {shapes.map((shape, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor do the shapes of a mark
            <DrawnShape key={at} shape={shape} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function DrawnShape({ shape }: { shape: Shape }) {
  const className = `drawn-${shape.look}`;
  switch (shape.kind) {
    case "box": {
      const { x, y, width, height } = shape;
      return <rect className={className} x={x} y={y} width={width} height={height} fill={veilOf(shape)} />;
    }
    case "line":
      return <path className={className} d={shape.d} fill={veilOf(shape)} />;
    case "words":
      return (
        <text className={className} x={shape.x} y={shape.y} textAnchor={shape.anchor}>
          {shape.text}
        </text>
      );
  }
}

function veilOf({ look }: Shape): string | undefined {
  const pattern = patterns.find(({ veil }) => veil === look);
  return pattern && `url(#${pattern.id})`;
}
