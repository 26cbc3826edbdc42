/** Of a drawing of 128 by 128 units. */
const centre = 64;
const inner = 30;
const strokes = 64;

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function stroke(digit: string, place: number): string {
  const angle = (place / strokes) * 2 * Math.PI;
  const point = (radius: number) =>
    `${tenth(centre + radius * Math.sin(angle))} ${tenth(centre - radius * Math.cos(angle))}`;
  return `M${point(inner)}L${point(inner + 4 + 1.55 * Number.parseInt(digit, 16))}`;
}

/** One stroke for each digit of a SHA-256 in hex, as a path of SVG; empty for anything else. */
export function sealPath(hash: string): string {
  return /^[0-9a-f]{64}$/.test(hash) ? [...hash].map(stroke).join("") : "";
}

/** The circles round and within the strokes, and the mark of Avow in their middle. */
export const sealParts = { centre, radii: [27, 62], mark: "M51 74L62 50 73 74M55.5 66h23" };
