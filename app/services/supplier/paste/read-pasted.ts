import { joinItems } from "#app/i18n/writing/punctuation";
import type { ServiceContext } from "#app/services/context/contexts";
import { readingIn } from "#app/services/supplier/fields/lists";
import { columnName, errorWords } from "#app/services/supplier/page/error-words";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { areRowsGiven, type TablePlace } from "#app/services/supplier/rows/table-place";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Row } from "#questionnaires/answers";
import type { Column } from "#questionnaires/definition";
import { type Fields, readRow } from "#questionnaires/reading";
import { isBlank } from "#terms/texts/typed-text";
import { foldName, type Matcher, optionMatcher } from "./option-names";
import { type PastedRecord, pastedRecords } from "./pasted-cells";

export type PastedLine =
  | { readonly line: number; readonly raw: string; readonly cells: Row["cells"] }
  | { readonly line: number; readonly raw: string; readonly problems: readonly string[] };

/** What was found in pasted text. `heading`: the line with the names of the columns, as it was pasted, if there is one. */
export type PastedLines = {
  readonly heading?: string;
  /** The whole text, where it is more than is read. */
  readonly unread?: string;
  readonly lines: readonly PastedLine[];
  /** Says what was not read of the whole text, or of columns that the table does not have. */
  readonly notes: readonly string[];
};

/** Longest text that is read, in UTF-16 code units. What is longer is not cut: nobody would know what is missing. */
const pasteLimit = 100_000;

/**
 * Reads pasted lines as rows of a table. Names of columns, countries, sites and choices are understood in the reader's
 * language and in the one the questionnaire was written in (`source`), which spreadsheets of the buyer are in.
 */
export function readPasted(
  session: SupplierSession,
  place: TablePlace,
  { text, words, source, clock }: { text: string; words: PageTexts; source: PageTexts } & Pick<ServiceContext, "clock">,
): PastedLines {
  if (text.trim().length > pasteLimit) {
    const max = new Intl.NumberFormat(words.ui, { numberingSystem: "latn" }).format(pasteLimit);
    return { unread: text, lines: [], notes: [words.t("supplier:paste.tooLong", { max })] };
  }
  const records = pastedRecords(text);
  const { columns, heading } = columnsOf(place, records[0], [source, words]);
  const matchers = new Map(
    columns.map((column) => [column, column && matcherOf(session, place, column, [source, words])]),
  );
  const nameless = (heading?.cells ?? []).filter((cell, at) => columns[at] === undefined && cell.trim() !== "");
  return {
    heading: heading?.raw,
    lines: records.slice(heading ? 1 : 0).map(readLine),
    notes:
      nameless.length === 0
        ? []
        : [words.t("supplier:paste.ignored", { columns: joinItems(nameless.map(shortened), words.ui) })],
  };

  function readLine({ line, cells, raw }: PastedRecord): PastedLine {
    const { fields, problems } = fieldsOf(cells);
    // Rows beyond the most are told of together, and what else is answered may say what rows there can be.
    const { [place.part.id]: _, ...value } = session.file.answers[place.question.id]?.value ?? {};
    const context = { ...readingIn({ clock }, session), current: { value } };
    const read = readRow(place.question, place.part, fields satisfies Fields, context);
    if (problems.length === 0 && read.cells) return { line, raw, cells: read.cells };
    // What is not in a list is among the problems already, with what was typed.
    const others = (read.errors ?? []).filter(({ field }) => fields.get(field)?.length !== 0);
    return { line, raw, problems: [...problems, ...others.map((error) => problemOf(error))] };
  }

  function fieldsOf(cells: readonly string[]) {
    const fields = new Map<string, readonly string[]>();
    const problems: string[] = [];
    const filled = cells.map((cell, at) => ({ typed: cell.trim(), at })).filter(({ typed }) => !isBlank(typed));
    for (const { typed, at } of filled) {
      const column = columns[at];
      const found = matchers.get(column)?.(typed) ?? [typed];
      if (column) fields.set(`${place.question.id}.${place.part.id}.${column.id}`, found);
      if (column && found.length === 0) problems.push(unknownIn(column, typed));
      if (!column && isBlank(heading?.cells[at] ?? "")) {
        problems.push(words.t("supplier:paste.noColumn", { value: shortened(typed) }));
      }
    }
    return { fields, problems };
  }

  function unknownIn({ id }: Column, typed: string): string {
    const label = columnName(words, `${place.question.id}.${place.part.id}.column.${id}`);
    return words.t("supplier:paste.unknown", { label, value: shortened(typed) });
  }

  function problemOf(error: Parameters<typeof errorWords>[1]): string {
    const { question, part } = place;
    const column = part.columns.find(({ id }) => error.field === `${question.id}.${part.id}.${id}`);
    const label = column && columnName(words, `${question.id}.${part.id}.column.${column.id}`);
    return errorWords(words, error, column, label);
  }
}

export type GoodLine = Extract<PastedLine, { cells: Row["cells"] }>;

/** The lines without a problem. */
export function wholeLines({ lines }: PastedLines): readonly GoodLine[] {
  return lines.filter((line): line is GoodLine => "cells" in line);
}

/** The lines without a problem, as many as the table still takes; one a row of a table whose rows are given. */
export function goodLines(pasted: PastedLines, { part, rows }: TablePlace): readonly GoodLine[] {
  if (areRowsGiven(part)) {
    const { into } = part.fill;
    const whole = wholeLines(pasted);
    return whole.filter(({ cells }, at) => at === whole.findIndex((one) => one.cells[into] === cells[into]));
  }
  return wholeLines(pasted).slice(0, Math.max(0, part.max - rows.length));
}

/** What of the text was not added, as it was pasted and under its heading; "" when all was. */
export function textLeft({ heading, unread, lines }: PastedLines, added: readonly GoodLine[]): string {
  if (unread !== undefined) return unread;
  const gone = new Set<PastedLine>(added);
  const left = lines.filter((line) => !gone.has(line)).map(({ raw }) => raw);
  return left.length === 0 ? "" : [...(heading === undefined ? [] : [heading]), ...left].join("\n");
}

/** Enough of a cell to find it by. */
function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** The order of the columns: as the first line names them, or as the page lists them. Undefined for one that the table has not, or has already. */
function columnsOf(
  { question, part }: TablePlace,
  first: PastedRecord | undefined,
  languages: readonly PageTexts[],
): { columns: readonly (Column | undefined)[]; heading?: PastedRecord } {
  const byName = new Map(
    part.columns.flatMap((column) => {
      const key = `${question.id}.${part.id}.column.${column.id}`;
      const labels = languages.map((words) => columnName(words, key) ?? column.id);
      return [...labels, column.id].map((name) => [foldName(name), column] as const);
    }),
  );
  const named = (first?.cells ?? []).map((cell) => byName.get(foldName(cell)));
  const isHeader = named.filter(Boolean).length >= Math.min(2, part.columns.length);
  if (!first || !isHeader) return { columns: part.columns };
  return { columns: named.map((column, at) => (named.indexOf(column) === at ? column : undefined)), heading: first };
}

/** Undefined for columns that take any text. */
function matcherOf(
  session: SupplierSession,
  { question, part }: TablePlace,
  column: Column,
  languages: readonly PageTexts[],
): Matcher | undefined {
  if (column.type !== "one" && column.type !== "many") return undefined;
  return optionMatcher(session, column, `${question.id}.${part.id}.column.${column.id}`, languages);
}
