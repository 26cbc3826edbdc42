import type { MapCountry, MapMark } from "#app/views/team/suppliers/map";
import type { MapPart } from "./map-part";

const smallest = 3.5;
const largest = 22;
/** Width of one letter of a label, and its height, in units of the picture. */
const letter = 6.6;
const line = 14;

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Circles with an area by suppliers, the largest first so that small ones stand upon it. Whoever is beyond the picture has none. */
export function marksOf(part: MapPart, countries: readonly MapCountry[]): readonly MapMark[] {
  const most = Math.max(1, ...countries.map(({ suppliers }) => suppliers));
  const placed = countries.flatMap((country) => {
    const at = part.shapes[country.code]?.at;
    if (at === undefined || !isWithin(part, at)) return [];
    const radius = round(Math.max(smallest, largest * Math.sqrt(country.suppliers / most)));
    return [{ country, x: at[0], y: at[1], radius, wedge: wedgeOf(country, at, radius) }];
  });
  const taken: Box[] = placed.map(({ x, y, radius: r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  return placed.map((mark): MapMark => {
    const text = labelOf(mark.country);
    const left = mark.x + mark.radius + 4;
    const box = { left, right: left + text.length * letter, top: mark.y - line / 2, bottom: mark.y + line / 2 };
    const isFree = box.right < part.box[2] && !taken.some((other) => overlaps(box, other));
    if (!isFree) return mark;
    taken.push(box);
    return { ...mark, label: { x: round(left), y: round(mark.y + 4) } };
  });
}

export function labelOf({ name, suppliers }: MapCountry): string {
  return `${name} ${suppliers}`;
}

function isWithin({ box: [left, top, width, height] }: MapPart, [x, y]: readonly [number, number]): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** A piece of a circle by the share of those rated that are High or Critical; two halves where it is all of it. */
function wedgeOf({ grave, rated }: MapCountry, [x, y]: readonly [number, number], radius: number): string | undefined {
  if (grave === 0) return undefined;
  const [top, bottom] = [round(y - radius), round(y + radius)];
  const arc = `A${radius} ${radius} 0`;
  if (grave >= rated) return `M${x} ${top}${arc} 0 1 ${x} ${bottom}${arc} 0 1 ${x} ${top}Z`;
  const turn = (grave / rated) * 2 * Math.PI;
  const end = `${round(x + radius * Math.sin(turn))} ${round(y - radius * Math.cos(turn))}`;
  return `M${x} ${y}V${top}${arc} ${turn > Math.PI ? 1 : 0} 1 ${end}Z`;
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}
