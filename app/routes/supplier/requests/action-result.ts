import { data } from "#app/router/api/answers.server";
import type { LoadContext } from "#app/router/api/route-types";
import { type UnsavedForm, type UnsavedOutcome, unsavedForm } from "#app/services/supplier/session/unsaved-form";
import type { FormFields } from "./form-fields";

/**
 * What an action leaves for the loader of the same request, which shows the page again with its usual title. The load context
 * lives as long as the request.
 */
const results = new WeakMap<LoadContext, unknown>();

export function setActionResult<T>(context: LoadContext, result: T): void {
  results.set(context, result);
}

export function actionResult<T>(context: LoadContext): T | undefined {
  return results.get(context) as T | undefined;
}

/** Shows the page again with a result, under the HTTP status that says why. */
export function showWithResult<T>(context: LoadContext, result: T, status: number) {
  setActionResult(context, result);
  return data(null, { status });
}

const unsavedStatus = { errors: 422, conflict: 409, blocked: 409, "not-saved": 507 } as const;

/** Shows a form again that could not be saved; its loader finds it by `actionResult<UnsavedForm>`. */
export function showUnsavedForm(context: LoadContext, fields: FormFields, outcome: UnsavedOutcome) {
  return showWithResult<UnsavedForm>(context, unsavedForm(fields, outcome), unsavedStatus[outcome.kind]);
}
