import { isolate } from "#app/i18n/writing/isolate";
import { joinItems, joinLabel, joinStatements } from "#app/i18n/writing/punctuation";
import type { AnswerInWords } from "#app/services/answers/answer-words";
import type { PageTexts } from "#app/services/supplier/page/page-texts";

/** An answer as lines of text, for showing two of them side by side. */
export function linesOf(answer: AnswerInWords | undefined, { t, ui }: PageTexts): readonly string[] {
  if (!answer) return [t("supplier:check.blank")];
  const lines = answer.parts.flatMap((part) => partLines(part, ui));
  const comment = answer.comment ? [isolate(answer.comment, ui)] : [];
  const all = [...(answer.unsure ? [answer.unsure] : []), ...lines, ...comment];
  return all.length > 0 ? all : [t("supplier:check.blank")];
}

/** The sums of a table as a line like those of its rows; undefined where nothing is summed. */
export function totalLine(answer: AnswerInWords | undefined, { t, ui }: PageTexts): string | undefined {
  for (const part of answer?.parts ?? []) {
    if (part.kind === "table" && part.totals) {
      return rowLine(part.head, [t("supplier:rows.total"), ...part.totals.slice(1)], ui);
    }
  }
  return undefined;
}

function partLines(part: AnswerInWords["parts"][number], language: string): readonly string[] {
  const withLabel = (text: string) => (part.label === undefined ? text : joinLabel(part.label, text, language));
  switch (part.kind) {
    case "lines":
      return [withLabel(joinItems(part.lines, language))];
    case "pairs":
      return part.pairs.map(({ label, value }) => joinLabel(label, value, language));
    case "table":
      return part.rows.map((cells) => rowLine(part.head, cells, language));
    case "none":
      return [part.words];
  }
}

/** A row as one line: its name, then each filled cell with its column. */
function rowLine(head: readonly string[], [name = "", ...cells]: readonly string[], language: string): string {
  const others = cells.map((cell, at) => (cell === "" ? "" : joinLabel(head[at + 1] ?? "", cell, language)));
  return joinStatements(
    [isolate(name, language), ...others].filter((text) => text !== ""),
    language,
  );
}
