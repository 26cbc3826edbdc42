import { useId } from "react";
import type { BandBounds, StepKind } from "#app/views/team/supplier/rating";
import type { Band } from "#terms/bands";
import { zonesOf } from "./points-axis";
import { barClass } from "./step-bar";

/** A row of the picture: a step, a sum reached so far, or the floor at the end. */
export type WaterfallRow = { key: string; code: string; text: string; figure: string } & (
  | { row: "step"; kind: StepKind; start: number; end: number }
  | { row: "sum"; end: number }
  | { row: "floor"; band: Band }
);

type WaterfallProps = {
  rows: readonly WaterfallRow[];
  bounds: BandBounds;
  title: string;
  description: string;
  points: string;
  nameOf: (band: Band) => string;
};

const rowHeight = 27;
const top = 30;
const left = 345;
const width = 565;
const barOffset = 18;
const barHeight = 15;

/** Every step from 0 to the score, top to bottom. What takes away is hatched, what adds is solid; a table says the same. */
export function Waterfall({ rows, bounds, title, description, points, nameOf }: WaterfallProps) {
  const id = useId();
  const most = Math.max(100, ...rows.map((row) => (row.row === "step" ? Math.max(row.start, row.end) : 0)));
  const at = (value: number) => Math.round((left + (value / most) * width) * 10) / 10;
  const zones = zonesOf(bounds);
  const bottom = top + barOffset + rows.length * rowHeight;
  const marks = { down: `${id}d`, floor: `${id}f` };
  return (
    <svg className="chart" viewBox={`0 0 1000 ${bottom + 22}`} role="img" aria-labelledby={`${id}t ${id}x`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}x`}>{description}</desc>
      <Hatches {...marks} />
      {zones.map(({ band, from, to }) => (
        <rect
          key={band}
          className={`zone-${band}`}
          x={at(from)}
          y={top}
          width={at(to) - at(from)}
          height={bottom - top - 3}
        />
      ))}
      {zones.map(({ band, from, to }) => (
        <text key={band} className="text-soft text-middle" x={(at(from) + at(to)) / 2} y="22">
          {nameOf(band)}
        </text>
      ))}
      <text className="text-soft text-end" x="1000" y="22">
        {points}
      </text>
      {rows.map((row, place) => (
        <Row key={row.key} row={row} y={top + barOffset + place * rowHeight} at={at} zones={zones} marks={marks} />
      ))}
      <path className="chart-link" fill="none" d={linksOf(rows, at)} />
      <path className="chart-axis" d={`M${left} ${bottom}H${at(100)}`} />
      {[0, bounds.medium, bounds.high, bounds.critical, 100].map((value) => (
        <text key={value} className="text-soft text-middle" x={at(value)} y={bottom + 15}>
          {value}
        </text>
      ))}
    </svg>
  );
}

function Hatches({ down, floor }: { down: string; floor: string }) {
  return (
    <defs>
      <pattern id={down} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="chart-hatch" d="M0 0V6" />
      </pattern>
      <pattern id={floor} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="chart-hatch-floor" d="M0 0V6" />
      </pattern>
    </defs>
  );
}

type RowProps = {
  row: WaterfallRow;
  y: number;
  at: (value: number) => number;
  zones: ReturnType<typeof zonesOf>;
  marks: { down: string; floor: string };
};

function Row({ row, y, at, zones, marks }: RowProps) {
  const sum = row.row === "sum";
  const baseline = y + 12;
  return (
    <>
      {row.row !== "step" && <path className="chart-hair" d={`M0 ${y - 5.5}H1000`} />}
      {row.code !== "" && (
        <text className="text-soft text-number" x="0" y={baseline}>
          {row.code}
        </text>
      )}
      <text className={sum ? "text-bold" : undefined} x={sum ? 0 : 34} y={baseline}>
        {row.text}
      </text>
      <Bar row={row} y={y} at={at} zones={zones} marks={marks} />
      <text className={`${sum ? "text-bold " : ""}text-end text-number`} x="1000" y={baseline}>
        {row.figure}
      </text>
    </>
  );
}

function Bar({ row, y, at, zones, marks }: RowProps) {
  if (row.row === "floor") {
    const zone = zones.find(({ band }) => band === row.band);
    if (!zone) return null;
    const box = { x: at(zone.from), y, width: at(zone.to) - at(zone.from), height: barHeight };
    return (
      <>
        <rect {...box} fill={`url(#${marks.floor})`} />
        <rect className="chart-floor" {...box} />
      </>
    );
  }
  if (row.row === "sum")
    return <rect className="chart-sum" x={at(0)} y={y} width={at(row.end) - at(0)} height={barHeight} />;
  const from = at(Math.min(row.start, row.end));
  const box = { x: from, y, width: Math.max(0.8, at(Math.max(row.start, row.end)) - from), height: barHeight };
  if (row.end >= row.start) return <rect className={barClass[row.kind]} {...box} />;
  return (
    <>
      <rect {...box} fill={`url(#${marks.down})`} />
      <rect className="chart-down-edge" {...box} />
    </>
  );
}

/** From where one row ends to where the next one starts. */
function linksOf(rows: readonly WaterfallRow[], at: (value: number) => number): string {
  return rows
    .slice(0, -1)
    .map((row, place) => {
      const next = rows[place + 1];
      if (row.row === "floor" || next?.row === "floor") return "";
      const y = top + barOffset + place * rowHeight + barHeight;
      return `M${at(row.end)} ${y}V${y + rowHeight - barHeight}`;
    })
    .join("");
}
