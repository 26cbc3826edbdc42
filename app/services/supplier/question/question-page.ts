import type { FieldView } from "#app/components/controls/control-view";
import type { ErrorLine, PlaceView } from "#app/components/supplier/frame-view";
import type { QuestionView } from "#app/components/supplier/question/question-view";
import { plainWords } from "#app/i18n/words";
import type { SupplierContext } from "#app/services/context";
import { errorWords, partName } from "#app/services/supplier/error-words";
import { evidenceField } from "#app/services/supplier/evidence/evidence-page";
import { frameOf, momentWords, sectionOf } from "#app/services/supplier/frame";
import { type PageWords, pageWords } from "#app/services/supplier/page-words";
import { addressOf, type Sitting } from "#app/services/supplier/sitting";
import type { Typed } from "#app/services/supplier/typed";
import type { Question } from "#questionnaires/definition";
import { shownParts } from "#questionnaires/journey";
import { commentLimit, type FieldError } from "#questionnaires/reading";
import { fieldsOfAnswer } from "./answer-fields";
import { type Drawing, unsureOf } from "./controls";
import { draftOf } from "./draft";
import { partField } from "./field-view";
import { openingsOf } from "./openings";
import { askedQuestion } from "./save-question";

/** The page of one question. @throws Problem "not-found" for a question that is not asked */
export function questionPage(
  ctx: SupplierContext,
  sitting: Sitting,
  { question: code, typed, from }: { question: string; typed?: Typed; from?: string },
): QuestionView {
  const question = askedQuestion(sitting, code);
  const words = pageWords(ctx, sitting.questionnaire, ctx.language);
  const draft = typed ? undefined : draftOf(sitting, code);
  const fields = typed?.fields ?? draft?.fields ?? fieldsOfAnswer(question, sitting.file.answers[code]);
  const drawing: Drawing = { sitting, words, fields };
  const errors = typed?.errors ?? [];
  const drawn = drawnFields(question, drawing, errors);
  const lines = errorLines(question, drawn, errors, words);
  const title = words.say(`${code}.title`);
  const name = `${code} ${plainWords(words.say(`${code}.short`))}`;
  const comment = errors.find(({ field }) => field === `${code}.comment`);
  return {
    frame: frameOf(ctx, sitting, words, {
      title: lines.length > 0 ? words.t("supplier:error.title", { title: name }) : name,
      back: backTo(sitting, words, from),
      form: "page",
    }),
    code,
    section: sectionOf(sitting, code, words),
    title,
    hint: words.find(`${code}.hint`),
    why: words.find(`${code}.why`),
    words: question.words.map((id) => ({
      term: words.say(`word.${id}.term`),
      meaning: words.say(`word.${id}.meaning`),
    })),
    fields: drawn,
    leads: leads(drawn),
    unsure: unsureOf(question, drawing),
    comment: {
      name: `${code}.comment`,
      value: fields.get(`${code}.comment`)?.at(-1) ?? "",
      error: comment && words.t("supplier:error.too-long", { max: commentLimit }),
    },
    errors: lines,
    basedOn: sitting.file.revisions[code] ?? 0,
    draftKept: draft && draftWords(sitting, draft.keptAt, words),
    notSaved: typed?.notSaved ?? false,
    places: placesIn(sitting, code, words),
    from,
    evidence: evidenceField(sitting, code, words),
  };
}

/** Fields whose condition the page itself can judge stand on it hidden; the others only when they apply now. */
function drawnFields(question: Question, drawing: Drawing, errors: readonly FieldError[]): readonly FieldView[] {
  const shown = shownParts(drawing.sitting.walk, question);
  const openings = openingsOf(question);
  return question.parts
    .filter((part) => shown.includes(part) || openings.slotOf(part) !== undefined)
    .map((part) => partField(question, part, drawing, errors));
}

function leads([first]: readonly FieldView[]): boolean {
  return first !== undefined && first.when === undefined && ["choices", "matrix"].includes(first.control.kind);
}

function errorLines(
  question: Question,
  fields: readonly FieldView[],
  errors: readonly FieldError[],
  words: PageWords,
): readonly ErrorLine[] {
  return errors.map((error) => {
    const field = fields.find(({ id }) => error.field === id || error.field.startsWith(`${id}.`));
    const row =
      field?.control.kind === "matrix" ? field.control.rows.find(({ name }) => name === error.field) : undefined;
    if (row) return { anchor: `${row.name}.${row.options[0]?.value}`, text: rowError(row.label, row.error) };
    const part = question.parts.find(({ id }) => `${question.id}.${id}` === (field?.id ?? error.field));
    if (field?.error && part) {
      return { anchor: field.anchor, text: errorWords(words, error, part, partName(words, question, part)) };
    }
    const anchor = error.field === `${question.id}.unsure` ? `${error.field}.~${question.unsure[0]}` : error.field;
    return { anchor, text: errorWords(words, error, part, undefined) };
  });

  function rowError(label: Parameters<typeof plainWords>[0], error = ""): string {
    return words.t("supplier:error.labelled", { label: plainWords(label), what: error });
  }
}

function backTo(sitting: Sitting, { t }: PageWords, from: string | undefined) {
  const base = addressOf(sitting);
  return from === "check"
    ? { href: `${base}/check`, label: t("supplier:check.title") }
    : { href: base, label: t("supplier:tasks.all") };
}

/** Says since when something typed waits to be saved. */
export function draftWords({ file }: Sitting, keptAt: Date, words: PageWords): string {
  return words.t("supplier:question.draft", momentWords(keptAt, file.campaign, words));
}

/** The questions of the same section that are asked, for finding one's way. */
export function placesIn(sitting: Sitting, code: string, words: PageWords): readonly PlaceView[] {
  const { questionnaire, walk } = sitting;
  return questionnaire
    .sectionOf(code)
    .questions.filter(({ id, signing }) => walk.asked.has(id) && !signing)
    .map(({ id }) => ({
      code: id,
      name: words.say(`${id}.short`),
      href: `${addressOf(sitting)}/${id}`,
      current: id === code,
    }));
}
