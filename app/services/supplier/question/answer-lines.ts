import type { PageLine, PageText } from "#app/i18n/page-text";
import { isolate } from "#app/i18n/writing/isolate";
import { itemsLine, keptApart, labelLine, statementsLine } from "#app/i18n/writing/lines";
import type { AnswerInWords } from "#app/services/answers/answer-words";
import type { PageTexts } from "#app/services/supplier/page/page-texts";

/** An answer as lines of text, for showing two of them side by side. */
export function linesOf(
  answer: AnswerInWords | undefined,
  { t, ui }: Pick<PageTexts, "t" | "ui">,
): readonly PageLine[] {
  if (!answer) return [t("supplier:check.blank")];
  const lines = answer.parts.flatMap((part) => partLines(part, ui));
  const comment = answer.comment ? [isolate(answer.comment, ui)] : [];
  const all = [...(answer.unsure ? [answer.unsure] : []), ...lines, ...comment];
  return all.length > 0 ? all : [t("supplier:check.blank")];
}

/** The sums of a table as a line like those of its rows; undefined where nothing is summed. */
export function totalLine(answer: AnswerInWords | undefined, { t, ui }: PageTexts): PageLine | undefined {
  for (const part of answer?.parts ?? []) {
    if (part.kind === "table" && part.totals) {
      return rowLine(part.head, [t("supplier:rows.total"), ...part.totals.slice(1)], ui);
    }
  }
  return undefined;
}

function partLines(part: AnswerInWords["parts"][number], language: string): readonly PageLine[] {
  const withLabel = (text: PageLine) => (part.label === undefined ? text : labelLine(part.label, text, language));
  switch (part.kind) {
    case "lines":
      return [withLabel(itemsLine(part.lines, language))];
    case "pairs":
      return part.pairs.map(({ label, value }) => labelLine(label, value, language));
    case "table":
      return part.rows.map((cells) => rowLine(part.head, cells, language));
    case "none":
      return [part.words];
  }
}

/** A row as one line: its name, then each filled cell with its column. */
function rowLine(head: readonly PageText[], [name = "", ...cells]: readonly PageLine[], language: string): PageLine {
  const others = cells.map((cell, at) => (cell === "" ? "" : labelLine(head[at + 1] ?? "", cell, language)));
  return statementsLine(
    [keptApart(name, language), ...others].filter((text) => text !== ""),
    language,
  );
}
