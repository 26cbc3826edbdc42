import { sheet } from "#app/paper/pdf/paper";
import { sealParts, sealPath } from "#app/pictures/seal-path";
import { type Column, margin } from "./column";

/** Width and height of the seal on paper, in points. */
export const sealSize = 66;

/** `hash`: SHA-256 in hex; `seal`: what is read out in its place. */
export type Sealed = { readonly hash: string; readonly seal: string; readonly dir: "ltr" | "rtl" };

/** Draws the seal at the side where lines begin, where the column has got to. */
export function drawSeal(column: Column, { hash, seal, dir }: Sealed): void {
  const left = dir === "rtl" ? sheet.width - margin.side - sealSize : margin.side;
  const scale = sealSize / (2 * sealParts.centre);
  const circles = sealParts.radii.map((radius) => `0.5 w ${circle(radius)} S`);
  const figure = column.paper.element("Figure", {
    alt: seal,
    bbox: [left, column.y, left + sealSize, column.y + sealSize],
  });
  column.paper.draw(
    figure,
    [
      `q ${scale} 0 0 ${scale} ${left} ${column.y} cm 0.11 G`,
      ...circles,
      `1.4 w ${operators(sealPath(hash))} S`,
      `2.6 w 1 J 1 j ${operators(sealParts.mark)} S Q`,
    ].join("\n"),
  );
  figure.end();
}

/** The path of an SVG as a PDF writes it; of its commands those that the seal has. */
function operators(path: string): string {
  let [x, y] = [0, 0];
  const out: string[] = [];
  for (const [, command = "", numbers = ""] of path.matchAll(/([MLHh]?)([^MLHh]+)/g)) {
    const values = numbers
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (command === "h") {
      x += values[0] ?? 0;
      out.push(`${x} ${y} l`);
      continue;
    }
    for (let at = 0; at + 1 < values.length; at += 2) {
      [x, y] = [values[at] ?? 0, values[at + 1] ?? 0];
      out.push(`${x} ${y} ${command === "M" && at === 0 ? "m" : "l"}`);
    }
  }
  return out.join(" ");
}

/** Four curves; the factor makes them the nearest to a circle. */
function circle(radius: number): string {
  const { centre: c } = sealParts;
  const k = radius * 0.5523;
  const [low, high] = [c - radius, c + radius];
  return [
    `${high} ${c} m`,
    `${high} ${c + k} ${c + k} ${high} ${c} ${high} c`,
    `${c - k} ${high} ${low} ${c + k} ${low} ${c} c`,
    `${low} ${c - k} ${c - k} ${low} ${c} ${low} c`,
    `${c + k} ${low} ${high} ${c - k} ${high} ${c} c h`,
  ].join(" ");
}
