import type { Row } from "#questionnaires/answers";
import type { EvaluationContext } from "#questionnaires/conditions/condition";
import type { Names, Partners } from "#scoring/rules/schema/name-rules";
import { type IsName, isOwnName } from "./names";

/**
 * Outsourced steps and how many have no named partner. One that is named and was not visited lately is half of one. `fresh`:
 * how many there would be if every visit were new, for what must not change with the day.
 */
export type PartnersRead = { readonly all: number; readonly unnamed: number; readonly fresh: number };

/** Reads the partners of outsourced steps; undefined where the question says nothing of them or there are none. */
export function partnersReader(
  rules: Partners,
  names: Names | undefined,
  isName: IsName,
): (context: EvaluationContext) => PartnersRead | undefined {
  const { question, part, visited } = rules;
  return ({ asked, answers, facts }) => {
    const rows = asked.has(question) ? answers[question]?.value?.[part] : undefined;
    if (!Array.isArray(rows) || rows.length === 0) return undefined;
    let [unnamed, fresh] = [0, 0];
    for (const row of rows as readonly Row[]) {
      const isNamed = isNamedIn(row, rules, isName) && !isOwnName(names, answers, String(row.cells[rules.name]));
      const visit = row.cells[visited.column];
      unnamed += isNamed ? unvisited(visit, facts.day, visited.months) : 1;
      fresh += isNamed ? unvisited(visit, undefined, visited.months) : 1;
    }
    return { all: rows.length, unnamed, fresh };
  };
}

function isNamedIn({ cells }: Row, { name, needs }: Partners, isName: IsName): boolean {
  const given = cells[name];
  if (typeof given !== "string" || !isName(given)) return false;
  return needs.every((column) => cells[column] !== undefined);
}

function unvisited(visit: unknown, day: string | undefined, months: number): number {
  return isWithin(visit, day, months) ? 0 : 0.5;
}

/** Whether a month or day lies so many whole months before another at most. Without a day every date does. */
function isWithin(date: unknown, day: string | undefined, months: number): boolean {
  if (typeof date !== "string") return false;
  if (day === undefined) return true;
  const between = monthsOf(day) - monthsOf(date);
  return between >= 0 && between <= months;
}

const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
