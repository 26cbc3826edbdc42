import type { Column, Part, Question } from "#questionnaires/definition";

/** What a date has to be, by its place: `E2.to`, or `E8.orders.to` for a column. */
export type DateRules = Readonly<Record<string, { readonly past?: boolean; readonly notBefore?: string }>>;

/**
 * A question whose dates have to be more than its published definition could say.
 * @param rules of the whole questionnaire
 */
export function withDateRules(question: Question, rules: DateRules): Question {
  if (!Object.keys(rules).some((place) => place.startsWith(`${question.id}.`))) return question;
  const parts = question.parts.map((part): Part => {
    const at = `${question.id}.${part.id}`;
    if (part.type !== "table") return ruled(part, rules[at]);
    return { ...part, columns: part.columns.map((column): Column => ruled(column, rules[`${at}.${column.id}`])) };
  });
  return { ...question, parts };
}

function ruled<One extends Part | Column>(part: One, rule: DateRules[string] | undefined): One {
  return rule === undefined || part.type !== "date" ? part : { ...part, ...rule };
}
