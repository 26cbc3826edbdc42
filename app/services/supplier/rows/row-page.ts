import type { ErrorLine, PlaceView } from "#app/components/supplier/frame-view";
import type { RemoveRowView, RowPageView } from "#app/components/supplier/rows/row-view";
import { labelled } from "#app/i18n/punctuation";
import { plainWords } from "#app/i18n/words";
import { Problem } from "#app/problem";
import type { SupplierContext } from "#app/services/context";
import { errorWords } from "#app/services/supplier/error-words";
import { frameOf, sectionOf } from "#app/services/supplier/frame";
import { type PageWords, pageWords } from "#app/services/supplier/page-words";
import { fieldsOfRow } from "#app/services/supplier/question/answer-fields";
import { draftOf } from "#app/services/supplier/question/draft";
import { columnField } from "#app/services/supplier/question/field-view";
import { draftWords } from "#app/services/supplier/question/question-page";
import { addressOf, type Sitting } from "#app/services/supplier/sitting";
import type { Typed } from "#app/services/supplier/typed";
import { rowDraft, type TablePlace } from "./save-row";
import { rowsInWords } from "./table-view";

/** The page of one row, or of a new one. @throws Problem "not-found" for a row that is gone */
export function rowPage(
  ctx: SupplierContext,
  sitting: Sitting,
  place: TablePlace,
  { row, typed }: { row: string | undefined; typed?: Typed },
): RowPageView {
  const { question, part, rows } = place;
  const words = pageWords(ctx, sitting.questionnaire, ctx.language);
  const { t } = words;
  const at = rows.findIndex(({ id }) => id === row);
  if (row !== undefined && at < 0) throw new Problem("not-found");
  const title =
    row === undefined
      ? (words.find(`${question.id}.${part.id}.add`) ?? t("supplier:rows.new", { number: rows.length + 1 }))
      : t("supplier:rows.one", { number: at + 1, all: rows.length });
  const draft = typed ? undefined : draftOf(sitting, rowDraft(place, row));
  const fields = typed?.fields ?? draft?.fields ?? fieldsOfRow(question, part, rows[at]);
  const errors = typed?.errors ?? [];
  const drawn = part.columns.map((column) => columnField(question, part, column, { sitting, words, fields }, errors));
  const lines: readonly ErrorLine[] = errors.map((error) => {
    const at = drawn.findIndex(({ id }) => id === error.field);
    const { anchor, label } = drawn[at] ?? { anchor: drawn[0]?.anchor ?? "main" };
    return { anchor, text: errorWords(words, error, part.columns[at], label && plainWords(label)) };
  });
  const base = `${addressOf(sitting)}/${question.id}`;
  const about = words.find(`${question.id}.${part.id}`) ?? words.say(`${question.id}.title`);
  const pageTitle = t("supplier:rows.pageTitle", {
    code: question.id,
    title: labelled(plainWords(about), plainWords(title), words.ui),
  });
  return {
    frame: frameOf(ctx, sitting, words, {
      title: lines.length > 0 ? t("supplier:error.title", { title: pageTitle }) : pageTitle,
      back: { href: base, label: t("supplier:rows.back", { code: question.id }) },
      form: "page",
    }),
    code: question.id,
    section: sectionOf(sitting, question.id, words),
    title,
    about,
    fields: drawn,
    errors: lines,
    basedOn: sitting.file.revisions[question.id] ?? 0,
    notSaved: typed?.notSaved ?? false,
    draftKept: draft && draftWords(sitting, draft.keptAt, words),
    ...(row === undefined
      ? {}
      : { remove: { name: rowName(sitting, place, at, words), href: `${base}/${part.id}/${row}/remove` } }),
    another: rows.length + (row === undefined ? 1 : 0) < part.max,
    places: rowPlaces(sitting, place, row, words),
  };
}

/** What would be lost when a row is taken away. @throws Problem "not-found" for a row that is gone */
export function removeRowPage(
  ctx: SupplierContext,
  sitting: Sitting,
  place: TablePlace,
  { row, notSaved }: { row: string; notSaved: boolean },
): RemoveRowView {
  const { question, part, rows } = place;
  const words = pageWords(ctx, sitting.questionnaire, ctx.language);
  const at = rows.findIndex(({ id }) => id === row);
  if (at < 0) throw new Problem("not-found");
  const name = rowName(sitting, place, at, words);
  const cells = rowsInWords(sitting, question, part, words)[at] ?? [];
  const back = `${addressOf(sitting)}/${question.id}`;
  return {
    frame: frameOf(ctx, sitting, words, {
      title: words.t("supplier:rows.removeTitle", { name }),
      back: { href: back, label: words.t("supplier:rows.back", { code: question.id }) },
      from: `${question.id}/${part.id}/${row}/remove`,
    }),
    code: question.id,
    section: sectionOf(sitting, question.id, words),
    name,
    lines: part.columns.flatMap(({ id }, column) => {
      const value = cells[column] ?? "";
      const label = plainWords(words.say(`${question.id}.${part.id}.column.${id}`));
      return value === "" ? [] : [{ label, value }];
    }),
    pointedAt: part.id === "sites",
    back,
    notSaved,
  };
}

function rowName(sitting: Sitting, { question, part }: TablePlace, at: number, words: PageWords): string {
  const cells = rowsInWords(sitting, question, part, words)[at];
  const named = part.columns.findIndex(({ id }) => id === part.named);
  return cells?.[named] || words.t("supplier:rows.unnamed", { number: at + 1 });
}

/** Twenty neighbours are enough to find one's way; two hundred are a list, and that is the question's page. */
const mostPlaces = 20;

function rowPlaces(
  sitting: Sitting,
  place: TablePlace,
  row: string | undefined,
  words: PageWords,
): readonly PlaceView[] {
  const base = `${addressOf(sitting)}/${place.question.id}/${place.part.id}`;
  return place.rows.slice(0, mostPlaces).map(({ id }, at) => ({
    code: String(at + 1),
    name: rowName(sitting, place, at, words),
    href: `${base}/${id}`,
    current: id === row,
  }));
}
