import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { bareText } from "#app/i18n/page-text";
import { joinLabel } from "#app/i18n/writing/punctuation";
import type { ServiceContext } from "#app/services/context/contexts";
import { supplierUseCase } from "#app/services/context/use-case";
import { allEarlier } from "#app/services/supplier/earlier/all-earlier";
import { offerOn } from "#app/services/supplier/earlier/offer-view";
import { fieldsOfRow } from "#app/services/supplier/fields/answer-fields";
import { columnField } from "#app/services/supplier/fields/column-field";
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
import { rowSeen } from "./row-identity";
import { rowName } from "./row-name";
import { areRowsGiven, isFull, refuseGiven, rowDraft, type TablePlace, tableAt, tableInput } from "./table-place";

/**
 * The page of one row, without `row` of a new one. `typed`: a form that could not be saved, to be shown again.
 * @throws Problem "not-found" for a row that is gone
 */
export const showRow = supplierUseCase({
  permission: "attestations.answer",
  input: tableInput.extend({ row: z.string().optional(), typed: shownForm.optional(), from: originPage }),
  events: [],
  async run(ctx, { question: code, part: partId, row, typed, from }): Promise<RowPageView> {
    const { session } = ctx;
    const place = tableAt(session, code, partId);
    const { question, part, rows } = place;
    const words = pageTexts(ctx, session, ctx.language);
    const { t } = words;
    const at = rows.findIndex(({ id }) => id === row);
    if (row === undefined) refuseGiven(place);
    else if (at < 0) throw new Problem("not-found");
    const heading = headingOf(place, row, at, words);
    const { title } = heading;
    const draft = typed ? undefined : draftOf(session, rowDraft(place, row));
    const fields = typed?.fields ?? draft?.fields ?? fieldsOfRow(question, part, rows[at]);
    const errors = typed?.errors ?? [];
    // What a row that the table made by itself is about stands in its heading.
    const columns = part.columns.filter(({ id }) => row === undefined || id !== part.fill?.into);
    const views = columns.map((column) => columnField(question, part, column, { session, words, fields }, errors));
    const lines: readonly ErrorLine[] = errors.map((error) => {
      const at = views.findIndex(({ id }) => id === error.field);
      const { anchor, label } = views[at] ?? { anchor: views[0]?.anchor ?? "main" };
      return { anchor, text: errorWords(words, error, columns[at], label && bareText(label)) };
    });
    const base = `${addressOf(session)}/${question.id}`;
    const about = words.find(`${question.id}.${part.id}`) ?? words.say(`${question.id}.title`);
    const pageTitle = t("supplier:rows.pageTitle", {
      code: question.id,
      title: joinLabel(bareText(about), bareText(title), words.ui),
    });
    return {
      frame: frameOf(ctx, session, words, {
        title: lines.length > 0 ? t("supplier:error.title", { title: pageTitle }) : pageTitle,
        back: { href: withOrigin(base, from), label: t("supplier:rows.back", { code: question.id }) },
        form: "page",
      }),
      code: question.id,
      section: sectionOf(session, question.id, words),
      ...heading,
      about,
      fields: views,
      errors: lines,
      seen: rowSeen(ctx, rows[at], typed?.fields),
      basedOn: basedOnOf(typed, session.file.revisions[question.id]),
      notSaved: typed?.notSaved ?? false,
      draftKept: draft && draftWords(session, draft.keptAt, words),
      earlier: await offerAt(ctx, session, place, words),
      ...(row === undefined || areRowsGiven(part)
        ? {}
        : {
            remove: {
              name: rowName(session, place, at, words),
              href: withOrigin(`${base}/${part.id}/${row}/remove`, from),
            },
          }),
      full: row === undefined ? fullList(place, typed !== undefined || draft !== undefined) : undefined,
      another: !areRowsGiven(part) && rows.length + (row === undefined ? 1 : 0) < part.max,
      places: rowPlaces(session, place, { row, words, from }),
    };
  },
});

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
  place: TablePlace,
  { row, words, from }: { row: string | undefined; words: PageTexts; from: Origin },
): readonly NearbyQuestionView[] {
  const base = `${addressOf(session)}/${place.question.id}/${place.part.id}`;
  return place.rows.slice(0, mostPlaces).map(({ id }, at) => ({
    code: String(at + 1),
    name: rowName(session, place, at, words),
    href: withOrigin(`${base}/${id}`, from),
    current: id === row,
  }));
}
