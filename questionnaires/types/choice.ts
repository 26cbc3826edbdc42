import { z } from "zod";
import type { Unsure } from "#questionnaires/answers";
import type { ListName } from "#questionnaires/definition";
import type { ReadingContext } from "#questionnaires/reading/field";
import type { TextKeys } from "./part-type";

type Choice = { readonly options?: readonly string[]; readonly list?: ListName; readonly also?: readonly string[] };

/** Longest id that a list from outside may have. */
const longestId = 80;

/** Whether an id can be chosen when a form is read: all lists are at hand then. */
export function isOffered(choice: Choice, id: string, context: ReadingContext): boolean {
  if (choice.options !== undefined) return choice.options.includes(id);
  if (choice.also?.includes(id)) return true;
  return choice.list !== undefined && id.length <= longestId && context.lists(choice.list).has(id);
}

/** Whether a stored value can be a choice. Of the lists only the sites are at hand then. */
export function choiceTest(choice: Choice): (value: unknown, sites: ReadonlySet<string>) => value is string {
  if (choice.options !== undefined) {
    const options = new Set<unknown>(choice.options);
    return (value): value is string => options.has(value);
  }
  if (choice.list === "sites") {
    const { also = [] } = choice;
    return (value, sites): value is string => typeof value === "string" && (sites.has(value) || also.includes(value));
  }
  return (value): value is string => typeof value === "string" && value !== "" && value.length <= longestId;
}

export function choiceSchema({ options }: Choice): z.ZodType<string> {
  return options ? z.enum(options) : z.string().min(1).max(longestId);
}

const unsureValues: Readonly<Record<string, Unsure>> = { "~dk": "dk", "~na": "na", "~legal": "legal" };

/** The way of leaving a question open that a form value stands for, if it is one. */
export function parseUnsure(value: string): Unsure | undefined {
  return Object.hasOwn(unsureValues, value) ? unsureValues[value] : undefined;
}

/** Options of a list from outside have their words there. */
export function choiceTexts({ options = [], also = [] }: Choice, at: string): TextKeys {
  const own = [...options, ...also];
  return {
    required: own.map((id) => `${at}.option.${id}`),
    optional: own.flatMap((id) => [`${at}.option.${id}.note`, `${at}.option.${id}.opened`]),
  };
}
