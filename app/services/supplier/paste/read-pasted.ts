import { parse } from "csv-parse/sync";
import { bareText } from "#app/i18n/page-text";
import { listOptions } from "#app/services/supplier/fields/list-options";
import { listsFor } from "#app/services/supplier/fields/lists";
import { columnName, errorWords } from "#app/services/supplier/page/error-words";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { TablePlace } from "#app/services/supplier/rows/table-place";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Row } from "#questionnaires/answers";
import type { Column } from "#questionnaires/definition";
import { type Fields, readRow } from "#questionnaires/reading";
import { matchCountry } from "#scoring/editions/index";

export type PastedLine =
  | { readonly line: number; readonly cells: Row["cells"] }
  | { readonly line: number; readonly problems: readonly string[] };

/** Longest text that is looked at, in UTF-16 code units. */
const pasteLimit = 100_000;

/**
 * Reads pasted lines as rows of a table. Names of columns, countries, sites and choices are understood in the reader's
 * language and in the one the questionnaire was written in (`source`), which spreadsheets of the buyer are in.
 */
export function readPasted(
  session: SupplierSession,
  place: TablePlace,
  { text, words, source }: { text: string; words: PageTexts; source: PageTexts },
): readonly PastedLine[] {
  const lines = linesOf(text.slice(0, pasteLimit));
  const { columns, first } = columnsOf(place, lines, [source, words]);
  const matchers = new Map(columns.map((column) => [column.id, matcherOf(session, place, column, [source, words])]));
  return lines.slice(first).map((cells, at) => readLine(at + first + 1, cells));

  function readLine(line: number, cells: readonly string[]): PastedLine {
    const { question, part } = place;
    const fields = new Map<string, readonly string[]>();
    const problems: string[] = [];
    for (const [at, column] of columns.entries()) {
      const typed = cells[at]?.trim() ?? "";
      if (typed === "") continue;
      const found = matchers.get(column.id)?.(typed) ?? [typed];
      const label = columnName(words, `${question.id}.${part.id}.column.${column.id}`);
      if (found.length === 0) problems.push(words.t("supplier:paste.unknown", { label, value: typed.slice(0, 80) }));
      fields.set(`${question.id}.${part.id}.${column.id}`, found);
    }
    const context = { lists: listsFor(session), walk: session.walk };
    const read = readRow(question, part, fields satisfies Fields, context);
    if (problems.length === 0 && read.cells) return { line, cells: read.cells };
    // What is not in a list is among the problems already, with what was typed.
    const others = (read.errors ?? []).filter(({ field }) => fields.get(field)?.length !== 0);
    return { line, problems: [...problems, ...others.map((error) => problemOf(error))] };
  }

  function problemOf(error: Parameters<typeof errorWords>[1]): string {
    const { question, part } = place;
    const column = part.columns.find(({ id }) => error.field === `${question.id}.${part.id}.${id}`);
    const label = column && columnName(words, `${question.id}.${part.id}.column.${column.id}`);
    return errorWords(words, error, column, label);
  }
}

type GoodLine = Extract<PastedLine, { cells: Row["cells"] }>;

/** The lines without a problem, as many as the table still takes. */
export function goodLines(lines: readonly PastedLine[], { part, rows }: TablePlace): readonly GoodLine[] {
  const good = lines.filter((line): line is GoodLine => "cells" in line);
  return good.slice(0, Math.max(0, part.max - rows.length));
}

/** Spreadsheets put tabs between cells; saved files commas or semicolons. The first line decides. */
function linesOf(text: string): readonly (readonly string[])[] {
  const first = text.split("\n", 1)[0] ?? "";
  const delimiter = ["\t", ";", ","].find((mark) => first.includes(mark)) ?? "\t";
  const rows: unknown = parse(text.replace(/\r\n?/g, "\n"), {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    bom: true,
  });
  return (rows as string[][]).filter((cells) => cells.some((cell) => cell.trim() !== ""));
}

/** The order of the columns: as the first line names them, or as the page lists them. */
function columnsOf(
  { question, part }: TablePlace,
  lines: readonly (readonly string[])[],
  languages: readonly PageTexts[],
) {
  const byName = new Map(
    part.columns.flatMap((column) => {
      const key = `${question.id}.${part.id}.column.${column.id}`;
      const labels = languages.map((words) => columnName(words, key) ?? column.id);
      return [...labels, column.id].map((name) => [fold(name), column] as const);
    }),
  );
  const named = (lines[0] ?? []).map((cell) => byName.get(fold(cell)));
  const isHeader = named.filter(Boolean).length >= Math.min(2, part.columns.length);
  return isHeader
    ? { columns: named.map((column, at) => column ?? unknownColumn(at)), first: 1 }
    : { columns: part.columns, first: 0 };
}

/** Stands for a column of the paste that the table does not have; what is in it is ignored. */
function unknownColumn(at: number): Column {
  return { id: `ignored-${at}`, type: "text", optional: true };
}

type Matcher = (typed: string) => readonly string[];

/** Finds the ids that somebody means by a text; none where nothing fits. Undefined for columns that take any text. */
function matcherOf(
  session: SupplierSession,
  place: TablePlace,
  column: Column,
  languages: readonly PageTexts[],
): Matcher | undefined {
  if (column.type !== "one" && column.type !== "many") return undefined;
  const ids = new Map(languages.flatMap((words) => namesOf(session, place, column, words)));
  const one = (typed: string) => ids.get(fold(typed)) ?? (column.list === "countries" ? countryIn(typed) : undefined);
  if (column.type === "one") return (typed) => [one(typed)].filter((id) => id !== undefined);
  return (typed) => {
    const found = typed.split(/[;|、；]/u).map((text) => one(text.trim()));
    return found.every((id) => id !== undefined) ? found : [];
  };
}

/** Everything that names a choice in a language, with its id. */
function namesOf(
  session: SupplierSession,
  { question, part }: TablePlace,
  column: Extract<Column, { type: "one" | "many" }>,
  words: PageTexts,
): readonly (readonly [name: string, id: string])[] {
  const key = `${question.id}.${part.id}.column.${column.id}`;
  const options = (column.options ?? []).map((id) => ({ id, label: bareText(words.say(`${key}.option.${id}`)) }));
  const listed = column.list ? listOptions(session, column.list, words) : [];
  return [...options, ...listed].flatMap(({ id, label }) => [
    [fold(label), id] as const,
    // Codes of countries are matched in capitals elsewhere: in small letters they may be words of the reader's language.
    ...(column.list === "countries" ? [] : [[fold(id), id] as const]),
  ]);
}

function countryIn(typed: string): string | undefined {
  const match = matchCountry(typed);
  return "iso2" in match ? match.iso2 : undefined;
}

function fold(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase().replace(/\s+/gu, " ");
}
