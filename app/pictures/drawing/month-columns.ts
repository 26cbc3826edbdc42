import type { Drawing, Mark, PartLook, Shape } from "#app/views/team/map/pictures";
import { keyMarks, keySize } from "./key";
import { letter, tenth } from "./lines";

/** A month with its parts from the ground up; `said`: what the whole column says. */
export type MonthColumn = {
  readonly label: string;
  readonly said: string;
  readonly parts: readonly { readonly look: PartLook; readonly count: number }[];
};

export type MonthColumns = Pick<Drawing, "title" | "description"> & {
  readonly months: readonly MonthColumn[];
  /** A figure at the axis, as the page writes figures. */
  readonly written: (count: number) => string;
  readonly key: readonly { readonly look: PartLook; readonly text: string }[];
};

const [width, ground, top, left] = [760, 260, 20, 48];
/** The widest that a column is: a single month is no wall. */
const widest = 64;

/** Columns by month, each a pile of its parts, which have patterns as well as colours. */
export function monthColumns({ title, description, months, written, key }: MonthColumns): Drawing {
  const sums = months.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0));
  const step = stepFor(Math.max(1, ...sums));
  const highest = Math.max(step, Math.ceil(Math.max(...sums) / step) * step);
  const heightOf = (count: number) => (count / highest) * (ground - top);
  const slot = Math.min(widest, (width - left) / Math.max(1, months.length));
  const every = Math.max(1, Math.ceil((8 * letter + 8) / slot));
  const { marks, bottom } = keyMarks(
    key.map(({ look, text }) => ({ text, shapes: (x, y) => partShapes(look, { x, y, ...keySize }) })),
    { top: ground + 36, width },
  );
  const lines = Array.from({ length: highest / step }, (_, at): Mark => {
    const y = tenth(ground - heightOf((at + 1) * step));
    return {
      shapes: [
        { kind: "line", look: "grid", d: `M${left} ${y}H${width}` },
        { kind: "words", look: "dim", x: left - 8, y: y + 4, text: written((at + 1) * step), anchor: "end" },
      ],
    };
  });
  const columns = months.map(({ label, said, parts }, place): Mark => {
    const x = left + place * slot;
    let y = ground;
    const piled = parts.flatMap(({ look, count }) => {
      const height = heightOf(count);
      y -= height;
      const box = { x: tenth(x + slot * 0.12), y: tenth(y), width: tenth(slot * 0.76), height: tenth(height) };
      return count === 0 ? [] : partShapes(look, box);
    });
    const isNamed = (months.length - 1 - place) % every === 0;
    const middle = tenth(x + slot / 2);
    return { said, shapes: [...piled, ...(isNamed ? [named(label, middle, months.length === 1)] : [])] };
  });
  const floor: Mark = { shapes: [{ kind: "line", look: "axis", d: `M${left} ${ground}H${width}` }] };
  return { title, description, width, height: bottom, marks: [...lines, ...columns, floor, ...marks] };
}

function named(text: string, x: number, isAlone: boolean): Shape {
  // The last of many would stand over the edge.
  const anchor = !isAlone && x > width - 4 * letter ? "end" : "middle";
  return { kind: "words", look: "dim", x: anchor === "end" ? width : x, y: ground + 18, text, anchor };
}

/** Whole steps, about four of them. */
function stepFor(most: number): number {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  return ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
const veils = { high: "veil-hatch", medium: "veil-dots" } as const;

function partShapes(look: PartLook, box: Box): readonly Shape[] {
  const part: Shape = { kind: "box", look: `part-${look}`, ...box };
  return look === "high" || look === "medium" ? [part, { kind: "box", look: veils[look], ...box }] : [part];
}
