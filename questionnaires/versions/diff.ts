import type { Question } from "#questionnaires/definition";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { type Difference, idDifferences, memberDifferences } from "./part-differences";

/** One change of a version against the one before it. */
export type DiffLine = {
  /** As the later version names it; undefined for differences that it does not name. */
  readonly change?: string;
  readonly differences: readonly Difference[];
  /** Whether an answer may mean something else than before: more than limits, words, or when it is asked changed. */
  readonly meaning: boolean;
};

/**
 * What a version changed against the one before it: a line for each change that it names, in its order, and one for all that it
 * does not name, if there is any. Other words alone are no change unless they are named.
 */
export function diff(before: LoadedQuestionnaire, after: LoadedQuestionnaire): readonly DiffLine[] {
  const { changes = [] } = after.definition;
  const found = [...structureDifferences(before, after), ...wordDifferences(before, after)];
  const named = new Map(changes.map(({ id }): [string, Difference[]] => [id, []]));
  const others: Difference[] = [];
  for (const difference of found) {
    const [owner] = changes
      .flatMap(({ id, at }) => at.filter((place) => lies(difference.at, place)).map((place) => ({ id, place })))
      .sort((one, other) => other.place.length - one.place.length);
    if (owner !== undefined) named.get(owner.id)?.push(difference);
    else if (difference.what !== "words") others.push(difference);
  }
  return [
    ...[...named].map(([change, differences]) => ({
      change,
      differences,
      meaning: differences.some(({ what }) => changesMeaning(what)),
    })),
    ...(others.length > 0 ? [{ differences: others, meaning: others.some(({ what }) => changesMeaning(what)) }] : []),
  ];
}

/** Whether something lies at a place, or in it. */
function lies(at: string, place: string): boolean {
  return at === place || at.startsWith(`${place}.`);
}

const meaningless: readonly Difference["what"][] = ["limits", "asked", "words"];

/** Whether a difference of this sort can make an answer mean something else. */
export function changesMeaning(what: Difference["what"]): boolean {
  return !meaningless.includes(what);
}

function structureDifferences(before: LoadedQuestionnaire, after: LoadedQuestionnaire): readonly Difference[] {
  const both = [...after.questions.values()].flatMap((question) => {
    const older = before.questions.get(question.id);
    return older === undefined ? [] : questionDifferences(older, question);
  });
  return [
    ...idDifferences([...before.questions.keys()], [...after.questions.keys()], ""),
    ...both,
    ...contradictionDifferences(before, after),
  ];
}

function questionDifferences(before: Question, after: Question): readonly Difference[] {
  const differs = (what: Difference["what"], of: (question: Question) => unknown): readonly Difference[] =>
    canonicalJson(of(before) ?? null) === canonicalJson(of(after) ?? null) ? [] : [{ at: after.id, what }];
  return [
    ...differs("asked", ({ shown }) => shown),
    ...differs("required", ({ optional }) => optional),
    ...differs("unsure", ({ unsure, unsureIf }) => ({ unsure, unsureIf })),
    ...differs("proof", ({ evidence }) => evidence),
    ...memberDifferences(before.parts, after.parts, after.id),
  ];
}

function contradictionDifferences(before: LoadedQuestionnaire, after: LoadedQuestionnaire): readonly Difference[] {
  const older = new Map(before.definition.contradictions.map((one) => [one.id, one]));
  const newer = after.definition.contradictions;
  const changed = newer.flatMap(({ id, ...one }): Difference[] => {
    const { id: _, ...other } = older.get(id) ?? { id, ...one };
    return canonicalJson(one) === canonicalJson(other) ? [] : [{ at: id, what: "asked" }];
  });
  return [
    ...idDifferences(
      [...older.keys()],
      newer.map(({ id }) => id),
      "",
    ),
    ...changed,
  ];
}

/** Texts of the source language that say something else; those that came or went go with their ids. */
function wordDifferences(before: LoadedQuestionnaire, after: LoadedQuestionnaire): readonly Difference[] {
  const older = before.texts.get(before.definition.sourceLanguage)?.strings ?? new Map<string, string>();
  const newer = after.texts.get(after.definition.sourceLanguage)?.strings ?? new Map<string, string>();
  return [...newer].flatMap(([at, text]): Difference[] => {
    const old = older.get(at);
    return old === undefined || old === text ? [] : [{ at, what: "words" }];
  });
}
