import { languages } from "#app/i18n/languages";
import { bareText } from "#app/i18n/page-text";
import type { SupplierContext } from "#app/services/context/contexts";
import { fieldsOfAnswer } from "#app/services/supplier/fields/answer-fields";
import { readingIn } from "#app/services/supplier/fields/lists";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { type Choice, foldName, type Matcher, optionMatcher } from "#app/services/supplier/paste/option-names";
import { type SupplierSession, withAnswer } from "#app/services/supplier/session/supplier-session";
import { ownInWorkbook } from "#app/services/supplier/workbook/own-questions";
import type { Answer } from "#questionnaires/answers";
import type { Question } from "#questionnaires/definition";
import { readQuestion } from "#questionnaires/reading";
import { askedInWorkbook, tableBoxes } from "#questionnaires/workbook/boxes";
import type { ColumnWords } from "#questionnaires/workbook/headings";
import { columnMarks } from "#questionnaires/workbook/sheets";
import { judgeQuestion, notAsked } from "./judge-question";
import { judgeRows } from "./judge-rows";
import { leftCells } from "./left-cells";
import type { Finding, Judging, Settled } from "./proposal";
import type { SentCells, SentRow } from "./sent-cells";

type Proposal = {
  readonly findings: readonly Finding[];
  /** Answers that change, in the order in which they are saved: a question comes after those that it hangs on. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** What is still to be settled or saved, with what is kept by now, for the form of the preview. */
  readonly left: SentCells;
};

export const nothingSettled: Settled = { fixes: new Map(), takes: new Set() };

/** All languages, the reader's first, then the one that the questionnaire was written in. */
function allWords(ctx: SupplierContext): readonly PageTexts[] {
  const { session } = ctx;
  const tags = new Set([
    ctx.language,
    session.questionnaire.definition.sourceLanguage,
    ...languages.map(({ tag }) => tag),
  ]);
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
  for (const question of ownInWorkbook(session, session.questionnaire.order)) {
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
  return { findings, answers, left: leftCells(ctx, session, { sent, settled, findings }) };
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
  if (read.answer) return { findings, answer: read.answer };
  // Rows that cannot stand beside what is kept of the question are told, not dropped unseen.
  const [error] = read.errors;
  const refused = (one: Finding): Finding => (one.kind === "change" ? { ...one, kind: "invalid", error } : one);
  return { findings: findings.map(refused) };
}
