import type { Answer, PartValue } from "#questionnaires/answers";
import type { EvaluationContext } from "#questionnaires/conditions/outcome";
import type { ListName } from "#questionnaires/definition";

/** The fields of a form: every name with all its values, in the order they were sent. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** What a person can correct, and where. Words are the app's business. */
export type FieldError = {
  /** Name of the form field that the error belongs to, such as `E2.from`. */
  readonly field: string;
  readonly code:
    | "required"
    | "not-a-number"
    | "too-small"
    | "too-large"
    | "too-long"
    | "not-a-date"
    | "ambiguous-date"
    | "after-today"
    | "before-begin"
    | "too-early"
    | "unknown-option"
    | "exclusive"
    | "unsure-and-value"
    | "too-many-rows"
    | "too-few-rows"
    | "whole-number";
  /** What the message needs: `min`, `max` (same unit as the part, or a count of characters or rows). */
  readonly params?: Readonly<Record<string, string | number>>;
};

/** What reading needs to know besides the form. */
export type ReadingContext = {
  /** Members of a list that comes from outside the definition. */
  readonly lists: (name: ListName) => { has(id: string): boolean };
  /** Needed where a part depends on another question; without it only the question's own answer is known. */
  readonly walk?: EvaluationContext;
  /** The answer as stored: its table rows and documents are edited elsewhere and are carried over. */
  readonly current?: Answer;
  /** The day of the person who answers (ISO 8601); without it no date is too late. */
  readonly today?: string;
  /** What was read so far of the same question. */
  readonly values?: Readonly<Record<string, PartValue>>;
  /** Id of the row being edited; absent for a new one. */
  readonly row?: string;
  /** Keep what is there without asking for the rest. Whatever was given must still be right. */
  readonly allowBlank?: boolean;
};
