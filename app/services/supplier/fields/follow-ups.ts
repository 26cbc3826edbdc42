import type { Condition } from "#questionnaires/conditions/condition-schema";
import type { Column, Part, Question, TablePart } from "#questionnaires/definition";

/** A field that stands on the page only while one of these options of an earlier field is chosen. */
type FollowUp = { readonly part: string; readonly options: readonly string[] };

export type FollowUps = {
  /** Number of the follow-up that shows a part, counted from 1; undefined where the page cannot tell by itself. */
  slotOf(part: Part | Column): number | undefined;
  /** Numbers that an option of a part opens, such as `1 2`. */
  opens(part: Part | Column): (option: string) => string | undefined;
};

const known = new WeakMap<Question, FollowUps>();

/**
 * Which fields of a page open under which options, so that style sheets can show and hide them without a script. Fields that
 * open under the same options share a number.
 */
export function followUpsOf(question: Question): FollowUps {
  let followUps = known.get(question);
  if (!followUps) {
    followUps = findFollowUps(question);
    known.set(question, followUps);
  }
  return followUps;
}

const knownRows = new WeakMap<TablePart, FollowUps>();

/** The same for the columns of a table, on the page of a row. */
export function rowFollowUpsOf(table: TablePart): FollowUps {
  let followUps = knownRows.get(table);
  if (!followUps) {
    followUps = numbered(table.columns, ({ when }) => when && { part: when.column, options: when.in });
    knownRows.set(table, followUps);
  }
  return followUps;
}

function findFollowUps(question: Question): FollowUps {
  return numbered(question.parts, ({ shown }) => shown && followUpIn(shown, question));
}

function numbered<Member extends Part | Column>(
  members: readonly Member[],
  followUpOf: (member: Member) => FollowUp | undefined,
): FollowUps {
  const slots: { key: string; followUp: FollowUp }[] = [];
  const byPart = new Map<string, number>();
  for (const part of members) {
    const followUp = followUpOf(part);
    if (!followUp) continue;
    const key = JSON.stringify(followUp);
    let slot = slots.findIndex((one) => one.key === key);
    if (slot < 0) slot = slots.push({ key, followUp }) - 1;
    byPart.set(part.id, slot + 1);
  }
  return {
    slotOf: ({ id }) => byPart.get(id),
    opens: ({ id }) => {
      const own = slots
        .map(({ followUp }, at) => ({ followUp, slot: at + 1 }))
        .filter(({ followUp }) => followUp.part === id);
      return (option) => {
        const numbers = own.filter(({ followUp }) => followUp.options.includes(option)).map(({ slot }) => slot);
        return numbers.length > 0 ? numbers.join(" ") : undefined;
      };
    },
  };
}

function followUpIn(condition: Condition, { id, parts }: Question): FollowUp | undefined {
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
