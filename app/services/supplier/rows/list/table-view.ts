import type { PageLine } from "#app/i18n/page-text";
import { answerInWords } from "#app/services/answers/answer-words";
import { rowsToFill, sourceNames } from "#app/services/supplier/fields/filled-rows";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { areRowsGiven, isFull } from "#app/services/supplier/rows/table-place";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { TableView } from "#app/views/supplier/controls";
import type { Question, TablePart } from "#questionnaires/definition";
import type { Fields } from "#questionnaires/reading";
import { rowsOf } from "#scoring/answer-values";
import { listPage } from "./list-pages";
import { totalsLines } from "./totals-lines";

/** The rows of a table as its question's page lists them, with running totals. `lines`: the page of a long list; all without it. */
export function tableView(
  session: SupplierSession,
  question: Question,
  part: TablePart,
  { words, fields, lines: wanted }: { words: PageTexts; fields: Fields; lines?: number },
): TableView {
  const { t } = words;
  const at = `${question.id}.${part.id}`;
  const kept = rowsOf(session.walk, question.id, part.id);
  const rows = part.fill ? rowsToFill(session, question.id, part, part.fill) : kept;
  const { from, shown, pages } = wanted === undefined ? { from: 0, shown: rows } : listPage(rows, wanted, words);
  const places = new Map(kept.map(({ id }, place) => [id, place]));
  const inWords = tableInWords(session, question, part, words);
  const lines = inWords?.rows ?? [];
  const nameOf = part.fill && sourceNames(session, part, part.fill, words);
  const order = namedFirst(part).filter((column) => isFilled(part.columns.indexOf(column), lines));
  return {
    kind: "table",
    href: `${addressOf(session)}/${question.id}/${part.id}`,
    part: part.id,
    head: order.map(({ id }) => words.say(`${at}.column.${id}`)),
    rows: shown.map((row, place) => {
      const line = lines[places.get(row.id) ?? -1];
      const cells = order.map((column) => line?.[part.columns.indexOf(column)] ?? "");
      const source = nameOf?.(row);
      const name = cells[0] || source || t("supplier:rows.unnamed", { number: from + place + 1 });
      return { id: row.id, name, cells: cells.slice(1) };
    }),
    count: rows.length,
    ...(pages ? { pages } : {}),
    fit: totalsLines(session, { question, part }, words),
    full: isFull({ question, part, rows }),
    ...(areRowsGiven(part) ? { given: true } : {}),
    most: part.max,
    ...(inWords?.totals
      ? { totals: order.slice(1).map((column) => inWords.totals?.[part.columns.indexOf(column)] ?? "") }
      : {}),
    add: words.say(`${at}.add`),
    ...(part.min === 0 && rows.length === 0 ? { none: noneOf(part, at, words, fields) } : {}),
  };
}

/** A button while nothing is said; what was said is shown as a box that can be cleared. */
function noneOf({ noneAtOnce }: TablePart, at: string, words: PageTexts, fields: Fields): TableView["none"] {
  const name = `${at}.none`;
  const on = fields.has(name);
  return { name, label: words.say(name), on, ...(noneAtOnce && !on ? { atOnce: true } : {}) };
}

/** Every row of a table in words, one text a column in the order of the definition. */
export function rowsInWords(
  session: SupplierSession,
  question: Question,
  part: TablePart,
  words: PageTexts,
): readonly (readonly PageLine[])[] {
  return tableInWords(session, question, part, words)?.rows ?? [];
}

function tableInWords({ walk }: SupplierSession, question: Question, part: TablePart, words: PageTexts) {
  const inWords = answerInWords(walk, question, words)?.parts.find((one) => one.part === part.id);
  return inWords?.kind === "table" ? inWords : undefined;
}

/** A column that nobody filled in only takes room from the others. */
function isFilled(column: number, lines: readonly (readonly PageLine[])[]): boolean {
  return lines.some((cells) => (cells[column] ?? "") !== "");
}

function namedFirst(part: TablePart): readonly TablePart["columns"][number][] {
  const named = part.columns.filter(({ id }) => id === part.named);
  return [...named, ...part.columns.filter(({ id }) => id !== part.named)];
}
