import * as z from "zod";
import type { Fields } from "#questionnaires/reading";
import type { UnsavedForm } from "./unsaved-form";

/** What the use cases of a session take in many places. */

/**
 * The fields of a page, by name. Only their shape as a whole is looked at: what is in them is read question by question,
 * and a second look at each would slow down every save.
 */
export const pageFields = z.custom<Fields>((value) => value instanceof Map);

/** A form that is shown again, in the input of the use case that shows it. */
export const shownForm = z.custom<UnsavedForm>(
  (value) => typeof value === "object" && value !== null && "fields" in value && value.fields instanceof Map,
);

/** Revision that a page showed; 0 where there was none. */
export const revisionNumber = z.number().int().min(0);

/** A revision that a page sent back; anything odd is as if nothing had been seen. */
export function revisionOf(fields: Fields): number {
  const text = fields.get("basedOn")?.at(-1) ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** The revision that a page is based on: a page that is shown again is still based on what it showed first. */
export function basedOnOf(typed: UnsavedForm | undefined, newest: number | undefined): number {
  return typed?.fields.has("basedOn") ? revisionOf(typed.fields) : (newest ?? 0);
}
