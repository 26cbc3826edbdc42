import { languages } from "#app/i18n/languages";
import { bareText } from "#app/i18n/page-text";
import type { SupplierContext } from "#app/services/context/contexts";
import { type Choice, foldName, type Matcher, optionMatcher } from "#app/services/supplier/paste/option-names";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { type SupplierSession, withAnswer } from "#app/services/supplier/session/supplier-session";
import { rowsOfTable } from "#app/services/supplier/workbook/file/make-sheets";
import { seenValue } from "#app/services/supplier/workbook/file/seen";
import { boxValue } from "#app/services/supplier/workbook/file/cell-words";
import type { Answer, PartValue } from "#questionnaires/answers";
import type { Question } from "#questionnaires/definition";
import { readQuestion } from "#questionnaires/reading";
import { readingIn } from "#app/services/supplier/fields/lists";
import { fieldsOfAnswer } from "#app/services/supplier/fields/answer-fields";
import { askedInWorkbook, tableBoxes } from "#questionnaires/workbook/boxes";
import type { ColumnWords } from "#questionnaires/workbook/find-cells";
import { columnMarks } from "#questionnaires/workbook/sheets";
import { allBoxes, judgeQuestion, notAsked } from "./judge-question";
import { judgeRows } from "./judge-rows";
import type { Finding, JudgedCell, Judging, Settled } from "./proposal";
import type { SentCells, SentRow } from "./sent-cells";

export type Proposal = {
  readonly findings: readonly Finding[];
  /** Answers that change, in the order in which they are saved: a question comes after those that it hangs on. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** What is still to be settled or saved, with what is kept by now, for the form of the preview. */
  readonly left: SentCells;
};

export const nothingSettled: Settled = { fixes: new Map(), takes: new Set() };

/** All languages, the reader's first, then the one that the questionnaire was written in. */
export function allWords(ctx: SupplierContext): readonly PageTexts[] {
  const { session } = ctx;
  const tags = new Set([ctx.language, session.questionnaire.definition.sourceLanguage, ...languages.map(({ tag }) => tag)]);
  return [...tags].map((tag) => pageTexts(ctx, session, tag));
}

/** What the columns of our sheets are called in every language. */
export function columnWords(ctx: SupplierContext): ColumnWords {
  const names = new Map<string, Set<string>>();
  const add = (word: string, name: string) => {
    const folded = foldName(word);
    names.set(folded, (names.get(folded) ?? new Set()).add(name));
  };
  const tables = askedInWorkbook(ctx.session.questionnaire.questions.values()).flatMap(tableBoxes);
  for (const words of allWords(ctx)) {
    for (const head of ["question", "hint", "answer", "unsure", "comment"] as const) {
      add(words.t(`supplier:workbook.column.${head}`), columnMarks[head]);
    }
    add(words.t("supplier:workbook.column.code"), columnMarks.id);
    add(words.t("supplier:workbook.column.code"), columnMarks.row);
    for (const { id, part } of tables) {
      for (const column of part.columns) add(bareText(words.say(`${id}.column.${column.id}`)), `${id}.${column.id}`);
    }
  }
  return { fold: foldName, names: new Map([...names].map(([word, all]) => [word, [...all]])) };
}

/**
 * Looks what the cells of a file would change, question by question in the order in which they hang on each other: a question
 * that is only asked because of another cell of the same file is asked. Nothing is written.
 */
export function proposeChanges(
  ctx: SupplierContext,
  session: SupplierSession,
  sent: SentCells,
  settled: Settled = nothingSettled,
): Proposal {
  const all = allWords(ctx);
  const words = pageTexts(ctx, session, ctx.language);
  const findings: Finding[] = [];
  const answers = new Map<string, Answer>();
  let now = session;
  for (const question of askedInWorkbook(session.questionnaire.order)) {
    const judging = judgingOf(ctx, now, { words, all, settled, sent });
    const boxes = judgeQuestion(judging, question, sent.cells);
    findings.push(...boxes.findings);
    if (boxes.answer) now = withAnswer(now, question.id, boxes.answer, now.file.revisions[question.id] ?? 0);
    const tables = judgeTables({ ...judging, session: now }, question, sent.rows);
    findings.push(...tables.findings);
    if (tables.answer) now = withAnswer(now, question.id, tables.answer, now.file.revisions[question.id] ?? 0);
    const answer = tables.answer ?? boxes.answer;
    if (answer) answers.set(question.id, answer);
  }
  return { findings, answers, left: leftOf(ctx, session, { sent, settled, findings }) };
}

function judgingOf(
  ctx: SupplierContext,
  session: SupplierSession,
  given: { words: PageTexts; all: readonly PageTexts[]; settled: Settled; sent: SentCells },
): Judging {
  const known = new Map<string, Matcher>();
  return {
    ctx,
    session,
    words: given.words,
    settled: given.settled,
    languages: given.all,
    revisionIn: (question) => given.sent.revisions.get(question) ?? 0,
    matcher(choice: Choice, key) {
      const matcher = known.get(key) ?? optionMatcher(session, choice, key, given.all);
      known.set(key, matcher);
      return matcher;
    },
  };
}

function judgeTables(
  judging: Judging,
  question: Question,
  sent: ReadonlyMap<string, readonly SentRow[]>,
): { findings: readonly Finding[]; answer?: Answer } {
  const findings: Finding[] = [];
  const { ctx, session } = judging;
  const kept = Object.hasOwn(session.file.answers, question.id) ? session.file.answers[question.id] : undefined;
  let value = kept?.value;
  for (const table of tableBoxes(question)) {
    const lines = sent.get(table.id) ?? [];
    if (lines.length === 0) continue;
    const judged = judgeRows(judging, table, lines);
    if (!session.walk.asked.has(question.id)) findings.push(...judged.findings.map(notAsked));
    else {
      findings.push(...judged.findings);
      if (judged.rows) value = { ...value, [table.part.id]: judged.rows };
    }
  }
  if (value === kept?.value) return { findings };
  const { unsure: _, ...rest } = kept ?? {};
  const current: Answer = { ...rest, value };
  const fields = new Map(fieldsOfAnswer(question, current));
  const read = readQuestion(question, fields, { ...readingIn(ctx, session), current, allowBlank: true });
  return { findings, ...(read.answer ? { answer: read.answer } : {}) };
}

/** Whether a cell is still to be saved or settled. */
export function isOpen({ kind }: Pick<Finding, "kind">): boolean {
  return kind === "change" || kind === "conflict" || kind === "invalid";
}

/** The cells of questions in which something is open, each with what is kept now in the place of what the file knew. */
function leftOf(
  ctx: SupplierContext,
  session: SupplierSession,
  { sent, settled, findings }: { sent: SentCells; settled: Settled; findings: readonly Finding[] },
): SentCells {
  const open = new Set(findings.filter(isOpen).map(({ question }) => question));
  const kinds = new Map(findings.map(({ box, kind }) => [box, kind]));
  const carried = (box: string, cell: JudgedCell, value: PartValue | undefined): readonly JudgedCell[] => {
    const kind = kinds.get(box);
    // It says less than what is kept: with what is kept in the place of what it knew, it would seem to be a change.
    if (kind === "kept") return [];
    const typed = settled.fixes.get(box) ?? cell.typed;
    return [{ ...cell, typed, seen: seenValue(ctx, value), conflict: kind === "conflict" }];
  };
  const cells = new Map<string, JudgedCell>();
  const rows = new Map<string, readonly SentRow[]>();
  for (const question of askedInWorkbook(session.questionnaire.order)) {
    if (!open.has(question.id)) continue;
    const kept = Object.hasOwn(session.file.answers, question.id) ? session.file.answers[question.id] : undefined;
    for (const box of allBoxes(question)) {
      const cell = sent.cells.get(box.id);
      for (const one of cell ? carried(box.id, cell, boxValue(box, kept)) : []) cells.set(box.id, one);
    }
    for (const table of tableBoxes(question)) {
      const there = rowsOfTable({ session }, table);
      const lines = (sent.rows.get(table.id) ?? []).flatMap((line): readonly SentRow[] => {
        const at = `${table.id}.${line.row ?? `${line.sheet}!${line.cell}`}`;
        if (!findings.some((one) => isOpen(one) && (one.box.startsWith(`${at}.`) || one.box === `${table.id}.${line.sheet}!${line.cell}`))) return [];
        const row = there.find(({ id }) => id === line.row);
        const own = [...line.cells].flatMap(([column, cell]) => {
          // Of a new row nothing is kept, and nothing is known.
          if (row === undefined) return [[column, { ...cell, typed: settled.fixes.get(`${at}.${column}`) ?? cell.typed }] as const];
          return carried(`${at}.${column}`, cell, row.cells[column]).map((one) => [column, one] as const);
        });
        return [{ ...line, cells: new Map(own) }];
      });
      if (lines.length > 0) rows.set(table.id, lines);
    }
  }
  return { cells, rows, revisions: sent.revisions };
}
