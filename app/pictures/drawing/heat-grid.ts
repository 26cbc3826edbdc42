import type { CellLook, Drawing, Mark, Shape } from "#app/views/team/map/pictures";
import { keyMarks, keySize } from "./key";
import { cut, letter, linesOf, tenth } from "./lines";

/** One row of cells, with how many it is made of. */
export type HeatRow = {
  readonly name: string;
  readonly count: string;
  readonly isSum?: boolean;
  readonly cells: readonly { readonly text: string; readonly look: CellLook; readonly said: string }[];
};

export type HeatGrid = Pick<Drawing, "title" | "description"> & {
  /** What the counts beside the names are. */
  readonly counted: string;
  readonly columns: readonly { readonly code?: string; readonly name: string }[];
  readonly rows: readonly HeatRow[];
  readonly key: readonly { readonly look: CellLook; readonly text: string }[];
};

const [nameWidth, countWidth, gap] = [146, 48, 2];
const [cellWidth, rowHeight, line] = [76, 28, 14];
/** Lines of a column's name, and letters of one. */
const head = { letters: 12, most: 4 };
const start = nameWidth + countWidth;

/** Rows by columns: the darker a cell, the more of it, and as many strokes below its figure; the figure is there either way. */
export function heatGrid({ title, description, counted, columns, rows, key }: HeatGrid): Drawing {
  const heads = columns.map(({ code, name }) => [...(code === undefined ? [] : [code]), ...linesOf(name, head)]);
  const headHeight = Math.max(1, ...heads.map((lines) => lines.length)) * line + 6;
  const width = start + columns.length * cellWidth;
  const top = (place: number) => headHeight + place * rowHeight;
  const { marks, bottom } = keyMarks(
    key.map(({ look, text }) => ({
      text,
      shapes: (x, y) => cellShapes({ look, x, y, ...keySize }),
    })),
    { top: top(rows.length) + 16, width },
  );
  return {
    ...{ title, description, width, height: bottom },
    marks: [
      { shapes: [words("dim", start - 10, headHeight - 8, counted, "end")] },
      ...heads.map((lines, column) => headMark(lines, columns[column]?.code !== undefined, column, headHeight)),
      ...rows.flatMap((row, place) => rowMarks(row, top(place))),
      ...marks,
    ],
  };
}

function headMark(lines: readonly string[], hasCode: boolean, column: number, height: number): Mark {
  const middle = start + (column + 0.5) * cellWidth;
  const first = height - 8 - (lines.length - 1) * line;
  const look = (at: number) => (hasCode && at === 0 ? "head" : "name");
  return { shapes: lines.map((text, at) => words(look(at), middle, first + at * line, text, "middle")) };
}

function rowMarks({ name, count, cells, isSum }: HeatRow, y: number): readonly Mark[] {
  const base = y + 18;
  const label = words(isSum ? "head" : "name", 0, base, cut(name, Math.floor(nameWidth / letter)));
  const rule: readonly Shape[] = isSum
    ? [{ kind: "line", look: "axis", d: `M0 ${y - 1}H${start + cells.length * cellWidth}` }]
    : [];
  return [
    { shapes: [...rule, label, words("dim", start - 10, base, count, "end")] },
    ...cells.map(({ text, look, said }, column): Mark => {
      const x = start + column * cellWidth;
      const box = { x: x + gap / 2, y: y + gap / 2, width: cellWidth - gap, height: rowHeight - gap };
      const figure = words(isDark(look) ? "figure-on" : "figure", x + cellWidth / 2, base - 1, text, "middle");
      return { said, shapes: [...cellShapes({ look, ...box }), figure] };
    }),
  ];
}

function isDark(look: CellLook): boolean {
  return look === 4 || look === 5;
}

type Placed = {
  readonly look: CellLook;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A cell with one stroke for each step, so that no colour is needed to tell them apart. */
function cellShapes({ look, ...box }: Placed): readonly Shape[] {
  const steps = typeof look === "number" ? look : 0;
  const foot = box.y + box.height - 2.5;
  const first = box.x + box.width / 2 - (steps * 5 - 1) / 2;
  const strokes = Array.from({ length: steps }, (_, at) => `M${tenth(first + at * 5)} ${tenth(foot)}h4`).join("");
  return [
    { kind: "box", look: `cell-${look}`, ...box },
    ...(steps === 0 ? [] : [{ kind: "line", look: isDark(look) ? "tick-on" : "tick", d: strokes } as const]),
  ];
}

type Words = Extract<Shape, { kind: "words" }>;

function words(look: Words["look"], x: number, y: number, text: string, anchor?: Words["anchor"]): Words {
  return { kind: "words", look, x, y, text, ...(anchor && { anchor }) };
}
