import * as z from "zod";
import { bareText } from "#app/i18n/page-text";
import { joinLabel } from "#app/i18n/writing/punctuation";
import { supplierUseCase } from "#app/services/context/use-case";
import { againOn } from "#app/services/supplier/again/again-view";
import { mayAnswer } from "#app/services/supplier/colleagues/own-sections";
import { allEarlier } from "#app/services/supplier/earlier/all-earlier";
import { offerOn } from "#app/services/supplier/earlier/offer-view";
import { evidenceField } from "#app/services/supplier/evidence/evidence-lines";
import { fieldsOfAnswer } from "#app/services/supplier/fields/answer-fields";
import { type FieldContext, unsureChoices } from "#app/services/supplier/fields/controls";
import { partField } from "#app/services/supplier/fields/field-view";
import { followUpsOf } from "#app/services/supplier/fields/follow-ups";
import { helpThread } from "#app/services/supplier/help/help-thread";
import { errorWords, partName, withoutMark } from "#app/services/supplier/page/error-words";
import { draftWords, frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { listPageNumber } from "#app/services/supplier/rows/list/list-pages";
import { type Origin, originPage } from "#app/services/supplier/session/origin";
import { basedOnOf, shownForm } from "#app/services/supplier/session/page-input";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ErrorLine } from "#app/views/error-line";
import type { FieldView, MatrixRowView } from "#app/views/supplier/controls";
import type { NearbyQuestionView } from "#app/views/supplier/frame";
import type { QuestionView } from "#app/views/supplier/question/question";
import type { Question } from "#questionnaires/definition";
import { commentLimit, type FieldError } from "#questionnaires/reading";
import { shownParts } from "#questionnaires/walk";
import { draftOf } from "./answer-draft";
import { askedQuestion } from "./asked-question";

/**
 * The page of one question. `typed`: a form that could not be saved, to be shown again; `from`: the page that it was opened
 * from; `lines`: the page of a long list.
 * @throws Problem "not-found" for a question that is not asked
 */
export const showQuestion = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ question: z.string(), typed: shownForm.optional(), from: originPage, lines: listPageNumber }),
  events: [],
  async run(ctx, { question: code, typed, from, lines }): Promise<QuestionView> {
    const { session } = ctx;
    const question = askedQuestion(session, code);
    const words = pageTexts(ctx, session, ctx.language);
    const { org, id: attestation } = session.file.attestation;
    const draft = typed ? undefined : draftOf(session, code);
    const fields = typed?.fields ?? draft?.fields ?? fieldsOfAnswer(question, session.file.answers[code]);
    const context: FieldContext = { session, words, fields, lines };
    const errors = typed?.errors ?? [];
    const views = fieldViews(question, context, errors);
    const wrong = errorLines(question, views, errors, words);
    const name = `${code} ${bareText(words.say(`${code}.short`))}`;
    const isOpen = session.walk.stateOf(code) === "blank";
    const earlier = isOpen && !typed ? await allEarlier(ctx, session) : [];
    const messages = session.file.helpAsked ? await ctx.store.help.messages(org, attestation, code) : [];
    const comment = errors.find(({ field }) => field === `${code}.comment`);
    return {
      frame: frameOf(ctx, session, words, {
        title: wrong.length > 0 ? words.t("supplier:error.title", { title: name }) : name,
        back: backTo(session, words, from),
        form: "page",
      }),
      code,
      section: sectionOf(session, code, words),
      title: words.say(`${code}.title`),
      hint: words.find(`${code}.hint`),
      why: words.find(`${code}.why`),
      words: question.words.map((id) => ({
        term: words.say(`word.${id}.term`),
        meaning: words.say(`word.${id}.meaning`),
      })),
      fields: views,
      leads: leads(views),
      unsure: unsureChoices(question, context),
      comment: {
        name: `${code}.comment`,
        value: fields.get(`${code}.comment`)?.at(-1) ?? "",
        error: comment && words.t("supplier:error.too-long", { max: commentLimit }),
      },
      errors: wrong,
      basedOn: basedOnOf(typed, session.file.revisions[code]),
      draftKept: draft && draftWords(session, draft.keptAt, words),
      notSaved: typed?.notSaved ?? false,
      places: placesIn(session, code, words),
      from,
      evidence: await evidenceField(ctx, code, words),
      earlier: offerOn(ctx, session, earlier, code, words),
      mayAsk: ctx.may("help.ask"),
      thread: helpThread(session, messages, words),
      again: await againOn(ctx, code, words),
    };
  },
});

/** The fields of the page. Those that its own options open are on it hidden, for the style sheet to show; others only when they apply. */
function fieldViews(question: Question, context: FieldContext, errors: readonly FieldError[]): readonly FieldView[] {
  const shown = shownParts(context.session.walk, question);
  const followUps = followUpsOf(question);
  return question.parts
    .filter((part) => shown.includes(part) || followUps.slotOf(part) !== undefined)
    .map((part) => partField(question, part, context, errors));
}

function leads([first]: readonly FieldView[]): boolean {
  return first !== undefined && first.when === undefined && ["choices", "matrix"].includes(first.control.kind);
}

function errorLines(
  question: Question,
  fields: readonly FieldView[],
  errors: readonly FieldError[],
  words: PageTexts,
): readonly ErrorLine[] {
  return errors.map((error) => {
    const field = fields.find(({ id }) => error.field === id || error.field.startsWith(`${id}.`));
    const row =
      field?.control.kind === "matrix" ? field.control.rows.find(({ name }) => name === error.field) : undefined;
    if (row) return { anchor: `${row.name}.${row.options[0]?.value}`, text: rowError(row, words) };
    const inRow = field && filledError(field, error, words);
    if (inRow) return inRow;
    const part = question.parts.find(({ id }) => `${question.id}.${id}` === (field?.id ?? error.field));
    if (field?.error && part) {
      return { anchor: field.anchor, text: errorWords(words, error, part, partName(words, question, part)) };
    }
    const anchor = error.field === `${question.id}.unsure` ? `${error.field}.~${question.unsure[0]}` : error.field;
    return { anchor, text: errorWords(words, error, part, undefined) };
  });
}

/** What is wrong with a field of a table that fills itself, which is named by its row and its column. */
function filledError({ control }: FieldView, { field: id }: FieldError, { t, ui }: PageTexts): ErrorLine | undefined {
  if (control.kind !== "filled") return undefined;
  for (const { name, fields } of control.rows) {
    const field = fields.find((one) => one.id === id);
    if (!field) continue;
    const label = joinLabel(bareText(name), withoutMark(bareText(field.label ?? "")), ui);
    return { anchor: field.anchor, text: t("supplier:error.labelled", { label, what: field.error ?? "" }) };
  }
  return undefined;
}

function rowError({ label, error = "" }: MatrixRowView, { t }: PageTexts): string {
  return t("supplier:error.labelled", { label: bareText(label), what: error });
}

function backTo(session: SupplierSession, { t }: PageTexts, from: Origin) {
  const base = addressOf(session);
  return from === "check"
    ? { href: `${base}/check`, label: t("supplier:check.title") }
    : { href: base, label: t("supplier:tasks.all") };
}

/** The questions of the same section that are asked, for finding one's way. */
function placesIn(session: SupplierSession, code: string, words: PageTexts): readonly NearbyQuestionView[] {
  const { questionnaire, walk } = session;
  return questionnaire
    .sectionOf(code)
    .questions.filter(({ id, signing }) => walk.asked.has(id) && !signing && mayAnswer(session, id))
    .map(({ id }) => ({
      code: id,
      name: words.say(`${id}.short`),
      href: `${addressOf(session)}/${id}`,
      current: id === code,
    }));
}
