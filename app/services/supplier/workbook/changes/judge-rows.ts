import { bareText } from "#app/i18n/page-text";
import { fieldsOfRow } from "#app/services/supplier/fields/answer-fields";
import { readingIn } from "#app/services/supplier/fields/lists";
import { namedOptions } from "#app/services/supplier/paste/option-names";
import { newRowId } from "#app/services/supplier/rows/row-identity";
import { areRowsGiven } from "#app/services/supplier/rows/table-place";
import { cellText } from "#app/services/supplier/workbook/file/cell-words";
import { rowsOfTable } from "#app/services/supplier/workbook/file/make-sheets";
import { seenValue } from "#app/services/supplier/workbook/file/seen";
import type { Cell, Row } from "#questionnaires/answers";
import type { Column } from "#questionnaires/definition";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { type FieldError, type Fields, readRow } from "#questionnaires/reading";
import { isWholeRow } from "#questionnaires/types/row-cells";
import { isChoice, type TableBox } from "#questionnaires/workbook/boxes";
import { type Finding, type FindingKind, type JudgedCell, type Judging, judgeCell } from "./proposal";
import { type ReadCell, readSimple } from "./read-cell";
import type { SentRow } from "./sent-cells";

type JudgedColumn = {
  readonly column: Column;
  readonly cell: JudgedCell;
  readonly typed: string;
  readonly read: ReadCell;
  kind: FindingKind;
  error?: Finding["error"];
};

/** A row of the file beside the row that it is about; undefined where it is a new one. */
type JudgedRow = { readonly line: SentRow; readonly kept: Row | undefined; readonly columns: readonly JudgedColumn[] };

/** The rows of a table with what a file says of them; `rows` where they changed. */
export type JudgedRows = { readonly findings: readonly Finding[]; readonly rows?: readonly Row[] };

/** What becomes of the rows of a table. Rows that are not in the file stay as they are. */
export function judgeRows(judging: Judging, table: TableBox, lines: readonly SentRow[]): JudgedRows {
  return new RowsJudge(judging, table, lines).judge();
}

class RowsJudge {
  private readonly before: readonly Row[];
  private rows: readonly Row[];
  private readonly claimed = new Set<string>();
  private readonly mentioned: ReadonlySet<string | undefined>;
  private readonly findings: Finding[] = [];

  constructor(
    private readonly judging: Judging,
    private readonly table: TableBox,
    private readonly lines: readonly SentRow[],
  ) {
    this.before = rowsOfTable(judging, table);
    this.rows = this.before;
    this.mentioned = new Set(lines.map(({ row }) => row));
  }

  judge(): JudgedRows {
    for (const line of this.lines) this.take(line);
    const isChanged = canonicalJson(this.rows) !== canonicalJson(this.before);
    return { findings: this.findings, ...(isChanged ? { rows: this.rows } : {}) };
  }

  private take(line: SentRow): void {
    const read = this.table.part.columns.flatMap((column) => {
      const cell = line.cells.get(column.id);
      return cell === undefined ? [] : [this.read(column, cell, line)];
    });
    const kept = this.findKept(line, read);
    if (kept) this.claimed.add(kept.id);
    const row: JudgedRow = { line, kept, columns: read };
    if (kept) this.change(row, kept);
    else if (read.every(({ cell, read: one }) => cell.seen !== undefined && cell.seen !== "" && cell.seen === this.seenOf(one))) {
      // Somebody took the row away here, and the file says no more than before.
      for (const one of read) one.kind = "kept";
      this.tell(row);
    } else this.add(row);
  }

  private read(column: Column, cell: JudgedCell, line: SentRow): JudgedColumn {
    const { settled } = this.judging;
    const typed = settled.fixes.get(this.boxOf(line, column)) ?? cell.typed;
    const at = `${this.table.id}.${column.id}`;
    const read = readSimple(this.judging, column, { at, key: `${this.table.id}.column.${column.id}` }, typed);
    return { column, cell, typed, read, kind: read.error === undefined ? "change" : "invalid", error: read.error };
  }

  /** By its id, by what it is about, or, where it has no id, by saying all that a row says that the file does not name. */
  private findKept(line: SentRow, read: readonly JudgedColumn[]): Row | undefined {
    const { part } = this.table;
    const free = this.rows.filter(({ id }) => !this.claimed.has(id));
    const own = line.row === undefined ? undefined : free.find(({ id }) => id === line.row);
    const valueOf = (id: string) => read.find(({ column }) => column.id === id)?.read;
    if (part.fill !== undefined) {
      const source = valueOf(part.fill.into);
      if (source === undefined || source.error !== undefined) return own;
      if (own?.cells[part.fill.into] === source.value) return own;
      const same = free.filter(({ cells }) => cells[part.fill?.into ?? ""] === source.value);
      return areRowsGiven(part) ? same[0] : same.find((row) => !isWholeRow(part.columns, row)) ?? same.find((row) => this.says(read, row));
    }
    if (own !== undefined) return own;
    return free.find((row) => !this.mentioned.has(row.id) && row.cells[part.named] !== undefined && this.says(read, row));
  }

  /** Whether a line says everything that a row says. */
  private says(read: readonly JudgedColumn[], { cells }: Row): boolean {
    return Object.entries(cells).every(([id, cell]) => {
      const one = read.find(({ column }) => column.id === id)?.read;
      return one?.error === undefined && one !== undefined && canonicalJson(one.value) === canonicalJson(cell);
    });
  }

  private change(row: JudgedRow, kept: Row): void {
    for (const one of row.columns) {
      if (one.read.error !== undefined) continue;
      const now = { kept: this.seenNow(kept.cells[one.column.id]), typed: this.seenOf(one.read) };
      one.kind = judgeCell(one.cell, now, this.judging.settled.takes.has(this.boxOf(row.line, one.column)));
    }
    const cells = this.readAll(row, kept);
    if (cells !== undefined) {
      const changed: Row = { id: kept.id, cells };
      this.rows = this.rows.map((one) => (one.id === kept.id ? changed : one));
    }
    this.tell(row);
  }

  private add(row: JudgedRow): void {
    const { part } = this.table;
    const cells = this.readAll(row, undefined);
    const needed = [part.named, ...(part.fill ? [part.fill.into] : [])];
    if (cells === undefined || needed.some((id) => cells[id] === undefined) || areRowsGiven(part)) {
      const error: FieldError = { field: `${this.table.id}.${needed.at(-1) ?? ""}`, code: "required" };
      for (const one of row.columns) {
        if (one.kind !== "change") continue;
        one.kind = "invalid";
        one.error = error;
      }
      return this.tell(row);
    }
    const { ctx, revisionIn } = this.judging;
    const isUsable = row.line.row !== undefined && /^[\w-]{1,80}$/.test(row.line.row);
    const again = this.rows.filter((one) => this.claimed.has(one.id) && canonicalJson(one.cells) === canonicalJson(cells));
    const made = newRowId(ctx, revisionIn(this.table.question.id), cells, again.length);
    const id = isUsable && row.line.row !== undefined ? row.line.row : made;
    if (this.rows.some((one) => one.id === id)) {
      for (const one of row.columns) if (one.kind === "change") one.kind = "same";
    } else this.rows = [...this.rows, { id, cells }];
    this.claimed.add(id);
    this.tell(row);
  }

  /** The cells of a row with what was accepted; what cannot stand beside the rest is refused by its cell. */
  private readAll({ columns }: JudgedRow, kept: Row | undefined): Row["cells"] | undefined {
    const { ctx, session } = this.judging;
    const { question, part } = this.table;
    const current = { value: { [part.id]: this.rows } };
    for (;;) {
      const accepted = columns.filter(({ kind }) => kind === "change");
      if (accepted.length === 0) return undefined;
      const context = { ...readingIn(ctx, session), current, row: kept?.id, allowBlank: true };
      const { cells, errors } = readRow(question, part, this.fieldsWith(kept, accepted), context);
      if (cells !== undefined) {
        for (const one of accepted) if (cells[one.column.id] === undefined) one.kind = "not-asked";
        return cells;
      }
      const own = (one: JudgedColumn) => errors.find(({ field }) => field === `${this.table.id}.${one.column.id}`);
      const told = accepted.filter(own);
      for (const one of told.length > 0 ? told : accepted) {
        one.kind = "invalid";
        one.error = own(one) ?? errors[0];
      }
    }
  }

  private fieldsWith(kept: Row | undefined, accepted: readonly JudgedColumn[]): Fields {
    const { question, part, id } = this.table;
    const fields = new Map(fieldsOfRow(question, part, kept));
    for (const { column, read } of accepted) {
      const at = `${id}.${column.id}`;
      for (const box of ["year", "month", "day", "unknown"]) fields.delete(`${at}.${box}`);
      if (read.error === undefined) fields.set(at, read.fields);
    }
    return fields;
  }

  private tell(row: JudgedRow): void {
    const { columns, kept, line } = row;
    const added = columns.filter(({ kind }) => kind === "change");
    if (kept === undefined && added.length > 0) {
      const { words } = this.judging;
      const texts = added.map(({ column, read }) => (read.error === undefined ? this.text(column, read.value) : ""));
      const label = words.t("supplier:workbook.changes.newLine", { name: this.tableName() });
      const box = `${this.table.id}.${line.sheet}!${line.cell}`;
      const typed = texts.join(", ");
      const question = this.table.question.id;
      this.findings.push({ kind: "change", sheet: line.sheet, cell: line.cell, box, question, label, typed, after: typed });
    }
    for (const one of columns) {
      if (kept === undefined && one.kind === "change") continue;
      this.findings.push(this.findingOf(row, one));
    }
  }

  private findingOf({ line, kept }: JudgedRow, { column, cell, typed, read, kind, error }: JudgedColumn): Finding {
    const before = kept?.cells[column.id];
    const name = kept?.cells[this.table.part.named];
    const label = bareText(this.judging.words.say(`${this.table.id}.column.${column.id}`));
    const named = this.table.part.columns.find(({ id }) => id === this.table.part.named);
    const row = name === undefined || named === undefined ? this.tableName() : this.text(named, name);
    return {
      kind,
      sheet: cell.sheet,
      cell: cell.cell,
      box: this.boxOf(line, column),
      question: this.table.question.id,
      label: `${row}, ${label}`,
      typed,
      ...(before === undefined ? {} : { before: this.text(column, before) }),
      ...(read.error === undefined ? { after: this.text(column, read.value) } : { days: read.days }),
      ...(error === undefined ? {} : { error, options: this.optionsOf(column) }),
    };
  }

  private tableName(): string {
    const { words } = this.judging;
    return bareText(words.find(this.table.id) ?? words.say(`${this.table.question.id}.short`));
  }

  private optionsOf(column: Column): Finding["options"] {
    if (!isChoice(column) || column.type === "many") return undefined;
    const { session, words } = this.judging;
    const all = namedOptions(session, column, `${this.table.id}.column.${column.id}`, words);
    return all.length > 40 ? undefined : all;
  }

  private text(column: Column, value: NonNullable<Extract<ReadCell, { value: unknown }>["value"]>): string {
    return String(cellText(this.judging, column, `${this.table.id}.column.${column.id}`, value));
  }

  private boxOf({ row, sheet, cell }: SentRow, column: Column): string {
    return `${this.table.id}.${row ?? `${sheet}!${cell}`}.${column.id}`;
  }

  private seenOf(read: ReadCell): string {
    return read.error === undefined ? this.seenNow(read.value as Cell) : "";
  }

  private seenNow(cell: Cell | undefined): string {
    return seenValue(this.judging.ctx, cell);
  }
}
