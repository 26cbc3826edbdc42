import { errorWords } from "#app/services/supplier/page/error-words";
import { tableView } from "#app/services/supplier/rows/table-view";
import type { ControlView, FieldView } from "#app/views/supplier/controls";
import type { Column, Part, Question, TablePart } from "#questionnaires/definition";
import type { FieldError } from "#questionnaires/reading";
import { controlOf, type FieldContext, matrixOf } from "./controls";
import { followUpsOf } from "./follow-ups";

/** One part of a question as a field of its page. */
export function partField(
  question: Question,
  part: Part,
  context: FieldContext,
  errors: readonly FieldError[],
): FieldView {
  const at = `${question.id}.${part.id}`;
  const several = question.parts.length > 1;
  const followUps = followUpsOf(question);
  const { words } = context;
  const error = errors.find(({ field }) => field === at || field === `${at}.none`);
  const control = partControl(question, part, at, { ...context, opens: followUps.opens(part) }, errors);
  return {
    id: at,
    anchor: anchorOf(at, control),
    label: several ? words.find(at) : undefined,
    hint: words.find(`${at}.hint`),
    optional: part.optional === true,
    error: error && errorWords(words, error, part, undefined),
    when: followUps.slotOf(part),
    control,
  };
}

/** One column of a table as a field of a row's page. */
export function columnField(
  question: Question,
  part: TablePart,
  column: Column,
  context: FieldContext,
  errors: readonly FieldError[],
): FieldView {
  const at = `${question.id}.${part.id}.${column.id}`;
  const key = `${question.id}.${part.id}.column.${column.id}`;
  const { words } = context;
  const error = errors.find(({ field }) => field === at);
  const control = columnControl(column, at, key, context);
  return {
    id: at,
    anchor: anchorOf(at, control),
    label: words.say(key),
    hint: words.find(`${key}.hint`),
    optional: column.optional === true,
    error: error && errorWords(words, error, column, undefined),
    control,
  };
}

function partControl(
  question: Question,
  part: Part,
  at: string,
  context: FieldContext,
  errors: readonly FieldError[],
): ControlView {
  if (part.type === "table") return tableView(context.session, question, part, context);
  if (part.type === "matrix") return matrixOf(part, at, context, errors);
  return controlOf(part, at, context);
}

/** The control of a column. The keys of its texts contain `.column.`, the names of its fields do not. */
function columnControl(column: Column, at: string, key: string, context: FieldContext): ControlView {
  const control = controlOf(column, at, context);
  if (control.kind !== "choices" || !("options" in column) || !column.options) {
    return control;
  }
  const { words } = context;
  return {
    ...control,
    options: control.options.map((option) => ({
      ...option,
      label: words.say(`${key}.option.${option.value}`),
      note: words.find(`${key}.option.${option.value}.note`),
    })),
  };
}

/** Id of the first thing in a field that can take the focus. */
function anchorOf(at: string, control: ControlView): string {
  switch (control.kind) {
    case "choices":
      return `${at}.${control.options[0]?.value ?? ""}`;
    case "date":
      return control.boxes[0]?.name ?? at;
    case "matrix": {
      const row = control.rows.find(({ error }) => error) ?? control.rows[0];
      return row ? `${row.name}.${row.options[0]?.value}` : at;
    }
    case "table":
      return `${at}.add`;
    default:
      return at;
  }
}
