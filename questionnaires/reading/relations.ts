import { type PartValue, unknownId } from "#questionnaires/answers";
import type { Column, Part } from "#questionnaires/definition";
import type { FieldError } from "./field";

/** Values beside each other: of the parts of a question, or of the columns of a row. */
type Values = Readonly<Record<string, PartValue | undefined>>;
type Wrong = Pick<FieldError, "code" | "params">;

/**
 * What does not go together in values that are each right by themselves: an end before its begin, a date after today, more
 * answered than asked. Nothing is wrong with a value that is not there, or not known.
 * @param fieldOf name of the form field of a part or column
 * @param today ISO 8601; absent where nobody can say, and then no date is too late
 */
export function relationErrors(
  parts: readonly (Part | Column)[],
  values: Values,
  fieldOf: (id: string) => string,
  today?: string,
): readonly FieldError[] {
  return parts.flatMap((part) => {
    const wrong = wrongIn(part, values, today);
    return wrong === undefined ? [] : [{ field: fieldOf(part.id), ...wrong }];
  });
}

/** Whether values go together, as far as that can be said without knowing the day. */
export function goTogether(parts: readonly (Part | Column)[], values: Values): boolean {
  return parts.every((part) => wrongIn(part, values) === undefined);
}

/** Ids of the dates that cannot be, as far as that can be said without knowing the day. */
export function impossibleDates(parts: readonly (Part | Column)[], values: Values): readonly string[] {
  return parts.filter((part) => part.type === "date" && wrongIn(part, values) !== undefined).map(({ id }) => id);
}

/** Whether a part has to go together with anything at all. */
export function isRelated(part: Part | Column): boolean {
  if (part.type === "date") return part.notBefore !== undefined || part.earliest !== undefined;
  return part.type === "number" && part.atMost !== undefined;
}

function wrongIn(part: Part | Column, values: Values, today?: string): Wrong | undefined {
  const value = values[part.id];
  if (part.type === "number") {
    const most = part.atMost === undefined ? undefined : values[part.atMost];
    return typeof value === "number" && typeof most === "number" && value > most
      ? { code: "too-large", params: { max: most } }
      : undefined;
  }
  if (part.type !== "date" || typeof value !== "string" || value === unknownId) return undefined;
  if (part.past && today !== undefined && isBefore(today, value)) return { code: "after-today" };
  if (part.earliest !== undefined && isBefore(value, part.earliest)) {
    return { code: "too-early", params: { min: part.earliest } };
  }
  const begin = part.notBefore === undefined ? undefined : values[part.notBefore];
  return typeof begin === "string" && begin !== unknownId && isBefore(value, begin)
    ? { code: "before-begin" }
    : undefined;
}

/** Compares ISO dates as far as both go: a day is not before its own month. */
function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}
