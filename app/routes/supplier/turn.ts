import { type AppLoadContext, data } from "@remix-run/node";
import { type Typed, typedAgain, type Unsaved } from "#app/services/supplier/typed";
import type { FormFields } from "./form";

/**
 * What an action hands to the loader of the same request, so that a page that could not be saved is drawn by the one who
 * always draws it, title and all. The load context lives as long as the request.
 */
const turns = new WeakMap<AppLoadContext, unknown>();

export function handOn<T>(context: AppLoadContext, turn: T): void {
  turns.set(context, turn);
}

export function handedOn<T>(context: AppLoadContext): T | undefined {
  return turns.get(context) as T | undefined;
}

/** Shows the page again with what was handed on, under the HTTP status that says why. */
export function showAgain<T>(context: AppLoadContext, turn: T, status: number) {
  handOn(context, turn);
  return data(null, { status });
}

const unsavedStatus = { errors: 422, conflict: 409, hindered: 409, "not-saved": 507 } as const;

/** Shows a form again that could not be saved; its loader finds it by `handedOn<Typed>`. */
export function showTyped(context: AppLoadContext, fields: FormFields, outcome: Unsaved) {
  return showAgain<Typed>(context, typedAgain(fields, outcome), unsavedStatus[outcome.kind]);
}
