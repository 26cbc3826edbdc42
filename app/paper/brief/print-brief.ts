import { fontSet } from "#app/paper/fonts/font-set";
import { Column, type Fonts } from "#app/paper/layout/column";
import { Paper } from "#app/paper/pdf/paper";
import type { BriefSheet } from "#app/views/team/supplier/brief-sheet";
import { briefTexts } from "./brief-texts";
import { drawFoot, drawHead, drawVerdict } from "./head-and-foot";
import { drawList, drawWords, type Part } from "./lists";
import { type BriefLooks, looksAt } from "./looks";

/** The lists that may be shortened, with the rows that stay to the last. */
const shortened = ["known", "proof", "next"] as const;
type Shown = Record<(typeof shortened)[number], number>;

const mostRows = 8;
const fewestRows = 3;
// Smaller letters come last: they are tried only where what may never be left out fills the sheet.
const scales = [1, 0.92, 0.84, 0.76];
const gap = 21;

/** The brief of a supplier as a tagged PDF on one A4 sheet: where it does not fit, its lists are shortened and say so. */
export async function printBrief(brief: BriefSheet): Promise<Uint8Array<ArrayBuffer>> {
  const texts = briefTexts(brief);
  const fonts = {
    plain: await fontSet(texts.plain, brief.language, 400),
    bold: await fontSet(texts.bold, brief.language, 600),
  };
  let paper: Paper | undefined;
  for (const scale of scales) {
    for (let shown: Shown | undefined = firstShown(brief); shown; shown = withFewer(shown)) {
      paper = drawn(brief, fonts, looksAt(scale), shown);
      if (paper.sheets === 1) return new Uint8Array(await paper.end());
    }
  }
  if (!paper) throw new Error("a brief has at least one size");
  return new Uint8Array(await paper.end());
}

function firstShown(brief: BriefSheet): Shown {
  const rows = (list: (typeof shortened)[number]) => Math.min(mostRows, brief[list].rows.length);
  return { known: rows("known"), proof: rows("proof"), next: rows("next") };
}

/** With one row less in the longest list; undefined where all are as short as may be. */
function withFewer(shown: Shown): Shown | undefined {
  const [longest] = [...shortened].sort((one, other) => shown[other] - shown[one]);
  if (longest === undefined || shown[longest] <= fewestRows) return undefined;
  return { ...shown, [longest]: shown[longest] - 1 };
}

function drawn(brief: BriefSheet, fonts: Fonts, looks: BriefLooks, shown: Shown): Paper {
  const { title, organisation: author, language, at } = brief;
  const paper = new Paper({ title, author, language, at: new Date(at) });
  const column = new Column(paper, fonts, { language, dir: "ltr" });
  const half = (column.width - gap) / 2;
  const whole: Part = { from: 0, width: column.width };
  const left: Part = { from: 0, width: half };
  const right: Part = { from: half + gap, width: half };
  drawHead(column, brief, looks);
  drawVerdict(column, brief, looks);
  drawList(column, brief.known, looks, whole, shown.known);
  const { sum, statuses } = brief;
  if (sum && statuses) {
    drawBeside(
      column,
      () => drawList(column, sum, looks, left),
      () => drawList(column, statuses, looks, right),
    );
  }
  drawBeside(
    column,
    () => drawList(column, brief.proof, looks, left, shown.proof),
    () => drawList(column, brief.next, looks, right, shown.next),
  );
  drawWords(column, brief.doubts, looks);
  if (brief.words) drawWords(column, brief.words, looks);
  drawFoot(column, brief, looks);
  return paper;
}

/** Two parts side by side, read one after the other. */
function drawBeside(column: Column, one: () => void, other: () => void): void {
  const top = column.y;
  one();
  const end = column.y;
  column.y = top;
  other();
  column.y = Math.max(end, column.y);
}
