import { escapeHtml } from "#app/i18n/writing/escape-html";
import type { MapCountry, MapPartName } from "#app/views/team/map/map";
import type { MapPart } from "./map-part";
import { labelOf, marksOf } from "./marks";
import shapes from "./shapes.json" with { type: "json" };

/** Both maps, from Natural Earth (public domain), made by `build-map.ts`. */
export const maps = shapes as unknown as Readonly<Record<MapPartName, MapPart>>;

/** Its own colours: a picture is also shown where no style sheet of ours is. Patterns as well, for whoever prints it in grey. */
const style = `
:root{color-scheme:light dark}
.sea{fill:#f3f6fa;stroke:#d9dee5}.land{fill:#dfe4ea}.tier{stroke:#414d5c;stroke-width:.6;stroke-linejoin:round}
.t-1{fill:#fff}.t-2{fill:#d3dcf2}.t-2WL{fill:url(#hatch)}.t-3{fill:#414d5c}.t-SC{fill:url(#dots)}.t-none{fill:#dfe4ea}
.hatch-ground{fill:#e9edf8}.hatch-line{stroke:#414d5c;stroke-width:1.3}.dot-mark{fill:#414d5c}
.circle{fill:#fff;fill-opacity:.94;stroke:#111b2a;stroke-width:1.4}.wedge{fill:#b2470c}
text{font:12px sans-serif;fill:#111b2a;paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
@media(prefers-color-scheme:dark){.sea{fill:#101822;stroke:#2a3644}.land,.t-none{fill:#2a3644}.tier{stroke:#b6c1cd}
.t-1{fill:#0b1119}.t-2{fill:#33456b}.t-3{fill:#b6c1cd}.hatch-ground{fill:#1c2738}.hatch-line{stroke:#b6c1cd}.dot-mark{fill:#b6c1cd}
.circle{fill:#0b1119;stroke:#e9edf2}.wedge{fill:#cf7d3f}text{fill:#e9edf2;stroke:#0b1119}}`;

/** A class of the picture's own style. */
function is(name: string): string {
  return `class="${name}"`;
}

type Drawing = {
  readonly part: MapPartName;
  readonly title: string;
  readonly language: string;
  readonly countries: readonly MapCountry[];
  /** Whether the circles are drawn too: a page that shows the land draws them itself, with links. */
  readonly hasMarks: boolean;
};

/** A map as a file of SVG: countries with suppliers by tier, the others as land. */
export function mapFile({ part: name, title, language, countries, hasMarks }: Drawing): string {
  const part = maps[name];
  const tierOf = new Map(countries.map(({ code, tier }) => [code, tier]));
  const land = Object.entries(part.shapes).map(([code, { path }]) => {
    const tier = tierOf.get(code);
    return tier === undefined ? `<path ${is("land")} d="${path}"/>` : `<path ${is(`tier t-${tier}`)} d="${path}"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${part.box.join(" ")}" width="${part.box[2]}" height="${part.box[3]}" role="img" lang="${language}">`,
    `<title>${escapeHtml(title)}</title><style>${style}</style>`,
    `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect ${is("hatch-ground")} width="6" height="6"/><path ${is("hatch-line")} d="M0 0V6"/></pattern>`,
    `<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect ${is("hatch-ground")} width="6" height="6"/><circle ${is("dot-mark")} cx="3" cy="3" r="1.3"/></pattern></defs>`,
    part.outline ? `<path ${is("sea")} d="${part.outline}"/>` : "",
    `<path ${is("land")} d="${part.others}"/>`,
    ...land,
    ...(hasMarks ? marksIn(part, countries) : []),
    "</svg>\n",
  ].join("");
}

function marksIn(part: MapPart, countries: readonly MapCountry[]): readonly string[] {
  return marksOf(part, countries).map(({ country, x, y, radius, wedge, label }) => {
    const circle = `<circle ${is("circle")} cx="${x}" cy="${y}" r="${radius}"/>`;
    const words = label
      ? `<text x="${label.x}" y="${label.y}" text-anchor="${label.anchor}">${escapeHtml(labelOf(country))}</text>`
      : "";
    return `${circle}${wedge ? `<path ${is("wedge")} d="${wedge}"/>` : ""}${words}`;
  });
}
