import type { Question } from "#questionnaires/definition";
import { isBlank } from "#terms/texts/typed-text";
import { answerBoxes, type Box, tableBoxes, type TableBox } from "./boxes";
import { aboutNames, cellName, columnMarks, type ReadSheet } from "./sheets";

/** Where something stands in a file, as people name it. */
export type Place = { readonly sheet: string; readonly cell: string };
export type FoundCell = Place & {
  readonly typed: string;
  /** What the cell said when the file was made, as a digest; "" for nothing. Undefined where the file does not tell. */
  readonly seen?: string;
};

/** A row of a table. `row`: its id; undefined for one that was added in the file. `cells`: by column. */
export type FoundRow = Place & { readonly row?: string; readonly cells: ReadonlyMap<string, FoundCell> };

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

/**
 * Words for columns in all languages, folded, for files that lost the row of marks: what they name, which is a value of
 * `columnMarks` or, for a column of a table, `B1.sites.name`.
 */
export type ColumnWords = { readonly fold: (text: string) => string; readonly names: ReadonlyMap<string, readonly string[]> };

const headingRows = 12;

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
  return new Map(text.split(";").map((pair) => [pair.split("=")[0] ?? "", pair.split("=")[1] ?? ""]));
}

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
    if (rows[0]?.[0]?.trim() === columnMarks.about) return this.readAbout(rows);
    const heading = this.headingOf(rows);
    // A sheet of ours without answers has told everything already: what stands there are our own words.
    if (heading === undefined) return this.readLoose(name, rows);
    rows.forEach((cells, at) => {
      if (at <= heading.row || this.isHeading(cells)) return;
      if (heading.table) this.readRow(heading.table, { sheet: name, at, cells, columns: heading.columns });
      else this.readBoxes({ sheet: name, at, cells, columns: heading.columns });
    });
  }

  private readAbout(rows: ReadSheet["rows"]): void {
    for (const [key = "", value = ""] of rows.slice(1)) {
      const isName = aboutNames.some((known) => known === key) || this.first.has(key);
      if (isName && value !== "") this.about.set(key, value);
    }
  }

  /** The row that names the columns: by our marks, else by their words in any language. */
  private headingOf(
    rows: ReadSheet["rows"],
  ): { row: number; columns: ReadonlyMap<string, number>; table?: TableBox } | undefined {
    const top = rows.slice(0, headingRows);
    for (const name of [(cell: string) => [cell.trim()], (cell: string) => this.namesOf(cell)]) {
      for (const [row, cells] of top.entries()) {
        const columns = new Map<string, number>();
        cells.forEach((cell, at) => {
          for (const one of name(cell)) if (!columns.has(one)) columns.set(one, at);
        });
        if (columns.has(columnMarks.answer) && columns.has(columnMarks.id)) return { row, columns };
        const table = this.tableOf(columns);
        if (table) return { row, columns, table };
      }
    }
    return undefined;
  }

  private namesOf(cell: string): readonly string[] {
    return this.words.names.get(this.words.fold(cell)) ?? [];
  }

  /** The table of which most columns are named; one column alone is named in too many tables. */
  private tableOf(columns: ReadonlyMap<string, number>): TableBox | undefined {
    const counted = [...this.tables.values()].map((table) => ({
      table,
      named: table.part.columns.filter(({ id }) => columns.has(`${table.id}.${id}`)).length,
    }));
    const best = counted.reduce((one, other) => (other.named > one.named ? other : one), { table: undefined, named: 0 } as {
      table: TableBox | undefined;
      named: number;
    });
    const [, ...others] = best.table?.part.columns ?? [];
    return best.named >= Math.min(2, others.length + 1) ? best.table : undefined;
  }

  /** Whether a row repeats the names of the columns: the one that people read, and the marks of a sheet copied below another. */
  private isHeading(cells: readonly string[]): boolean {
    const filled = cells.filter((cell) => !isBlank(cell));
    const named = filled.filter((cell) => cell.startsWith("avow:") || this.namesOf(cell).length > 0);
    return filled.length > 1 && named.length >= filled.length - 1 && named.length > 1;
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
      if (target !== "" && kept === undefined && !target.endsWith(".unsure") && !target.endsWith(".comment")) this.empty += 1;
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
    const row = (cells[columns.get(columnMarks.row) ?? -1] ?? "").trim();
    // The row of help below the names of the columns.
    if (row === columnMarks.hint) return;
    const seen = seenIn(cells[columns.get(columnMarks.seen) ?? -1] ?? "");
    const found = new Map<string, FoundCell>();
    const own = new Set<number | undefined>();
    for (const { id } of table.part.columns) {
      const column = columns.get(`${table.id}.${id}`);
      own.add(column);
      const typed = cells[column ?? -1] ?? "";
      if (column === undefined || isBlank(typed)) {
        // The many empty rows below a table are no cells that anybody left out.
        if (column !== undefined && row !== "") this.empty += 1;
        continue;
      }
      found.set(id, { sheet, cell: cellName(at, column), typed, seen: seen?.get(id) });
    }
    this.leaveOthers(line, own);
    if (found.size === 0) return;
    const rows = this.rows.get(table.id) ?? [];
    const place = { sheet, cell: cellName(at, Math.min(...[...own].flatMap((column) => column ?? []))) };
    rows.push({ ...place, ...(row === "" ? {} : { row }), cells: found });
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

  /** A sheet of which no column is known: its cells are told of, but for our own instructions. */
  private readLoose(sheet: string, rows: ReadSheet["rows"]): void {
    if (rows[0]?.[0]?.trim().startsWith("avow:")) return;
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
