import type { Condition } from "#questionnaires/conditions/condition-schema";
import type { Part, Question } from "#questionnaires/definition";

/** A field that stands on the page only while one of these options of an earlier field is chosen. */
type Opening = { readonly part: string; readonly options: readonly string[] };

export type Openings = {
  /** Number of the opening that shows a part, counted from 1; undefined where the page cannot tell by itself. */
  slotOf(part: Part): number | undefined;
  /** Numbers that an option of a part opens, such as `1 2`. */
  opens(part: Part): (option: string) => string | undefined;
};

const known = new WeakMap<Question, Openings>();

/**
 * Which fields of a page open under which options, so that style sheets can show and hide them without a script. Fields that
 * open under the same options share a number.
 */
export function openingsOf(question: Question): Openings {
  let openings = known.get(question);
  if (!openings) {
    openings = findOpenings(question);
    known.set(question, openings);
  }
  return openings;
}

function findOpenings(question: Question): Openings {
  const slots: { key: string; opening: Opening }[] = [];
  const byPart = new Map<string, number>();
  for (const part of question.parts) {
    const opening = part.shown && openingIn(part.shown, question);
    if (!opening) continue;
    const key = JSON.stringify(opening);
    let slot = slots.findIndex((one) => one.key === key);
    if (slot < 0) slot = slots.push({ key, opening }) - 1;
    byPart.set(part.id, slot + 1);
  }
  return {
    slotOf: ({ id }) => byPart.get(id),
    opens: ({ id }) => {
      const own = slots
        .map(({ opening }, at) => ({ opening, slot: at + 1 }))
        .filter(({ opening }) => opening.part === id);
      return (option) => {
        const numbers = own.filter(({ opening }) => opening.options.includes(option)).map(({ slot }) => slot);
        return numbers.length > 0 ? numbers.join(" ") : undefined;
      };
    },
  };
}

function openingIn(condition: Condition, { id, parts }: Question): Opening | undefined {
  if (!("question" in condition) || condition.question !== id) return undefined;
  const part = ("part" in condition && condition.part) || "answer";
  const type = parts.find((one) => one.id === part)?.type;
  if (type !== "one" && type !== "many") return undefined;
  const options = optionsIn(condition);
  return options && { part, options };
}

function optionsIn(condition: Condition): readonly string[] | undefined {
  if ("is" in condition && condition.is !== undefined) return [String(condition.is)];
  if ("in" in condition && condition.in) return condition.in.map(String);
  if ("includesAny" in condition && condition.includesAny) return condition.includesAny;
  return "includes" in condition && typeof condition.includes === "string" ? [condition.includes] : undefined;
}
