import { fieldsOfRow } from "#app/services/supplier/fields/answer-fields";
import { readingIn } from "#app/services/supplier/fields/lists";
import { newRowId } from "#app/services/supplier/rows/row-identity";
import { areRowsGiven } from "#app/services/supplier/rows/table-place";
import { rowsOfTable } from "#app/services/supplier/workbook/file/make-sheets";
import { seenValue } from "#app/services/supplier/workbook/file/seen";
import type { PartValue, Row } from "#questionnaires/answers";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { type FieldError, type Fields, readRow } from "#questionnaires/reading";
import { isWholeRow } from "#questionnaires/types/row-cells";
import type { TableBox } from "#questionnaires/workbook/boxes";
import { findingsOfRow, type JudgedColumn, type JudgedRow, readColumns, rowBox } from "./judged-row";
import { type Finding, type Judging, judgeCell } from "./proposal";
import type { ReadCell } from "./read-cell";
import type { SentRow } from "./sent-cells";

/** The rows of a table with what a file says of them; `rows` where they changed. */
type JudgedRows = { readonly findings: readonly Finding[]; readonly rows?: readonly Row[] };

/** What becomes of the rows of a table. Rows that are not in the file stay as they are. */
export function judgeRows(judging: Judging, table: TableBox, lines: readonly SentRow[]): JudgedRows {
  return new RowsJudge(judging, table, lines).judge();
}

class RowsJudge {
  private readonly before: readonly Row[];
  private rows: readonly Row[];
  private readonly claimed = new Set<string>();
  private readonly mentioned: ReadonlySet<string | undefined>;

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
    const findings = this.lines.flatMap((line) => this.take(line));
    const isChanged = canonicalJson(this.rows) !== canonicalJson(this.before);
    return { findings, ...(isChanged ? { rows: this.rows } : {}) };
  }

  private take(line: SentRow): readonly Finding[] {
    const columns = readColumns(this.judging, this.table, line);
    const kept = this.findKept(line, columns);
    const row: JudgedRow = { line, kept, columns };
    if (kept) this.change(row, kept);
    else if (columns.every((one) => this.isUntouched(one))) {
      // Somebody took the row away here, and the file says no more than before.
      for (const one of columns) one.kind = "kept";
    } else this.add(row);
    return findingsOfRow(this.judging, this.table, row);
  }

  private isUntouched({ cell, read }: JudgedColumn): boolean {
    return cell.seen !== undefined && cell.seen !== "" && cell.seen === this.seenOf(read);
  }

  /** By its id, by what it is about, or, where it has no id, by saying all that a row says that the file does not name. */
  private findKept(line: SentRow, columns: readonly JudgedColumn[]): Row | undefined {
    const { part } = this.table;
    const free = this.rows.filter(({ id }) => !this.claimed.has(id));
    const own = line.row === undefined ? undefined : free.find(({ id }) => id === line.row);
    if (part.fill !== undefined) return this.findFilled(part.fill.into, columns, { own, free });
    const isSame = (row: Row) =>
      !this.mentioned.has(row.id) && row.cells[part.named] !== undefined && says(columns, row);
    return own ?? free.find(isSame);
  }

  private findFilled(
    into: string,
    columns: readonly JudgedColumn[],
    { own, free }: { own: Row | undefined; free: readonly Row[] },
  ): Row | undefined {
    const { part } = this.table;
    const source = columns.find(({ column }) => column.id === into)?.read;
    if (source === undefined || source.error !== undefined || own?.cells[into] === source.value) return own;
    const same = free.filter(({ cells }) => cells[into] === source.value);
    if (areRowsGiven(part)) return same[0];
    return same.find((row) => !isWholeRow(part.columns, row)) ?? same.find((row) => says(columns, row));
  }

  private change({ line, columns }: JudgedRow, kept: Row): void {
    this.claimed.add(kept.id);
    for (const one of columns) {
      if (one.read.error !== undefined) continue;
      const now = { kept: this.seenNow(kept.cells[one.column.id]), typed: this.seenOf(one.read) };
      const isTaken = this.judging.settled.takes.has(`${rowBox(this.table, line)}.${one.column.id}`);
      one.kind = judgeCell(one.cell, now, isTaken);
    }
    const cells = this.readAll(columns, kept);
    if (cells === undefined) return;
    this.rows = this.rows.map((one) => (one.id === kept.id ? { id: kept.id, cells } : one));
  }

  private add({ line, columns }: JudgedRow): void {
    const { part, id: table } = this.table;
    const cells = this.readAll(columns, undefined);
    const accepted = columns.filter(({ kind }) => kind === "change");
    const needed = [part.named, ...(part.fill ? [part.fill.into] : [])];
    if (cells === undefined || needed.some((id) => cells[id] === undefined) || areRowsGiven(part)) {
      for (const one of accepted) refuse(one, { field: `${table}.${needed.at(-1) ?? ""}`, code: "required" });
      return;
    }
    const id = this.idOf(line, cells);
    this.claimed.add(id);
    if (!this.rows.some((one) => one.id === id)) this.rows = [...this.rows, { id, cells }];
    else for (const one of accepted) one.kind = "same";
  }

  /** The id that a row had, or the same one whenever the same file is handed in. */
  private idOf({ row }: SentRow, cells: Row["cells"]): string {
    if (row !== undefined && /^[\w-]{1,80}$/.test(row)) return row;
    const { ctx, revisionIn } = this.judging;
    const isSame = (one: Row) => this.claimed.has(one.id) && canonicalJson(one.cells) === canonicalJson(cells);
    return newRowId(ctx, revisionIn(this.table.question.id), cells, this.rows.filter(isSame).length);
  }

  /** The cells of a row with what was accepted; what cannot stand beside the rest is refused by its cell. */
  private readAll(columns: readonly JudgedColumn[], kept: Row | undefined): Row["cells"] | undefined {
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
      this.refuseWrong(accepted, errors);
    }
  }

  private refuseWrong(accepted: readonly JudgedColumn[], errors: readonly FieldError[]): void {
    const own = (one: JudgedColumn) => errors.find(({ field }) => field === `${this.table.id}.${one.column.id}`);
    const told = accepted.filter(own);
    for (const one of told.length > 0 ? told : accepted) refuse(one, own(one) ?? errors[0]);
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

  private seenOf(read: ReadCell): string {
    return read.error === undefined ? this.seenNow(read.value) : "";
  }

  private seenNow(value: PartValue | undefined): string {
    return seenValue(this.judging.ctx, value);
  }
}

function refuse(one: JudgedColumn, error: FieldError | undefined): void {
  one.kind = "invalid";
  one.error = error;
}

/** Whether a line says everything that a row says. */
function says(columns: readonly JudgedColumn[], { cells }: Row): boolean {
  return Object.entries(cells).every(([id, cell]) => {
    const one = columns.find(({ column }) => column.id === id)?.read;
    return one !== undefined && one.error === undefined && canonicalJson(one.value) === canonicalJson(cell);
  });
}
