import { bareText } from "#app/i18n/page-text";
import type { SupplierContext } from "#app/services/context/contexts";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { namedOptions } from "#app/services/supplier/paste/option-names";
import { areRowsGiven } from "#app/services/supplier/rows/table-place";
import type { Row } from "#questionnaires/answers";
import type { Column, Question, TablePart } from "#questionnaires/definition";
import { isChoice, type TableBox } from "#questionnaires/workbook/boxes";
import { seenText } from "#questionnaires/workbook/find-cells";
import { columnLetters, columnMarks, type Sheet, type SheetCell } from "#questionnaires/workbook/sheets";
import { cellText, optionsText } from "./cell-words";
import type { Lists } from "./lists";
import { seenValue } from "./seen";

/** Rows above the first one that people fill in: marks, names, help. */
const above = 3;

/** Empty rows below those that are there, where nobody says how many. */
const usuallySpare = 50;

/** `B1`; `B1 2` for a second table of a question. */
export function tableSheetName({ id, parts }: Question, part: TablePart): string {
  const at = parts.filter(({ type }) => type === "table").findIndex((one) => one.id === part.id);
  return at > 0 ? `${id} ${at + 1}` : id;
}

type Filled = {
  readonly rows: readonly Row[];
  readonly words: PageTexts;
  readonly lists: Lists;
  readonly spare?: number;
};

/** The sheet of a table: a row a line, a column a column, and the id of each row before it. */
export function tableSheet(
  ctx: SupplierContext,
  table: TableBox,
  { rows, words, lists, spare = usuallySpare }: Filled,
): Sheet {
  const { question, part } = table;
  const say = (key: string) => bareText(words.say(key));
  const empty = Math.min(spare, Math.max(0, part.max - rows.length));
  const given = areRowsGiven(part) ? part.fill.into : undefined;
  const all = [...rows, ...Array.from({ length: empty }, () => undefined)];
  const listNames = new Map(part.columns.map((column) => [column.id, listOf(ctx, table, column, { words, lists })]));
  return {
    name: tableSheetName(question, part),
    headings: above,
    columns: [{ width: 12 }, ...part.columns.map(() => ({ width: 26 })), { width: 4, hidden: true }],
    rows: [
      [columnMarks.row, ...part.columns.map(({ id }) => `${table.id}.${id}`), columnMarks.seen].map((value) => ({
        value,
        kind: "code",
      })),
      [
        { value: words.t("supplier:workbook.column.code"), kind: "heading" },
        ...part.columns.map(({ id }): SheetCell => ({ value: say(`${table.id}.column.${id}`), kind: "heading" })),
        { value: "", kind: "code" },
      ],
      [
        { value: columnMarks.hint, kind: "code" },
        ...part.columns.map((column): SheetCell => ({ value: helpOf(ctx, table, column, words), kind: "told" })),
        { value: "", kind: "code" },
      ],
      ...all.map((row) => rowCells(row)),
    ],
  };

  function rowCells(row: Row | undefined): readonly SheetCell[] {
    const seen = new Map(part.columns.map(({ id }) => [id, seenValue(ctx, row?.cells[id])]));
    return [
      { value: row?.id ?? "", kind: "code" },
      ...part.columns.map((column): SheetCell => {
        const cell = row?.cells[column.id];
        const value =
          cell === undefined
            ? ""
            : cellText({ session: ctx.session, words }, column, `${table.id}.column.${column.id}`, cell);
        if (column.id === given && row !== undefined) return { value, kind: "told" };
        const takes =
          column.type === "date" ? "date" : column.type === "number" || column.type === "percent" ? "figure" : "text";
        return { value, kind: "open", takes, list: listNames.get(column.id) };
      }),
      { value: row === undefined ? "" : seenText(seen), kind: "code" },
    ];
  }
}

function listOf(
  { session }: SupplierContext,
  table: TableBox,
  column: Column,
  { words, lists }: Pick<Filled, "words" | "lists">,
): string | undefined {
  if (!isChoice(column) || column.type === "many") return undefined;
  if (column.list === "sites") return sitesList(session.questionnaire.questions, lists);
  const options = namedOptions(session, column, `${table.id}.column.${column.id}`, words);
  return options.length === 0 ? undefined : lists.of(options.map(({ label }) => label));
}

/** Sites are chosen from their own sheet, so that those that are added there can be chosen at once. */
function sitesList(questions: ReadonlyMap<string, Question>, lists: Lists): string | undefined {
  const sites = questions.get("B1");
  const part = sites?.parts.find(({ id }) => id === "sites");
  if (sites === undefined || part?.type !== "table") return undefined;
  const column = columnLetters(1 + part.columns.findIndex(({ id }) => id === part.named));
  return lists.from(`'${tableSheetName(sites, part)}'!$${column}$${above + 1}:$${column}$${above + part.max}`);
}

function helpOf({ session }: SupplierContext, table: TableBox, column: Column, words: PageTexts): string {
  const key = `${table.id}.column.${column.id}`;
  const hint = bareText(words.find(`${key}.hint`) ?? "");
  if (column.type !== "many") return hint;
  const options = column.list === "sites" ? "" : optionsText({ session, words }, column, key);
  return [hint, words.t("supplier:workbook.several", { options })].filter((line) => line !== "").join("\n");
}
