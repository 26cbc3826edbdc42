import { dateOrder } from "#app/i18n/dates/days";
import { errorWords } from "#app/services/supplier/page/error-words";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ChoicesView, ControlView, OptionView } from "#app/views/supplier/controls";
import type { Column, MatrixPart, Question } from "#questionnaires/definition";
import type { FieldError, Fields } from "#questionnaires/reading";
import { textLimit } from "#questionnaires/types/text";
import { listOptions, optionsHtml } from "./list-options";

/** Most sites that are shown as radio buttons; more become a list to choose from. */
const mostOpen = 12;

export type FieldContext = {
  readonly session: SupplierSession;
  readonly words: PageTexts;
  readonly fields: Fields;
  /** Numbers of the fields that an option opens, such as `1 2`. */
  readonly opens?: (option: string) => string | undefined;
};

/** The native control of a part or a column that is not a table or a matrix. `at` is its key and the name of its field. */
export function controlOf(part: Column, at: string, context: FieldContext): ControlView {
  const value = context.fields.get(at)?.at(-1) ?? "";
  switch (part.type) {
    case "one":
    case "many":
      return choiceOf(part, at, context);
    case "number":
      return { kind: "line", name: at, value, numeric: true, percent: false, size: "s" };
    case "percent":
      return { kind: "line", name: at, value, numeric: true, percent: true, size: "xs" };
    case "text":
      return part.lines === "several" || textLimit(part) > 200
        ? { kind: "lines", name: at, value }
        : { kind: "line", name: at, value, numeric: false, percent: false, size: "full" };
    case "date":
      return dateOf(part.precision, at, context);
  }
}

function choiceOf(part: Extract<Column, { type: "one" | "many" }>, at: string, context: FieldContext): ControlView {
  const { session, words, fields } = context;
  const chosen = fields.get(at) ?? [];
  const type = part.type === "one" ? "radio" : "checkbox";
  if (part.options) {
    return { kind: "choices", type, name: at, options: part.options.map((id) => optionOf(id, at, context, chosen)) };
  }
  const list = part.list ?? "questions";
  const options = listOptions(session, list, words);
  if (part.type === "one" && (list !== "sites" || options.length > mostOpen)) {
    return { kind: "select", name: at, html: optionsHtml(session, list, words, chosen[0]) };
  }
  return {
    kind: "choices",
    type,
    name: at,
    options: options.map(({ id, label }) => ({ value: id, label, on: chosen.includes(id) })),
  };
}

function optionOf(id: string, at: string, { words, opens }: FieldContext, chosen: readonly string[]): OptionView {
  const key = `${at}.option.${id}`;
  return {
    value: id,
    label: words.say(key),
    note: words.find(`${key}.note`),
    opened: words.find(`${key}.opened`),
    on: chosen.includes(id),
    opens: opens?.(id),
  };
}

function dateOf(precision: "day" | "month", at: string, { words, fields }: FieldContext): ControlView {
  const boxes = dateOrder(words.ui).filter((box) => precision === "day" || box !== "day");
  return {
    kind: "date",
    boxes: boxes.map((box) => ({
      name: `${at}.${box}`,
      label: words.t(`supplier:date.${box}`),
      value: fields.get(`${at}.${box}`)?.at(-1) ?? "",
    })),
  };
}

/** The rows of a matrix, each with the same few options. */
export function matrixOf(
  part: MatrixPart,
  at: string,
  context: FieldContext,
  errors: readonly FieldError[],
): ControlView {
  const { words, fields } = context;
  return {
    kind: "matrix",
    rows: part.rows.map((row) => {
      const name = `${at}.${row}`;
      const error = errors.find(({ field }) => field === name);
      const chosen = fields.get(name) ?? [];
      return {
        name,
        label: words.say(`${at}.row.${row}`),
        error: error && errorWords(words, error, part, undefined),
        options: part.options.map((id) => ({
          value: id,
          label: words.say(`${at}.option.${id}`),
          on: chosen.includes(id),
        })),
      };
    }),
  };
}

/** The ways of leaving a question open, apart from its answers. They join the first part where that is one of several. */
export function unsureChoices(
  question: Question,
  { words, fields }: Omit<FieldContext, "session">,
): ChoicesView | undefined {
  if (question.unsure.length === 0) return undefined;
  const [first] = question.parts;
  const joined = first?.type === "one" && first.shown === undefined;
  const name = joined ? `${question.id}.${first.id}` : `${question.id}.unsure`;
  const chosen = fields.get(name) ?? [];
  return {
    kind: "choices",
    // Without a script a radio button cannot be taken back, and here nothing else is in the group.
    type: joined ? "radio" : "checkbox",
    name,
    options: question.unsure.map((kind) => ({
      value: `~${kind}`,
      label: words.say(`unsure.${kind}`),
      note: words.find(`unsure.${kind}.note`),
      on: chosen.includes(`~${kind}`),
    })),
  };
}
