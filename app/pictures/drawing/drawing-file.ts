import { escapeHtml } from "#app/i18n/writing/escape-html";
import type { Drawing, Shape } from "#app/views/team/map/pictures";
import { patterns } from "./patterns";

/** Its own colours: a picture is also shown where no style sheet of ours is. */
const style = `
:root{color-scheme:light dark}
svg{background:#fff}text{font:12px sans-serif;fill:#414d5c}.drawn-head,.drawn-name{fill:#111b2a}.drawn-head,.drawn-figure-on{font-weight:600}
.drawn-figure{fill:#111b2a}.drawn-figure-on{fill:#fff}
.drawn-axis,.drawn-grid,.drawn-tick,.drawn-tick-on{fill:none;stroke:#65717f}.drawn-grid{stroke:#d9dee5}.drawn-tick{stroke:#414d5c;stroke-width:2}.drawn-tick-on{stroke:#fff;stroke-width:2}
.drawn-cell-0{fill:none;stroke:#d9dee5}.drawn-cell-1{fill:#eef1f7}.drawn-cell-2{fill:#d6deef}.drawn-cell-3{fill:#adbbdf}.drawn-cell-4{fill:#4f69b4}.drawn-cell-5{fill:#1f3f95}
.drawn-cell-few{fill:none;stroke:#65717f;stroke-dasharray:3 2}.drawn-cell-none,.drawn-cell-plain{fill:none}
.drawn-part-critical{fill:#5b0b1d}.drawn-part-high{fill:#b2470c}.drawn-part-medium{fill:#fbe6a6;stroke:#a2760a}.drawn-part-low{fill:#fff;stroke:#1f8068;stroke-width:1.5}
.drawn-part-other{fill:none;stroke:#65717f;stroke-dasharray:3 2}.drawn-ink-lines{fill:none;stroke:#fff;stroke-width:1.2}.drawn-ink-dots{fill:none;stroke:#a2760a}
.drawn-bar{fill:#111b2a}.drawn-flow-same{fill:#eef1f7}.drawn-flow-worse{fill:#b2470c}.drawn-flow-better{fill:#fff;stroke:#1f8068}.drawn-flow-other{fill:none;stroke:#65717f;stroke-dasharray:3 2}.drawn-ink-slants{fill:none;stroke:#1f8068}
@media(prefers-color-scheme:dark){svg{background:#121a23}text{fill:#b6c1cd}.drawn-head,.drawn-name,.drawn-figure{fill:#e9edf2}.drawn-figure-on{fill:#0c131b}
.drawn-axis,.drawn-tick{stroke:#b6c1cd}.drawn-grid,.drawn-cell-0{stroke:#2a3644}.drawn-tick-on{stroke:#0c131b}
.drawn-cell-1{fill:#18222f}.drawn-cell-2{fill:#22314a}.drawn-cell-3{fill:#34507f}.drawn-cell-4{fill:#8ca7ea}.drawn-cell-5{fill:#c3d1ff}
.drawn-part-critical{fill:#ff9aa2}.drawn-part-high{fill:#cf7d3f}.drawn-part-medium{fill:#40330d;stroke:#a8842a}.drawn-part-low{fill:#121a23;stroke:#3f9d84}.drawn-ink-lines{stroke:#121a23}.drawn-ink-dots{stroke:#fadb8c}
.drawn-bar{fill:#e9edf2}.drawn-flow-same{fill:#18222f}.drawn-flow-worse{fill:#cf7d3f}.drawn-flow-better{fill:#121a23;stroke:#3f9d84}.drawn-ink-slants{stroke:#3f9d84}}`;

/** A class of the drawing's own style. */
function is(name: string): string {
  return `class="${name}"`;
}

/** A drawing as a file of SVG. */
export function drawingFile({ width, height, title, description, marks }: Drawing, language: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 ${width + 24} ${height + 24}" width="${width + 24}" height="${height + 24}" role="img" lang="${language}">`,
    `<title>${escapeHtml(title)}</title><desc>${escapeHtml(description)}</desc><style>${style}</style><defs>`,
    ...patterns.map(
      ({ id, ink, size, d }) =>
        `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><path ${is(`drawn-ink-${ink}`)} d="${d}"/></pattern>`,
    ),
    "</defs>",
    ...marks.map(({ said, shapes }) => {
      const words = said === undefined ? "" : `<title>${escapeHtml(said)}</title>`;
      return `<g>${words}${shapes.map(shapeFile).join("")}</g>`;
    }),
    "</svg>\n",
  ].join("");
}

function shapeFile(shape: Shape): string {
  const look = is(`drawn-${shape.look}`);
  switch (shape.kind) {
    case "box":
      return `<rect ${look} x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"${veilOf(shape)}/>`;
    case "line":
      return `<path ${look} d="${shape.d}"${veilOf(shape)}/>`;
    case "words": {
      const anchor = shape.anchor ? ` text-anchor="${shape.anchor}"` : "";
      return `<text ${look} x="${shape.x}" y="${shape.y}"${anchor}>${escapeHtml(shape.text)}</text>`;
    }
  }
}

/** The pattern that lies over a colour. */
function veilOf({ look }: Shape): string {
  const veil = patterns.find((pattern) => pattern.veil === look);
  return veil ? ` fill="url(#${veil.id})"` : "";
}
