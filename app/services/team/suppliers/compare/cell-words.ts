import { bareText } from "#app/i18n/page-text";
import type { TeamContext } from "#app/services/context/contexts";
import type { AnswerPartView } from "#app/views/team/supplier/answers";
import type { AnswerCell, ComparedRow } from "#app/views/team/suppliers/comparison";

/** What one cell of a comparison says, as a figure or in words; nothing where the supplier has no rating. */
export function cellInWords(ctx: TeamContext, row: ComparedRow, place: number): string | number | undefined {
  const t = ctx.t(ctx.language);
  switch (row.kind) {
    case "points":
    case "total":
    case "confidence":
      return row.cells[place]?.points;
    case "score":
      return row.cells[place]?.score;
    case "dprk": {
      const state = row.cells[place]?.state;
      return state && t(`team:dprk.${state}`);
    }
    case "status": {
      const status = row.cells[place];
      return status && t(`ratings:status.${status}`);
    }
    case "tiers":
      return row.cells[place]?.map(({ country, tier }) => `${country}:${tier}`).join(" ");
    case "answer": {
      const answer = row.cells[place];
      return answer && answerLine(ctx, answer);
    }
  }
}

/** How far an answer is proven. */
export function evidenceInWords(ctx: TeamContext, row: ComparedRow, place: number): string | undefined {
  const answer = row.kind === "answer" ? row.cells[place] : undefined;
  if (answer?.missing !== undefined || answer?.mark === undefined) return undefined;
  return ctx.t(ctx.language)(`ratings:compare.evidence.${answer.mark}`);
}

function answerLine(ctx: TeamContext, answer: AnswerCell): string {
  const t = ctx.t(ctx.language);
  if (answer.missing !== undefined) return t(`ratings:compare.missing.${answer.missing}`);
  const { unsure, parts } = answer;
  return [...(unsure === undefined ? [] : [bareText(unsure)]), ...parts.map(partLine)].join("; ");
}

function partLine(part: AnswerPartView): string {
  const said = valueLine(part);
  return part.label === undefined ? said : `${bareText(part.label)}: ${said}`;
}

function valueLine(part: AnswerPartView): string {
  switch (part.kind) {
    case "none":
      return bareText(part.words);
    case "lines":
      return part.lines.map(bareText).join(", ");
    case "pairs":
      return part.pairs.map(({ label, value }) => `${bareText(label)}: ${bareText(value)}`).join(", ");
    case "table":
      return part.rows.map((row) => row.map(bareText).filter(Boolean).join(", ")).join("; ");
  }
}
