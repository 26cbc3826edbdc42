import type { Question, TablePart } from "#questionnaires/definition";
import type { Fields, ReadingContext } from "#questionnaires/reading";
import { forcedLabour } from "#tests/support/questionnaires";

/** Fields as a form sends them: `{ "E1.answer": "yes" }`. */
export function fields(typed: Readonly<Record<string, string | readonly string[]>>): Fields {
  return new Map(Object.entries(typed).map(([name, value]) => [name, typeof value === "string" ? [value] : value]));
}

const members: Readonly<Record<string, readonly string[]>> = {
  countries: ["PT", "CN"],
  sites: ["s1", "s2"],
  "hs-chapters": ["61"],
};

export const context: ReadingContext = { lists: (name) => new Set(members[name]) };

export function question(id: string): Question {
  const found = forcedLabour(1).questions.get(id);
  if (found === undefined) throw new Error(`There is no question ${id}`);
  return found;
}

export function tableOf(id: string): TablePart {
  const part = question(id).parts.find(({ type }) => type === "table");
  if (part?.type !== "table") throw new Error(`${id} has no table`);
  return part;
}
