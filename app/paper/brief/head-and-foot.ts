import type { Column } from "#app/paper/layout/column";
import { drawSeal, sealSize } from "#app/paper/layout/seal";
import type { BriefSheet } from "#app/views/team/supplier/brief-sheet";
import { clipped, drawText } from "./lists";
import type { BriefLooks } from "./looks";

/** Who made it, what it is and whom it is about. */
export function drawHead(column: Column, brief: BriefSheet, looks: BriefLooks): void {
  const { width } = column;
  const half = width / 2;
  column.rule(2);
  column.y += 3;
  column.rule();
  column.y += 5;
  const top = column.y;
  const made = column.paper.element("P");
  column.put(made, clipped(column, brief.organisation, { ...looks.small, bold: true, grey: false }, half, 1));
  column.put(made, column.text(brief.kind, looks.small, width));
  made.end();
  const end = column.y;
  column.y = top;
  const dayText = column.text(brief.day, looks.small, half);
  const dayWidth = Math.max(0, ...dayText.lines.map((line) => line.width));
  const day = column.paper.element("P");
  column.put(day, dayText, { from: width - dayWidth, width: dayWidth });
  day.end();
  column.y = end + 5 * looks.scale;
  const name = column.paper.element("H1");
  column.put(name, clipped(column, brief.name, looks.title, width));
  name.end();
  const facts = column.paper.element("P");
  column.put(facts, clipped(column, brief.facts, looks.small, width));
  facts.end();
  column.y += 6 * looks.scale;
}

const bandWidth = 104;
const rulerWidth = 170;

/** The band in its box, what it comes from, and the score on its scale. */
export function drawVerdict(column: Column, brief: BriefSheet, looks: BriefLooks): void {
  column.rule(0.75);
  column.y += 7;
  const top = column.y;
  drawBand(column, brief.band, looks);
  let end = column.y;
  column.y = top;
  const from = bandWidth + 14;
  const width = column.width - from - (brief.ruler ? rulerWidth + 14 : 0);
  for (const [at, text] of brief.verdict.entries()) {
    drawText(column, "P", text, at === 0 ? looks.strong : looks.body, { from, width });
  }
  end = Math.max(end, column.y);
  column.y = top;
  if (brief.ruler) drawRuler(column, brief.ruler, looks);
  column.y = Math.max(end, column.y) + 5;
  column.rule(0.75);
}

function drawBand(column: Column, band: string, looks: BriefLooks): void {
  const text = column.text(band, looks.band, bandWidth - 12);
  const height = text.lines.length * looks.band.leading + 8;
  const left = column.startOf(0, bandWidth);
  column.paper.decorate(`q 0.11 G 1.2 w ${left} ${column.y.toFixed(2)} ${bandWidth} ${height} re S Q`);
  column.y += 4;
  const own = Math.max(0, ...text.lines.map((line) => line.width));
  const element = column.paper.element("P");
  column.put(element, text, { from: (bandWidth - own) / 2, width: own });
  element.end();
  column.y += 6;
}

const barHeight = 11;

/** A bar from 0 to 100 with its bands, and a mark over the score. */
function drawRuler(column: Column, { alt, score, zones }: NonNullable<BriefSheet["ruler"]>, looks: BriefLooks): void {
  const from = column.width - rulerWidth;
  const left = column.startOf(from, rulerWidth);
  const y = column.y + 9;
  const x = (points: number) => (left + (points / 100) * rulerWidth).toFixed(2);
  const mark = Number(x(score));
  const bottom = y + barHeight + looks.small.leading + 3;
  const figure = column.paper.element("Figure", { alt, bbox: [left - 5, y - 9, left + rulerWidth + 5, bottom] });
  const edges = zones.slice(1).map((zone) => `${x(zone.from)} ${y} m ${x(zone.from)} ${y + barHeight + 3} l S`);
  column.paper.draw(
    figure,
    [
      `q 0.36 G 0.5 w ${left} ${y} ${rulerWidth} ${barHeight} re S`,
      ...edges,
      `0.11 g ${mark} ${y - 1} m ${mark - 4} ${y - 8} l ${mark + 4} ${y - 8} l f Q`,
    ].join("\n"),
  );
  for (const { name, from: begins, to } of zones) {
    const text = column.text(name, looks.small, rulerWidth);
    const own = Math.max(0, ...text.lines.map((line) => line.width));
    column.y = y + barHeight + 3;
    column.put(figure, text, { from: from + ((begins + to) / 200) * rulerWidth - own / 2, width: own });
  }
  figure.end();
  column.y = bottom;
}

/** The seal of what was signed, and what the brief was made from. */
export function drawFoot(column: Column, brief: BriefSheet, looks: BriefLooks): void {
  column.y += 8 * looks.scale;
  const from = brief.seal ? sealSize + 14 : 0;
  column.need(brief.seal ? sealSize + 6 : looks.small.leading * brief.foot.length + 6);
  column.rule(0.75);
  column.y += 5;
  if (brief.seal) {
    const top = column.y;
    drawSeal(column, { hash: brief.seal.hash, seal: brief.seal.alt, dir: "ltr" });
    column.y = top + 4;
  }
  const lines = column.hasSubstitutes ? [...brief.foot, brief.substitute] : brief.foot;
  for (const line of lines) drawText(column, "P", line, looks.small, { from, width: column.width - from });
}
