import type { z } from "zod";
import type { PartValue, Unsure } from "#questionnaires/answers";
import type { Column, ListName, Part } from "#questionnaires/definition";
import type { FieldError, Fields, ReadingContext } from "#questionnaires/reading/field";
import { isBlank } from "#terms/texts/typed-text";

/** What reading a part found: a value, a choice to leave it open, errors, or nothing at all. */
export type Reading = { readonly value?: PartValue; readonly unsure?: Unsure; readonly errors?: readonly FieldError[] };

/**
 * The value as far as it is one, or undefined. Gives back the very same value when nothing is wrong with it.
 * `sites` are the ids of the sites that exist now: what points at another site points nowhere.
 */
export type Sanitize = (value: unknown, sites: ReadonlySet<string>) => PartValue | undefined;

/** A value as codes and figures, for everything that shows answers: check page, PDF, CSV. Words are looked up elsewhere. */
export type Summary =
  | {
      readonly kind: "options";
      readonly ids: readonly string[];
      readonly list?: ListName;
      /** Ids that are no members of the list: the questionnaire has the words for them. */
      readonly also?: readonly string[];
    }
  | { readonly kind: "number" | "percent"; readonly value: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "date"; readonly date: string; readonly precision: "day" | "month" }
  | { readonly kind: "matrix"; readonly rows: readonly { readonly row: string; readonly option: string }[] }
  | {
      readonly kind: "table";
      readonly rows: readonly { readonly id: string; readonly cells: readonly ColumnSummary[] }[];
      /** Sums of the columns that the definition wants summed. */
      readonly totals: readonly { readonly column: string; readonly sum: number }[];
    };
export type ColumnSummary = { readonly column: string; readonly summary: Summary };

/** Keys of texts, after the question's code. */
export type TextKeys = { readonly required: readonly string[]; readonly optional: readonly string[] };

/** All that the engine must know about one kind of part. What draws it is not its business. */
export type PartType<P extends Part> = {
  readonly type: P["type"];
  /** Reads the fields that begin with `name`. Never throws, whatever was sent. */
  read(part: P, name: string, fields: Fields, context: ReadingContext): Reading;
  /** What a stored value must be, as published to other programs. Says the same as `sanitize`. */
  schema(part: P): z.ZodType;
  sanitize(part: P): Sanitize;
  /** The test whether a kept value leaves nothing open; absent: it never does. */
  completeness?(part: P): (value: PartValue) => boolean;
  summary(part: P, value: PartValue): Summary;
  /** @param at key of the part, such as `E2.from` */
  texts(part: P, at: string): TextKeys;
};

export type PartOf<Type extends Part["type"]> = Extract<Part, { type: Type }>;
export type CellPart = Column;

/** What was typed into one field, without values that show nothing, which browsers send for untouched ones. */
export function filledValues(fields: Fields, name: string): readonly string[] {
  return fields.get(name)?.filter((value) => !isBlank(value)) ?? [];
}
