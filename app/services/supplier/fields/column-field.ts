import { errorWords } from "#app/services/supplier/page/error-words";
import type { ControlView, FieldView } from "#app/views/supplier/controls";
import type { Column, Question, TablePart } from "#questionnaires/definition";
import type { FieldError } from "#questionnaires/reading";
import { controlOf, type FieldContext } from "./controls";
import { rowFollowUpsOf } from "./follow-ups";

/** One column of a table as a field of a row's page. @param row beginning of the names of its fields */
export function columnField(
  question: Question,
  part: TablePart,
  column: Column,
  context: FieldContext,
  errors: readonly FieldError[],
  row = `${question.id}.${part.id}`,
): FieldView {
  const at = `${row}.${column.id}`;
  const key = `${question.id}.${part.id}.column.${column.id}`;
  const { words } = context;
  const error = errors.find(({ field }) => field === at);
  const followUps = rowFollowUpsOf(part);
  const control = controlOf(column, at, { ...context, opens: followUps.opens(column) }, key);
  return {
    id: at,
    anchor: anchorOf(at, control),
    label: words.say(key),
    hint: words.find(`${key}.hint`),
    optional: column.optional === true,
    error: error && errorWords(words, error, column, undefined),
    when: followUps.slotOf(column),
    control,
  };
}

/** Id of the first thing in a field that can take the focus. */
export function anchorOf(at: string, control: ControlView): string {
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
    case "filled": {
      const fields = control.rows.flatMap((row) => row.fields);
      return (fields.find(({ error }) => error) ?? fields[0])?.anchor ?? at;
    }
    default:
      return at;
  }
}
