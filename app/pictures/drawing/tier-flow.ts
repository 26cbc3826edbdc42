import type { Drawing, FlowLook, Mark, Shape } from "#app/views/team/map/pictures";
import { keyMarks, keySize } from "./key";
import { tenth } from "./lines";

/** How many go from one place on the left to one on the right, both counted from 0. */
export type Flow = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly look: FlowLook;
  readonly said: string;
};

export type TierFlow = Pick<Drawing, "title" | "description"> & {
  /** What stands above the two sides, and what their bars are called. */
  readonly sides: readonly [string, string];
  readonly names: readonly string[];
  readonly flows: readonly Flow[];
  readonly written: (count: number) => string;
  readonly key: readonly { readonly look: FlowLook; readonly text: string }[];
};

const [width, top, most, gap] = [660, 28, 320, 20];
const bar = { left: 190, right: 460, width: 10 };
/** Whatever is behind is drawn first. */
const layers: readonly FlowLook[] = ["same", "other", "better", "worse"];

/** Two piles of bars, and between them bands as wide as how many go from one bar to another. */
export function tierFlow({ title, description, sides, names, flows, written, key }: TierFlow): Drawing {
  const all = flows.reduce((sum, { count }) => sum + count, 0);
  const unit = most / Math.max(1, all);
  const before = pileOf(names, (at) => sumOf(flows.filter(({ from }) => from === at)), unit);
  const after = pileOf(names, (at) => sumOf(flows.filter(({ to }) => to === at)), unit);
  const placed = placedFlows(flows, before, after, unit);
  const bottom = Math.max(...[before, after].flatMap((pile) => pile.map(({ y, height }) => y + height)));
  const keyed = keyMarks(
    key.map(({ look, text }) => ({
      text,
      shapes: (x, y) => area(look, `M${x} ${y}h${keySize.width}v${keySize.height}h-${keySize.width}Z`),
    })),
    { top: bottom + 20, width },
  );
  return {
    ...{ title, description, width, height: keyed.bottom },
    marks: [
      { shapes: [words("head", bar.left + bar.width, 12, sides[0], "end"), words("head", bar.right, 12, sides[1])] },
      ...layers.flatMap((layer) => placed.filter(({ look }) => look === layer).map(flowMark)),
      ...before.map((one, at) => sideMark(names[at] ?? "", one, "left", written)),
      ...after.map((one, at) => sideMark(names[at] ?? "", one, "right", written)),
      ...keyed.marks,
    ],
  };
}

type Bar = { readonly y: number; readonly height: number; readonly count: number };

function pileOf(names: readonly string[], countOf: (at: number) => number, unit: number): readonly Bar[] {
  let y = top;
  return names.map((_, at) => {
    const count = countOf(at);
    const one = { y, height: count * unit, count };
    y += one.height + gap;
    return one;
  });
}

type PlacedFlow = Flow & { readonly left: number; readonly right: number; readonly height: number };

/** On either side each band begins where the one before it ends. */
function placedFlows(
  flows: readonly Flow[],
  before: readonly Bar[],
  after: readonly Bar[],
  unit: number,
): readonly PlacedFlow[] {
  const used = { left: before.map(({ y }) => y), right: after.map(({ y }) => y) };
  const sorted = flows.toSorted((one, other) => one.from - other.from || one.to - other.to);
  return sorted.map((flow) => {
    const height = flow.count * unit;
    const [left = top, right = top] = [used.left[flow.from], used.right[flow.to]];
    used.left[flow.from] = left + height;
    used.right[flow.to] = right + height;
    return { ...flow, left, right, height };
  });
}

function flowMark({ look, said, left, right, height }: PlacedFlow): Mark {
  const [start, end] = [bar.left + bar.width, bar.right];
  const middle = (start + end) / 2;
  const curve = (from: number, fromY: number, to: number, toY: number) =>
    `${from} ${tenth(fromY)}C${middle} ${tenth(fromY)} ${middle} ${tenth(toY)} ${to} ${tenth(toY)}`;
  const path = `M${curve(start, left, end, right)}L${curve(end, right + height, start, left + height)}Z`;
  return { said, shapes: area(look, path) };
}

/** What gets better has strokes over it: it is told without its colour. */
function area(look: FlowLook, d: string): readonly Shape[] {
  const shape: Shape = { kind: "line", look: `flow-${look}`, d };
  return look === "better" ? [shape, { kind: "line", look: "veil-slants", d }] : [shape];
}

function sideMark(
  name: string,
  { y, height, count }: Bar,
  side: "left" | "right",
  written: (count: number) => string,
): Mark {
  const x = bar[side];
  const base = tenth(y + height / 2 + 4);
  const isLeft = side === "left";
  const edge = isLeft ? x - 8 : x + bar.width + 8;
  const beyond = isLeft ? edge - 28 : edge + 28;
  const box: Shape = { kind: "box", look: "bar", x, y: tenth(y), width: bar.width, height: Math.max(1, tenth(height)) };
  return {
    shapes: [
      box,
      words("figure", isLeft ? edge : edge + 22, base, written(count), "end"),
      words("name", beyond, base, name, isLeft ? "end" : undefined),
    ],
  };
}

function sumOf(flows: readonly Flow[]): number {
  return flows.reduce((sum, { count }) => sum + count, 0);
}

type Words = Extract<Shape, { kind: "words" }>;

function words(look: Words["look"], x: number, y: number, text: string, anchor?: Words["anchor"]): Words {
  return { kind: "words", look, x, y, text, ...(anchor && { anchor }) };
}
