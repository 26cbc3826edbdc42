import { errorWords } from "#app/services/supplier/page/error-words";
import { tableView } from "#app/services/supplier/rows/list/table-view";
import type { ControlView, FieldView } from "#app/views/supplier/controls";
import type { Part, Question } from "#questionnaires/definition";
import type { FieldError } from "#questionnaires/reading";
import { anchorOf } from "./column-field";
import { controlOf, type FieldContext, matrixOf } from "./controls";
import { filledTableView } from "./filled-table";
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

function partControl(
  question: Question,
  part: Part,
  at: string,
  context: FieldContext,
  errors: readonly FieldError[],
): ControlView {
  if (part.type === "table") {
    return filledTableView(question, part, context, errors) ?? tableView(context.session, question, part, context);
  }
  if (part.type === "matrix") return matrixOf(part, at, context, errors);
  return controlOf(part, at, context);
}
