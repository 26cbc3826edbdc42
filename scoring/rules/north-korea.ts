import { conditionQuestions } from "#questionnaires/conditions/condition-schema";
import type { Question } from "#questionnaires/definition";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { lawOnNorthKorea, namesNorthKorea, northKorea } from "#terms/laws/north-korea";
import { questionsIn } from "./conditions/rule-questions";
import type { LoadedRuleSet } from "./load-rule-set";

/** What of a questionnaire, and of what was rated by it, is about North Korean labour or gives it away. */
export type NorthKoreaParts = {
  isQuestion(code: string): boolean;
  /** Whether a contradiction reads such a question, or names one. */
  isContradiction(id: string): boolean;
};

type Definitions = {
  readonly rules: readonly LoadedRuleSet["definition"][];
  readonly questionnaire: LoadedQuestionnaire;
};

/**
 * Read off the questionnaire and the rules about it, so that the next version needs no list to be kept beside it. Whole questions:
 * of one whose rows or options say it, a part that is missing would say as much.
 * @param ruleSets those that rate this questionnaire
 */
export function northKoreaParts(
  questionnaire: LoadedQuestionnaire,
  ruleSets: readonly LoadedRuleSet[],
): NorthKoreaParts {
  const of = { questionnaire, rules: ruleSets.map(({ definition }) => definition) };
  const section = questionsOfSections(questionnaire);
  const ruled = ruledQuestions(of);
  const named = [...questionnaire.questions.values()].filter((question) => isNamedIn(question, of)).map(({ id }) => id);
  const codes = new Set([...section, ...ruled, ...named]);
  addOpened(codes, questionnaire, new Set([...section].filter((code) => ruled.has(code))));
  const contradictions = new Set(
    questionnaire.definition.contradictions
      .filter(({ questions, when }) => [...questions, ...conditionQuestions(when)].some((code) => codes.has(code)))
      .map(({ id }) => id),
  );
  return { isQuestion: (code) => codes.has(code), isContradiction: (id) => contradictions.has(id) };
}

/** A section that asks something for the law on North Korea alone is about North Korea in all of its questions. */
function questionsOfSections({ sections }: LoadedQuestionnaire): ReadonlySet<string> {
  const about = sections.filter(({ questions }) =>
    questions.some(({ regimes = [] }) => regimes.length === 1 && regimes[0] === lawOnNorthKorea),
  );
  return new Set(about.flatMap(({ questions }) => questions.map(({ id }) => id)));
}

/** Questions that rules read to say that there is a link, or that nobody knows; and those whose red flags name North Korea. */
function ruledQuestions({ rules }: Definitions): ReadonlySet<string> {
  const codes = rules.flatMap(({ dprkLabour, statuses, redFlags }) => {
    // A "no" also reads who checked the answers at all: that says nothing of North Korea.
    const states = dprkLabour.filter(({ state }) => !state.startsWith("no-")).map(({ when }) => when);
    const { link, floorsOf, unknownIf = [] } = statuses[lawOnNorthKorea] ?? {};
    const flagged = Object.entries(redFlags).filter(([, { rules: own }]) => mentions(own, isNorthKorea));
    return [
      ...questionsIn([states, link]),
      ...(Array.isArray(floorsOf) ? floorsOf : []),
      ...unknownIf,
      ...flagged.map(([code]) => code),
    ];
  });
  return new Set(codes);
}

/** Whether a part, an option, a row or a column names North Korea, but for what is good to have said, as in a policy. */
function isNamedIn({ id, parts }: Question, { rules }: Definitions): boolean {
  if (!mentions(parts, namesNorthKorea)) return false;
  const earned = rules.flatMap(({ controls }) => controls.filter(({ question }) => question === id));
  return !earned.some(({ earns }) => mentions(earns, namesNorthKorea));
}

/** Questions that are asked only for what others answered give those answers away. */
function addOpened(codes: Set<string>, { order }: LoadedQuestionnaire, openers: ReadonlySet<string>): void {
  const giving = new Set(openers);
  for (const { id, shown } of order) {
    if (!shown || !conditionQuestions(shown).some((code) => giving.has(code))) continue;
    codes.add(id);
    giving.add(id);
  }
}

const isNorthKorea = (word: string) => word === northKorea || namesNorthKorea(word);

/** Whether a word stands anywhere in a definition, as a value. */
function mentions(definition: unknown, isWanted: (word: string) => boolean): boolean {
  if (typeof definition === "string") return isWanted(definition);
  if (typeof definition !== "object" || definition === null) return false;
  return Object.values(definition).some((value) => mentions(value, isWanted));
}
