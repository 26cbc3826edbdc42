import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { bareText, type PageLine } from "#app/i18n/page-text";
import { joinLabel } from "#app/i18n/writing/punctuation";
import type { ServiceContext } from "#app/services/context/contexts";
import { supplierUseCase } from "#app/services/context/use-case";
import { allEarlier } from "#app/services/supplier/earlier/all-earlier";
import { offerOn } from "#app/services/supplier/earlier/offer-view";
import { fieldsOfRow } from "#app/services/supplier/fields/answer-fields";
import { columnField } from "#app/services/supplier/fields/column-field";
import type { FieldContext } from "#app/services/supplier/fields/controls";
import { errorWords } from "#app/services/supplier/page/error-words";
import { draftWords, frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { draftOf } from "#app/services/supplier/question/answer-draft";
import { type Origin, originPage, withOrigin } from "#app/services/supplier/session/origin";
import { basedOnOf, shownForm } from "#app/services/supplier/session/page-input";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ErrorLine } from "#app/views/error-line";
import type { NearbyQuestionView } from "#app/views/supplier/frame";
import type { RowPageView } from "#app/views/supplier/question/rows";
import type { FieldError, Fields } from "#questionnaires/reading";
import { canCopyRow, withLastRow } from "./copy-last-row";
import { atListPage, listPageOf } from "./list/list-pages";
import { totalsLines } from "./list/totals-lines";
import { rowSeen } from "./row-identity";
import { rowNames } from "./row-name";
import { areRowsGiven, isFull, refuseGiven, rowDraft, type TablePlace, tableAt, tableInput } from "./table-place";

/**
 * The page of one row, without `row` of a new one. `typed`: a form that could not be saved, to be shown again; `copies`: with what
 * the last row says in the fields that were left empty.
 * @throws Problem "not-found" for a row that is gone
 */
export const showRow = supplierUseCase({
  permission: "attestations.answer",
  input: tableInput.extend({
    row: z.string().optional(),
    typed: shownForm.optional(),
    copies: z.boolean().default(false),
    from: originPage,
  }),
  events: [],
  async run(ctx, { question: code, part: partId, row, typed, copies, from }): Promise<RowPageView> {
    const { session } = ctx;
    const place = tableAt(session, code, partId);
    const { question, part, rows } = place;
    const words = pageTexts(ctx, session, ctx.language);
    const { t } = words;
    const at = placeOf(place, row);
    const heading = headingOf(place, row, at, words);
    const { title } = heading;
    const draft = typed ? undefined : draftOf(session, rowDraft(place, row));
    const given = typed?.fields ?? draft?.fields ?? fieldsOfRow(question, part, rows[at]);
    const names = rowNames(session, place, words);
    const { fields, ...copy } = copyOf(place, row, { copies, given, names }, words);
    const form = rowForm(place, row, { session, words, fields }, typed?.errors ?? []);
    const base = `${addressOf(session)}/${question.id}`;
    const list = atListPage(withOrigin(base, from), listPageOf(row === undefined ? rows.length - 1 : at));
    const about = words.find(`${question.id}.${part.id}`) ?? words.say(`${question.id}.title`);
    const pageTitle = t("supplier:rows.pageTitle", {
      code: question.id,
      title: joinLabel(bareText(about), bareText(title), words.ui),
    });
    return {
      frame: frameOf(ctx, session, words, {
        title: form.errors.length > 0 ? t("supplier:error.title", { title: pageTitle }) : pageTitle,
        back: { href: list, label: t("supplier:rows.back", { code: question.id }) },
        form: "page",
      }),
      code: question.id,
      section: sectionOf(session, question.id, words),
      ...heading,
      about,
      ...form,
      seen: rowSeen(ctx, rows[at], typed?.fields),
      basedOn: basedOnOf(typed, session.file.revisions[question.id]),
      notSaved: typed?.notSaved ?? false,
      fit: totalsLines(session, place, words, rows[at]),
      ...copy,
      draftKept: draft && draftWords(session, draft.keptAt, words),
      remove: removal(place, row, withOrigin(`${base}/${part.id}/${row}/remove`, from), names[at]),
      earlier: await offerAt(ctx, session, place, words),
      full: row === undefined ? fullList(place, typed !== undefined || draft !== undefined) : undefined,
      another: !areRowsGiven(part) && rows.length + (row === undefined ? 1 : 0) < part.max,
      places: rowPlaces(session, place, { row, names, from }),
    };
  },
});

/** Where a row stands, from 0; below it for a new one. @throws Problem "not-found" */
function placeOf(place: TablePlace, row: string | undefined): number {
  const at = place.rows.findIndex(({ id }) => id === row);
  if (row === undefined) refuseGiven(place);
  else if (at < 0) throw new Problem("not-found");
  return at;
}

/** The fields of a page, with those of the last row where that was asked for. */
function copyOf(
  place: TablePlace,
  row: string | undefined,
  { copies, given, names }: { copies: boolean; given: Fields; names: readonly PageLine[] },
  { t }: PageTexts,
): Pick<RowPageView, "canCopy" | "copied"> & { readonly fields: Fields } {
  const canCopy = row === undefined && canCopyRow(place);
  if (!copies || !canCopy) return { fields: given, canCopy };
  const copied = t("supplier:rows.copied", { name: bareText(names.at(-1) ?? "") });
  return { fields: withLastRow(place, given), canCopy, copied };
}

/** The way to take a row away; none for a new one, and where the rows are given. */
function removal(
  { part }: TablePlace,
  row: string | undefined,
  href: string,
  name: PageLine = "",
): RowPageView["remove"] {
  return row === undefined || areRowsGiven(part) ? undefined : { name, href };
}

/** The fields of the page, and what is wrong with them. */
function rowForm(
  { question, part }: TablePlace,
  row: string | undefined,
  context: FieldContext,
  errors: readonly FieldError[],
): Pick<RowPageView, "fields" | "errors"> {
  // What a row that the table made by itself is about stands in its heading.
  const columns = part.columns.filter(({ id }) => row === undefined || id !== part.fill?.into);
  const fields = columns.map((column) => columnField(question, part, column, context, errors));
  const lines: readonly ErrorLine[] = errors.map((error) => {
    const at = fields.findIndex(({ id }) => id === error.field);
    const { anchor, label } = fields[at] ?? { anchor: fields[0]?.anchor ?? "main" };
    return { anchor, text: errorWords(context.words, error, columns[at], label && bareText(label)) };
  });
  return { fields, errors: lines };
}

/** What was signed before, on the page of a first row: it can stand in the place of the question's own. */
async function offerAt(
  ctx: ServiceContext,
  session: SupplierSession,
  { question, rows }: TablePlace,
  words: PageTexts,
) {
  if (rows.length > 0) return undefined;
  return offerOn(ctx, session, await allEarlier(ctx, session), question.id, words);
}

/** What the page is headed by: that of the first row stands, where most have just one, in the place of the question's own. */
function headingOf(
  { question, part, rows }: TablePlace,
  row: string | undefined,
  at: number,
  words: PageTexts,
): Pick<RowPageView, "title" | "hint"> {
  const { t } = words;
  if (row !== undefined) return { title: t("supplier:rows.one", { number: at + 1, all: rows.length }) };
  if (part.usuallyOne && rows.length === 0)
    return { title: words.say(`${question.id}.title`), hint: words.find(`${question.id}.hint`) };
  const add = words.find(`${question.id}.${part.id}.add`);
  return { title: add ?? t("supplier:rows.new", { number: rows.length + 1 }) };
}

function fullList(place: TablePlace, isTyped: boolean): RowPageView["full"] {
  return isFull(place) ? { most: place.part.max, isTyped } : undefined;
}

/** Neighbours listed beside a row, to find one's way; the whole table is on the page of its question. */
const mostPlaces = 20;

function rowPlaces(
  session: SupplierSession,
  { question, part, rows }: TablePlace,
  { row, names, from }: { row: string | undefined; names: readonly PageLine[]; from: Origin },
): readonly NearbyQuestionView[] {
  const base = `${addressOf(session)}/${question.id}/${part.id}`;
  const current = row === undefined ? rows.length : rows.findIndex(({ id }) => id === row);
  const first = Math.max(0, Math.min(current - mostPlaces / 2, rows.length - mostPlaces));
  return rows.slice(first, first + mostPlaces).map(({ id }, at) => ({
    code: String(first + at + 1),
    name: names[first + at] ?? "",
    href: withOrigin(`${base}/${id}`, from),
    current: id === row,
  }));
}
