import { dateOrder } from "#app/i18n/dates/days";
import { errorWords } from "#app/services/supplier/page/error-words";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ChoicesView, ControlView, OptionView } from "#app/views/supplier/controls";
import { unknownId } from "#questionnaires/answers";
import { isUnsureOffered } from "#questionnaires/conditions/unsure";
import type { Column, MatrixPart, Question } from "#questionnaires/definition";
import type { FieldError, Fields } from "#questionnaires/reading";
import { textLimit } from "#questionnaires/types/text";
import { listOptions, optionsBeside, optionsHtml } from "./list-options";

/** Most sites that are shown as radio buttons; more become a list to choose from. */
const mostOpen = 12;

export type FieldContext = {
  readonly session: SupplierSession;
  readonly words: PageTexts;
  readonly fields: Fields;
  /** The page of a long list, counted from 1; without it a list is shown whole. */
  readonly lines?: number;
  /** Numbers of the fields that an option opens, such as `1 2`. */
  readonly opens?: (option: string) => string | undefined;
};

/** The native control of a part or a column that is not a table or a matrix. `at`: name of its field; `key`: of its texts. */
export function controlOf(part: Column, at: string, context: FieldContext, key = at): ControlView {
  const value = context.fields.get(at)?.at(-1) ?? "";
  switch (part.type) {
    case "one":
    case "many":
      return choiceOf(part, at, context, key);
    case "number":
      return { kind: "line", name: at, value, numeric: true, percent: false, size: "s" };
    case "percent":
      return { kind: "line", name: at, value, numeric: true, percent: true, size: "xs" };
    case "text":
      return part.lines === "several" || textLimit(part) > 200
        ? { kind: "lines", name: at, value }
        : { kind: "line", name: at, value, numeric: false, percent: false, size: "full" };
    case "date":
      return dateOf(part, at, context, key);
  }
}

function choiceOf(
  part: Extract<Column, { type: "one" | "many" }>,
  at: string,
  context: FieldContext,
  key: string,
): ControlView {
  const { session, words, fields } = context;
  const chosen = fields.get(at) ?? [];
  const type = part.type === "one" ? "radio" : "checkbox";
  if (part.options) {
    return { kind: "choices", type, name: at, options: part.options.map((id) => optionOf(id, key, context, chosen)) };
  }
  const list = part.list ?? "questions";
  const also = optionsBeside(part.also ?? [], key, words);
  const options = [...listOptions(session, list, words), ...also];
  if (part.type === "one" && (list !== "sites" || options.length > mostOpen)) {
    return { kind: "select", name: at, html: optionsHtml(session, list, words, chosen[0], also) };
  }
  return {
    kind: "choices",
    type,
    name: at,
    options: options.map(({ id, label }) => ({
      value: id,
      label,
      // One site that can be chosen is the one that is meant, until somebody says otherwise.
      on: chosen.includes(id) || (list === "sites" && options.length === 1 && !fields.has(at)),
    })),
  };
}

function optionOf(id: string, part: string, { words, opens }: FieldContext, chosen: readonly string[]): OptionView {
  const key = `${part}.option.${id}`;
  return {
    value: id,
    label: words.say(key),
    note: words.find(`${key}.note`),
    opened: words.find(`${key}.opened`),
    on: chosen.includes(id),
    opens: opens?.(id),
  };
}

function dateOf(
  { precision, unknown }: Extract<Column, { type: "date" }>,
  at: string,
  { words, fields }: FieldContext,
  key: string,
): ControlView {
  const boxes = dateOrder(words.ui).filter((box) => precision === "day" || box !== "day");
  return {
    kind: "date",
    boxes: boxes.map((box) => ({
      name: `${at}.${box}`,
      label: words.t(`supplier:date.${box}`),
      value: fields.get(`${at}.${box}`)?.at(-1) ?? "",
    })),
    ...(unknown
      ? {
          unknown: {
            name: `${at}.unknown`,
            label: words.say(`${key}.option.${unknownId}`),
            on: fields.get(`${at}.unknown`)?.includes("yes") ?? false,
          },
        }
      : {}),
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
  const { allAtOnce: value } = part;
  return {
    kind: "matrix",
    ...(value === undefined ? {} : { all: { name: `${at}.all`, value, label: words.say(`${at}.all`) } }),
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
export function unsureChoices(question: Question, { session, words, fields }: FieldContext): ChoicesView | undefined {
  const offered = question.unsure.filter((kind) => isUnsureOffered(question, kind, session.walk));
  if (offered.length === 0) return undefined;
  const [first] = question.parts;
  const joined = first?.type === "one" && first.shown === undefined;
  const name = joined ? `${question.id}.${first.id}` : `${question.id}.unsure`;
  const chosen = fields.get(name) ?? [];
  return {
    kind: "choices",
    // Without a script a radio button cannot be taken back, and here nothing else is in the group.
    type: joined ? "radio" : "checkbox",
    name,
    options: offered.map((kind) => ({
      value: `~${kind}`,
      label: words.say(`unsure.${kind}`),
      note: words.find(`unsure.${kind}.note`),
      on: chosen.includes(`~${kind}`),
    })),
  };
}
