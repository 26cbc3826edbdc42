import type { MapCountry, MapMark } from "#app/views/team/map/map";
import type { MapPart } from "./map-part";

const smallest = 3.5;
const largest = 22;
/** Width of one letter of a label, and its height, in units of the picture. */
const letter = 6.6;
const line = 14;

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/**
 * Circles with an area by suppliers, the largest first so that small ones stand upon it. Whoever is beyond the picture has none.
 * @param atLeast how many the largest circle stands for where no country has more
 */
export function marksOf(part: MapPart, countries: readonly MapCountry[], atLeast = 1): readonly MapMark[] {
  const most = Math.max(atLeast, ...countries.map(({ suppliers }) => suppliers));
  const placed = countries.flatMap((country) => {
    const at = part.shapes[country.code]?.at;
    if (at === undefined || !isWithin(part, at)) return [];
    const radius = round(Math.max(smallest, largest * Math.sqrt(country.suppliers / most)));
    return [{ country, x: at[0], y: at[1], radius, wedge: wedgeOf(country, at, radius) }];
  });
  const taken: Box[] = placed.map(({ x, y, radius: r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  return placed.map((mark): MapMark => {
    const found = placesFor(mark, labelOf(mark.country)).find(
      ({ box }) => isInside(part, box) && !taken.some((other) => overlaps(box, other)),
    );
    if (found === undefined) return mark;
    taken.push(found.box);
    return { ...mark, label: found.label };
  });
}

type Place = { readonly label: NonNullable<MapMark["label"]>; readonly box: Box };

/** Where a name can stand: after its circle, before it, below or above. */
function placesFor({ x, y, radius }: Pick<MapMark, "x" | "y" | "radius">, text: string): readonly Place[] {
  const width = text.length * letter;
  const beside = radius + 4;
  const placeAt = (anchor: Place["label"]["anchor"], at: number, middle: number): Place => {
    const left = { start: at, middle: at - width / 2, end: at - width }[anchor];
    const box = { left, right: left + width, top: middle - line / 2, bottom: middle + line / 2 };
    return { label: { x: round(at), y: round(middle + 4), anchor }, box };
  };
  return [
    placeAt("start", x + beside, y),
    placeAt("end", x - beside, y),
    placeAt("middle", x, y + radius + line / 2 + 2),
    placeAt("middle", x, y - radius - line / 2 - 2),
  ];
}

function isInside({ box: [left, top, width, height] }: MapPart, box: Box): boolean {
  return box.left >= left && box.right <= left + width && box.top >= top && box.bottom <= top + height;
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
