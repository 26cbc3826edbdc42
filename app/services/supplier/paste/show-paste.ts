import * as z from "zod";
import { offeredLanguage } from "#app/i18n/languages";
import { answerInWords } from "#app/services/answers/answer-words";
import { supplierUseCase } from "#app/services/context/use-case";
import { frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts, sourceWords } from "#app/services/supplier/page/page-texts";
import { isFull, type TablePlace, tableAt, tableInput } from "#app/services/supplier/rows/table-place";
import { originPage, withOrigin } from "#app/services/supplier/session/origin";
import { revisionNumber } from "#app/services/supplier/session/page-input";
import { addressOf, type SupplierSession, walkSession } from "#app/services/supplier/session/supplier-session";
import { mostWords, workbookTypes } from "#app/services/supplier/workbook/show-workbook";
import type { PasteView } from "#app/views/supplier/question/rows";
import type { Row } from "#questionnaires/answers";
import type { Column } from "#questionnaires/definition";
import { goodLines, readPasted } from "./read-pasted";
import { type FileRefusal, fileRefusals } from "./take-table-file";

/**
 * The page for pasting rows. `text`: what was pasted, to be looked at before anything is added; `language`: what the reader
 * chose with it, if anything; `added`: how many lines were just added, of which the text is the rest; `changed`: nothing was,
 * because the list changed since it was looked at; `notSaved`: nothing was, because the disk is full; `refused`: why a file
 * was not read.
 * @throws Problem "not-found" for a table that is not asked for
 */
export const showPaste = supplierUseCase({
  permission: "attestations.answer",
  input: tableInput.extend({
    text: z.string().optional(),
    language: z.string().optional(),
    added: z.int().optional(),
    changed: z.boolean().default(false),
    notSaved: z.boolean().default(false),
    refused: z.enum(fileRefusals).optional(),
    basedOn: revisionNumber.optional(),
    from: originPage,
  }),
  events: [],
  run(
    ctx,
    { question: code, part: partId, text, language, added, changed, notSaved, refused, basedOn, from },
  ): PasteView {
    const { session } = ctx;
    const place = tableAt(session, code, partId);
    const { question, part } = place;
    const words = pageTexts(ctx, session, offeredLanguage(session.file.campaign, language) ?? ctx.language);
    const base = `${addressOf(session)}/${question.id}`;
    const source = sourceWords(ctx, session.questionnaire);
    return {
      frame: frameOf(ctx, session, words, {
        title: words.t("supplier:rows.pageTitle", { code: question.id, title: words.t("supplier:paste.title") }),
        back: { href: withOrigin(base, from), label: words.t("supplier:rows.back", { code: question.id }) },
        form: "page",
      }),
      code: question.id,
      section: sectionOf(session, question.id, words),
      about: words.find(`${question.id}.${part.id}`) ?? words.say(`${question.id}.title`),
      columns: part.columns.map((column) => ({
        label: words.say(`${question.id}.${part.id}.column.${column.id}`),
        note: noteOf(column, words),
        optional: column.optional === true,
      })),
      basedOn: basedOn ?? session.file.revisions[question.id] ?? 0,
      text: text ?? "",
      ...(isFull(place) ? { full: part.max } : {}),
      ...(text === undefined ? {} : { found: foundIn(session, place, { text, words, source, clock: ctx.clock }) }),
      ...(changed ? { note: words.t("supplier:paste.changed") } : {}),
      ...(added === undefined ? {} : { note: words.t("supplier:paste.added", { count: added }) }),
      notSaved,
      accept: workbookTypes,
      ...(refused === undefined ? {} : { refused: refusedWords(refused, words) }),
    };
  },
});

function refusedWords(refused: FileRefusal, words: PageTexts): string {
  if (refused === "is-workbook") return words.t("supplier:paste.isWorkbook");
  return words.t(`supplier:workbook.refused.${refused}`, { max: mostWords(words) });
}

function foundIn(
  session: SupplierSession,
  place: TablePlace,
  pastedText: Parameters<typeof readPasted>[2],
): PasteView["found"] {
  const { question, part } = place;
  const { words } = pastedText;
  const pasted = readPasted(session, place, pastedText);
  const { lines, notes } = pasted;
  const good = goodLines(pasted, place);
  const all = lines.filter((line) => "cells" in line).length;
  const rows = good.map(({ cells }, at): Row => ({ id: `pasted-${at}`, cells }));
  const answers = { ...session.file.answers, [question.id]: { value: { [part.id]: rows } } };
  // Sites that are pasted are not listed yet, so only a walk with them knows their names.
  const walk = walkSession(session, answers);
  const table = answerInWords(walk, question, words)?.parts.find((one) => one.part === part.id);
  const inWords = table?.kind === "table" ? table.rows : [];
  return {
    head: part.columns.map(({ id }) => words.say(`${question.id}.${part.id}.column.${id}`)),
    good: good.map(({ line }, at) => ({ line, cells: inWords[at] ?? [] })),
    bad: lines.flatMap((line) => ("problems" in line ? [{ line: line.line, problems: line.problems }] : [])),
    notes: [...notes, ...(good.length < all ? [words.t("supplier:paste.tooMany", { max: part.max })] : [])],
  };
}

function noteOf(column: Column, { t }: PageTexts): string | undefined {
  if (column.type === "many") return t("supplier:paste.several");
  if (column.type !== "date") return undefined;
  return t(column.precision === "day" ? "supplier:paste.day" : "supplier:paste.date");
}
