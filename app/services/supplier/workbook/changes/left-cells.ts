import type { SupplierContext } from "#app/services/context/contexts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { boxValue } from "#app/services/supplier/workbook/file/cell-words";
import { rowsOfTable } from "#app/services/supplier/workbook/file/make-sheets";
import { seenValue } from "#app/services/supplier/workbook/file/seen";
import type { PartValue } from "#questionnaires/answers";
import type { Question } from "#questionnaires/definition";
import { askedInWorkbook, type TableBox, tableBoxes } from "#questionnaires/workbook/boxes";
import { allBoxes } from "./judge-question";
import { rowBox } from "./judged-row";
import type { Finding, JudgedCell, Settled } from "./proposal";
import type { SentCells, SentRow } from "./sent-cells";

/** Whether a cell is still to be saved or settled. */
export function isOpen({ kind }: Pick<Finding, "kind">): boolean {
  return kind === "change" || kind === "conflict" || kind === "invalid";
}

type Judged = { readonly sent: SentCells; readonly settled: Settled; readonly findings: readonly Finding[] };

/** The cells of questions in which something is open, each with what is kept now in the place of what the file knew. */
export function leftCells(ctx: SupplierContext, session: SupplierSession, judged: Judged): SentCells {
  const left = new LeftCells(ctx, session, judged);
  const open = new Set(judged.findings.filter(isOpen).map(({ question }) => question));
  const questions = askedInWorkbook(session.questionnaire.order).filter(({ id }) => open.has(id));
  return {
    cells: new Map(questions.flatMap((question) => left.boxesOf(question))),
    rows: new Map(questions.flatMap(tableBoxes).flatMap((table) => left.rowsOf(table))),
    revisions: judged.sent.revisions,
  };
}

class LeftCells {
  private readonly kinds: ReadonlyMap<string, Finding["kind"]>;
  private readonly open: readonly string[];

  constructor(
    private readonly ctx: SupplierContext,
    private readonly session: SupplierSession,
    private readonly judged: Judged,
  ) {
    this.kinds = new Map(judged.findings.map(({ box, kind }) => [box, kind]));
    this.open = judged.findings.filter(isOpen).map(({ box }) => box);
  }

  boxesOf(question: Question): readonly (readonly [string, JudgedCell])[] {
    const { answers } = this.session.file;
    const kept = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    return allBoxes(question).flatMap((box) => {
      const cell = this.judged.sent.cells.get(box.id);
      return cell === undefined ? [] : this.carried(box.id, [box.id, cell], boxValue(box, kept));
    });
  }

  rowsOf(table: TableBox): readonly (readonly [string, readonly SentRow[]])[] {
    const there = rowsOfTable({ session: this.session }, table);
    const lines = (this.judged.sent.rows.get(table.id) ?? []).flatMap((line): readonly SentRow[] => {
      const at = rowBox(table, line);
      if (!this.open.some((box) => box === at || box.startsWith(`${at}.`))) return [];
      const row = there.find(({ id }) => id === line.row);
      const cells = [...line.cells].flatMap((pair) => {
        const box = `${at}.${pair[0]}`;
        // Of a new row nothing is kept, and nothing is known.
        return row === undefined
          ? [[pair[0], this.mended(box, pair[1])] as const]
          : this.carried(box, pair, row.cells[pair[0]]);
      });
      return [{ ...line, cells: new Map(cells) }];
    });
    return lines.length === 0 ? [] : [[table.id, lines]];
  }

  private carried(
    box: string,
    [name, cell]: readonly [string, JudgedCell],
    value: PartValue | undefined,
  ): readonly (readonly [string, JudgedCell])[] {
    const kind = this.kinds.get(box);
    // It says less than what is kept: with what is kept in the place of what it knew, it would seem to be a change.
    if (kind === "kept") return [];
    return [[name, { ...this.mended(box, cell), seen: seenValue(this.ctx, value), conflict: kind === "conflict" }]];
  }

  private mended(box: string, cell: JudgedCell): JudgedCell {
    return { ...cell, typed: this.judged.settled.fixes.get(box) ?? cell.typed };
  }
}
