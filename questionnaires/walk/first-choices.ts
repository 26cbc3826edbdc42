import type { PartValue } from "#questionnaires/answers";
import type { Part } from "#questionnaires/definition";
import type { Walk } from "./walk";

/** Fewer questions with choices can all be answered by the first one and be right. */
const least = 10;

/**
 * Whether every answer that is chosen is the first of its choices, over ten questions or more: answers that nobody read look
 * like that. Choices from lists have no first, and what was left open was read.
 * @param but questions whose answer was given another day
 */
export function areAllFirstChoices({ questionnaire, asked, answers }: Walk, but: ReadonlySet<string>): boolean {
  let chosen = 0;
  for (const { id, parts, signing } of questionnaire.plan.pages) {
    const answer = asked.has(id) && !signing && !but.has(id) ? answers[id] : undefined;
    if (answer === undefined) continue;
    if (answer.unsure !== undefined) return false;
    const given = parts.flatMap((part) => isFirstChoice(part, answer.value?.[part.id]) ?? []);
    if (given.includes(false)) return false;
    if (given.length > 0) chosen += 1;
  }
  return chosen >= least;
}

/** Undefined for parts without choices of their own, and for those without an answer. */
function isFirstChoice(part: Part, value: PartValue | undefined): boolean | undefined {
  if (value === undefined || !("options" in part) || part.options === undefined) return undefined;
  const [first] = part.options;
  if (part.type === "one") return value === first;
  if (part.type === "many") return Array.isArray(value) && value.length === 1 && value[0] === first;
  return Object.values(value).every((option) => option === first);
}
