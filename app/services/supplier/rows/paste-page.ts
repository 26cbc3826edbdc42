import { bareText } from "#app/i18n/foreign-text";
import { answerInWords } from "#app/services/answers/answer-words";
import type { ServiceContext, SupplierContext } from "#app/services/context/contexts";
import { frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { type PageWords, pageWords } from "#app/services/supplier/page/page-words";
import type { SavedAnswer } from "#app/services/supplier/question/save-answer";
import { addressOf, type SupplierSession, walkOf } from "#app/services/supplier/session/supplier-session";
import type { PasteView } from "#app/views/supplier/question/rows";
import type { Row } from "#questionnaires/answers";
import type { Column } from "#questionnaires/definition";
import { type PastedLine, readPasted } from "./paste";
import { saveRows, type TablePlace } from "./save-row";

/** The page for pasting rows; `text` is what was pasted, to be looked at before anything is added. */
export function pastePage(
  ctx: SupplierContext,
  session: SupplierSession,
  place: TablePlace,
  { text, notSaved }: { text?: string; notSaved: boolean },
): PasteView {
  const { question, part } = place;
  const words = pageWords(ctx, session.questionnaire, ctx.language);
  const base = `${addressOf(session)}/${question.id}`;
  return {
    frame: frameOf(ctx, session, words, {
      title: words.t("supplier:rows.pageTitle", { code: question.id, title: words.t("supplier:paste.title") }),
      back: { href: base, label: words.t("supplier:rows.back", { code: question.id }) },
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
    text: text ?? "",
    ...(text === undefined
      ? {}
      : { found: foundIn(session, place, { text, words, source: sourceWords(ctx, session) }) }),
    notSaved,
  };
}

/** Adds the lines without a problem as new rows at the end. */
export function addPasted(
  ctx: ServiceContext,
  session: SupplierSession,
  place: TablePlace,
  { text, language }: { text: string; language: string },
): Promise<SavedAnswer> {
  const words = pageWords(ctx, session.questionnaire, language);
  const added = goodLines(readPasted(session, place, { text, words, source: sourceWords(ctx, session) }), place).map(
    ({ cells }): Row => ({ id: ctx.ids.next(), cells }),
  );
  const rows = [...place.rows, ...added];
  return saveRows(ctx, session, place, { rows, basedOn: session.file.revisions[place.question.id] ?? 0 });
}

function sourceWords(ctx: ServiceContext, { questionnaire }: SupplierSession): PageWords {
  return pageWords(ctx, questionnaire, questionnaire.definition.sourceLanguage);
}

type GoodLine = Extract<PastedLine, { cells: Row["cells"] }>;

/** As many as the table still takes. */
function goodLines(lines: readonly PastedLine[], { part, rows }: TablePlace): readonly GoodLine[] {
  const good = lines.filter((line): line is GoodLine => "cells" in line);
  return good.slice(0, Math.max(0, part.max - rows.length));
}

function foundIn(
  session: SupplierSession,
  place: TablePlace,
  { text, words, source }: Parameters<typeof readPasted>[2],
): PasteView["found"] {
  const { question, part } = place;
  const lines = readPasted(session, place, { text, words, source });
  const good = goodLines(lines, place);
  const all = lines.filter((line) => "cells" in line).length;
  const rows = good.map(({ cells }, at): Row => ({ id: `pasted-${at}`, cells }));
  const answers = { ...session.file.answers, [question.id]: { value: { [part.id]: rows } } };
  // Sites that are pasted are not listed yet, so only a walk with them knows their names.
  const walk = walkOf(session, answers);
  const said = answerInWords(walk, question, words.ui)?.parts.find((one) => one.part === part.id);
  const inWords = said?.kind === "table" ? said.rows : [];
  return {
    head: part.columns.map(({ id }) => bareText(words.say(`${question.id}.${part.id}.column.${id}`))),
    good: good.map(({ line }, at) => ({ line, cells: inWords[at] ?? [] })),
    bad: lines.flatMap((line) => ("problems" in line ? [line] : [])),
    ...(good.length < all ? { tooMany: words.t("supplier:paste.tooMany", { max: part.max }) } : {}),
  };
}

function noteOf(column: Column, { t }: PageWords): string | undefined {
  if (column.type === "many") return t("supplier:paste.several");
  if (column.type !== "date") return undefined;
  return t(column.precision === "day" ? "supplier:paste.day" : "supplier:paste.date");
}
