import { Problem } from "#app/domain/problem";
import { bareText } from "#app/i18n/foreign-text";
import { labelled } from "#app/i18n/writing/punctuation";
import type { SupplierContext } from "#app/services/context/contexts";
import { fieldsOfRow } from "#app/services/supplier/fields/answer-fields";
import { columnField } from "#app/services/supplier/fields/field-view";
import { errorWords } from "#app/services/supplier/page/error-words";
import { frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { type PageWords, pageWords } from "#app/services/supplier/page/page-words";
import { draftOf } from "#app/services/supplier/question/draft";
import { draftWords } from "#app/services/supplier/question/question-page";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { UnsavedForm } from "#app/services/supplier/session/unsaved-form";
import type { ErrorLine } from "#app/views/error-line";
import type { PlaceView } from "#app/views/supplier/frame";
import type { RemoveRowView, RowPageView } from "#app/views/supplier/question/rows";
import { rowDraft, type TablePlace } from "./save-row";
import { rowsInWords } from "./table-view";

/** The page of one row, or of a new one. @throws Problem "not-found" for a row that is gone */
export function rowPage(
  ctx: SupplierContext,
  session: SupplierSession,
  place: TablePlace,
  { row, typed }: { row: string | undefined; typed?: UnsavedForm },
): RowPageView {
  const { question, part, rows } = place;
  const words = pageWords(ctx, session.questionnaire, ctx.language);
  const { t } = words;
  const at = rows.findIndex(({ id }) => id === row);
  if (row !== undefined && at < 0) throw new Problem("not-found");
  const title =
    row === undefined
      ? (words.find(`${question.id}.${part.id}.add`) ?? t("supplier:rows.new", { number: rows.length + 1 }))
      : t("supplier:rows.one", { number: at + 1, all: rows.length });
  const draft = typed ? undefined : draftOf(session, rowDraft(place, row));
  const fields = typed?.fields ?? draft?.fields ?? fieldsOfRow(question, part, rows[at]);
  const errors = typed?.errors ?? [];
  const drawn = part.columns.map((column) => columnField(question, part, column, { session, words, fields }, errors));
  const lines: readonly ErrorLine[] = errors.map((error) => {
    const at = drawn.findIndex(({ id }) => id === error.field);
    const { anchor, label } = drawn[at] ?? { anchor: drawn[0]?.anchor ?? "main" };
    return { anchor, text: errorWords(words, error, part.columns[at], label && bareText(label)) };
  });
  const base = `${addressOf(session)}/${question.id}`;
  const about = words.find(`${question.id}.${part.id}`) ?? words.say(`${question.id}.title`);
  const pageTitle = t("supplier:rows.pageTitle", {
    code: question.id,
    title: labelled(bareText(about), bareText(title), words.ui),
  });
  return {
    frame: frameOf(ctx, session, words, {
      title: lines.length > 0 ? t("supplier:error.title", { title: pageTitle }) : pageTitle,
      back: { href: base, label: t("supplier:rows.back", { code: question.id }) },
      form: "page",
    }),
    code: question.id,
    section: sectionOf(session, question.id, words),
    title,
    about,
    fields: drawn,
    errors: lines,
    basedOn: session.file.revisions[question.id] ?? 0,
    notSaved: typed?.notSaved ?? false,
    draftKept: draft && draftWords(session, draft.keptAt, words),
    ...(row === undefined
      ? {}
      : { remove: { name: rowName(session, place, at, words), href: `${base}/${part.id}/${row}/remove` } }),
    another: rows.length + (row === undefined ? 1 : 0) < part.max,
    places: rowPlaces(session, place, row, words),
  };
}

/** What would be lost when a row is taken away. @throws Problem "not-found" for a row that is gone */
export function removeRowPage(
  ctx: SupplierContext,
  session: SupplierSession,
  place: TablePlace,
  { row, notSaved }: { row: string; notSaved: boolean },
): RemoveRowView {
  const { question, part, rows } = place;
  const words = pageWords(ctx, session.questionnaire, ctx.language);
  const at = rows.findIndex(({ id }) => id === row);
  if (at < 0) throw new Problem("not-found");
  const name = rowName(session, place, at, words);
  const cells = rowsInWords(session, question, part, words)[at] ?? [];
  const back = `${addressOf(session)}/${question.id}`;
  return {
    frame: frameOf(ctx, session, words, {
      title: words.t("supplier:rows.removeTitle", { name }),
      back: { href: back, label: words.t("supplier:rows.back", { code: question.id }) },
      from: `${question.id}/${part.id}/${row}/remove`,
    }),
    code: question.id,
    section: sectionOf(session, question.id, words),
    name,
    lines: part.columns.flatMap(({ id }, column) => {
      const value = cells[column] ?? "";
      const label = bareText(words.say(`${question.id}.${part.id}.column.${id}`));
      return value === "" ? [] : [{ label, value }];
    }),
    pointedAt: part.id === "sites",
    back,
    notSaved,
  };
}

function rowName(session: SupplierSession, { question, part }: TablePlace, at: number, words: PageWords): string {
  const cells = rowsInWords(session, question, part, words)[at];
  const named = part.columns.findIndex(({ id }) => id === part.named);
  return cells?.[named] || words.t("supplier:rows.unnamed", { number: at + 1 });
}

/** Twenty neighbours are enough to find one's way; two hundred are a list, and that is the question's page. */
const mostPlaces = 20;

function rowPlaces(
  session: SupplierSession,
  place: TablePlace,
  row: string | undefined,
  words: PageWords,
): readonly PlaceView[] {
  const base = `${addressOf(session)}/${place.question.id}/${place.part.id}`;
  return place.rows.slice(0, mostPlaces).map(({ id }, at) => ({
    code: String(at + 1),
    name: rowName(session, place, at, words),
    href: `${base}/${id}`,
    current: id === row,
  }));
}
