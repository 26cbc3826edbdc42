import type { Question } from "#questionnaires/definition";
import { isBlank } from "#terms/texts/typed-text";
import { answerBoxes, type Box, type TableBox, tableBoxes } from "./boxes";
import { type ColumnWords, findHeading, type Heading, isHeading } from "./headings";
import { aboutNames, cellName, columnMarks, type ReadSheet } from "./sheets";

/** Where something stands in a file, as people name it. */
export type Place = { readonly sheet: string; readonly cell: string };
export type FoundCell = Place & {
  readonly typed: string;
  /** What the cell said when the file was made, as a digest; "" for nothing. Undefined where the file does not tell. */
  readonly seen?: string;
};

/** A row of a table. `row`: its id; undefined for one that was added in the file. `cells`: by column. */
type FoundRow = Place & { readonly row?: string; readonly cells: ReadonlyMap<string, FoundCell> };

/** Everything that a file says, by what it belongs to; nothing is judged yet. */
export type FoundCells = {
  /** Filled cells by the id of their box. */
  readonly cells: ReadonlyMap<string, FoundCell>;
  /** Rows with something in them, by the id of their table. */
  readonly rows: ReadonlyMap<string, readonly FoundRow[]>;
  /** What the file is about, by name. */
  readonly about: ReadonlyMap<string, string>;
  /** Cells for an answer that hold nothing. */
  readonly empty: number;
  /** Filled cells that belong to nothing that is asked. */
  readonly strange: readonly FoundCell[];
};

/** Finds the cells of a questionnaire in the sheets of a file: by ids, wherever rows, columns and sheets were moved to. */
export function findCells(
  sheets: readonly ReadSheet[],
  questions: readonly Question[],
  words: ColumnWords,
): FoundCells {
  const finder = new Finder(questions, words);
  for (const sheet of sheets) finder.look(sheet);
  return finder;
}

/** What each cell of a row said, as it stands in its last column: `answer=3f2a;comment=`. */
export function seenText(seen: ReadonlyMap<string, string>): string {
  return [...seen].map(([name, digest]) => `${name}=${digest}`).join(";");
}

function seenIn(text: string): ReadonlyMap<string, string> | undefined {
  if (!text.includes("=")) return undefined;
  return new Map(text.split(";").map((pair) => [pair.split("=")[0] ?? "", (pair.split("=")[1] ?? "").slice(0, 20)]));
}

/** What is longer is no id of a row. */
const longestRowId = 80;

class Finder implements FoundCells {
  readonly cells = new Map<string, FoundCell>();
  readonly rows = new Map<string, FoundRow[]>();
  readonly about = new Map<string, string>();
  readonly strange: FoundCell[] = [];
  empty = 0;
  private readonly boxes: ReadonlyMap<string, Box>;
  private readonly tables: ReadonlyMap<string, TableBox>;
  private readonly first: ReadonlyMap<string, string>;

  constructor(
    questions: readonly Question[],
    private readonly words: ColumnWords,
  ) {
    const boxes = questions.flatMap(answerBoxes);
    this.boxes = new Map(boxes.map((box) => [box.id, box]));
    this.first = new Map(questions.map((question) => [question.id, answerBoxes(question)[0]?.id ?? ""]));
    this.tables = new Map(questions.flatMap(tableBoxes).map((table) => [table.id, table]));
  }

  look({ name, rows }: ReadSheet): void {
    const first = rows[0]?.[0]?.trim() ?? "";
    const heading = findHeading(rows, [...this.tables.values()], this.words);
    if (first === columnMarks.about) this.readAbout(rows);
    else if (heading !== undefined) this.readBelow(name, rows, heading);
    // Instructions and lists are our own words.
    else if (!first.startsWith("avow:")) this.readLoose(name, rows);
  }

  private readBelow(sheet: string, rows: ReadSheet["rows"], { row, columns, table }: Heading): void {
    rows.forEach((cells, at) => {
      if (at <= row || isHeading(cells, this.words)) return;
      if (table) this.readRow(table, { sheet, at, cells, columns });
      else this.readBoxes({ sheet, at, cells, columns });
    });
  }

  private readAbout(rows: ReadSheet["rows"]): void {
    for (const [key = "", value = ""] of rows.slice(1)) {
      const isName = aboutNames.some((known) => known === key) || this.first.has(key);
      if (isName && value !== "") this.about.set(key, value);
    }
  }

  private readBoxes({ sheet, at, cells, columns }: Line): void {
    const id = (cells[columns.get(columnMarks.id) ?? -1] ?? "").trim();
    const box = this.boxes.get(id);
    const seen = seenIn(cells[columns.get(columnMarks.seen) ?? -1] ?? "");
    const own = new Set([columnMarks.answer, columnMarks.unsure, columnMarks.comment].map((mark) => columns.get(mark)));
    this.leaveOthers({ sheet, at, cells, columns }, box ? own : new Set());
    if (box === undefined) return;
    const take = (mark: string, name: string, target: string) => {
      const column = columns.get(mark);
      if (column === undefined) return;
      this.take(target, { sheet, cell: cellName(at, column), typed: cells[column] ?? "", seen: seen?.get(name) });
    };
    take(columnMarks.answer, "answer", id);
    // A question has one comment and one reason, in its first row; what is written beside its others is meant for it too.
    take(columnMarks.unsure, "unsure", `${box.question.id}.unsure`);
    take(columnMarks.comment, "comment", `${box.question.id}.comment`);
  }

  private take(target: string, cell: FoundCell): void {
    const kept = this.cells.get(target);
    if (isBlank(cell.typed)) {
      if (target !== "" && kept === undefined && !target.endsWith(".unsure") && !target.endsWith(".comment"))
        this.empty += 1;
      return;
    }
    if (kept === undefined) this.cells.set(target, cell);
    else if (target.endsWith(".comment") && kept.typed !== cell.typed) {
      this.cells.set(target, { ...kept, typed: `${kept.typed}\n${cell.typed}` });
    } else if (kept.typed !== cell.typed) {
      // Of two answers in one file, the one in the row that we wrote is meant.
      const isOurs = kept.seen === undefined && cell.seen !== undefined;
      if (isOurs) this.cells.set(target, cell);
      this.strange.push(isOurs ? kept : cell);
    }
  }

  private readRow(table: TableBox, line: Line): void {
    const { sheet, at, cells, columns } = line;
    const id = (cells[columns.get(columnMarks.row) ?? -1] ?? "").trim();
    const row = id.length > longestRowId ? "" : id;
    // The row of help below the names of the columns.
    if (row === columnMarks.hint) return;
    const seen = seenIn(cells[columns.get(columnMarks.seen) ?? -1] ?? "");
    const own = table.part.columns.flatMap(({ id }) => {
      const column = columns.get(`${table.id}.${id}`);
      return column === undefined ? [] : [{ id, column, typed: cells[column] ?? "" }];
    });
    this.leaveOthers(line, new Set(own.map(({ column }) => column)));
    const filled = own.filter(({ typed }) => !isBlank(typed));
    // The many empty rows below a table are no cells that anybody left out.
    if (row !== "") this.empty += own.length - filled.length;
    if (filled.length === 0) return;
    const found = filled.map(({ id, column, typed }): [string, FoundCell] => [
      id,
      { sheet, cell: cellName(at, column), typed, seen: seen?.get(id) },
    ]);
    const cell = cellName(at, Math.min(...own.map(({ column }) => column)));
    const rows = this.rows.get(table.id) ?? [];
    rows.push({ sheet, cell, ...(row === "" ? {} : { row }), cells: new Map(found) });
    this.rows.set(table.id, rows);
  }

  /** Tells of what stands in columns that are not ours, and in rows whose id nobody knows. */
  private leaveOthers({ sheet, at, cells, columns }: Line, own: ReadonlySet<number | undefined>): void {
    const isRow = own.size > 0;
    const ours = new Set(
      isRow
        ? [...columns].filter(([name]) => name !== "").map(([, column]) => column)
        : [columnMarks.id, columnMarks.question, columnMarks.hint, columnMarks.seen].map((mark) => columns.get(mark)),
    );
    const hasId = isRow || !isBlank(cells[columns.get(columnMarks.id) ?? -1] ?? "");
    cells.forEach((typed, column) => {
      if (isBlank(typed) || own.has(column) || (ours.has(column) && hasId)) return;
      this.strange.push({ sheet, cell: cellName(at, column), typed });
    });
  }

  /** A sheet of which no column is known: its cells are told of. */
  private readLoose(sheet: string, rows: ReadSheet["rows"]): void {
    rows.forEach((cells, at) => {
      cells.forEach((typed, column) => {
        if (!isBlank(typed)) this.strange.push({ sheet, cell: cellName(at, column), typed });
      });
    });
  }
}

type Line = {
  readonly sheet: string;
  readonly at: number;
  readonly cells: readonly string[];
  readonly columns: ReadonlyMap<string, number>;
};
