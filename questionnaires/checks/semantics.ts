import { conditionSubjects } from "#questionnaires/conditions/condition-schema";
import type { Part, Question, Questionnaire } from "#questionnaires/definition";
import { ConditionCheck } from "./condition-checks";
import { checkMarks } from "./mark-checks";
import { findCycles, refersToSites } from "./order";
import { checkIds, checkPart } from "./part-checks";
import { checkRelations } from "./relation-checks";

const mostOptions = 10_000;

/** Everything that a schema cannot see: names that stand for nothing, names that stand twice, circles. */
export function checkSemantics(definition: Questionnaire): readonly string[] {
  const { sections, groups, regimes, contradictions } = definition;
  const questions = sections.flatMap((section) => section.questions);
  return [
    ...checkIds(groups, "group"),
    ...checkIds(regimes, "regime"),
    ...checkIds(
      sections.map(({ id }) => id),
      "section",
    ),
    ...checkIds(
      questions.map(({ id }) => id),
      "question",
    ),
    ...checkIds(
      contradictions.map(({ id }) => id),
      "contradiction",
    ),
    ...sections.flatMap(({ id, group }) => (groups.includes(group) ? [] : [`${id}: there is no group "${group}"`])),
    ...questions.flatMap((question) => checkQuestion(question, definition)),
    ...questions.flatMap((question) => checkRelations(question, questions)),
    ...checkMarks(definition, questions),
    ...checkSites(questions),
    ...checkSize(questions),
    ...checkConditions(definition, questions),
    ...findCycles(definition).map((path) => `conditions: circle ${path}`),
  ];
}

function checkQuestion(
  { id, parts, unsure, unsureIf = {}, regimes = [] }: Question,
  definition: Questionnaire,
): readonly string[] {
  const unknown = regimes.filter((regime) => !definition.regimes.includes(regime));
  const offered: readonly string[] = unsure;
  return [
    ...Object.keys(unsureIf).flatMap((kind) => (offered.includes(kind) ? [] : [`${id}: it does not offer "${kind}"`])),
    ...checkIds(
      parts.map((part) => part.id),
      "part",
    ).map((problem) => `${id}: ${problem}`),
    ...unknown.map((regime) => `${id}: there is no regime "${regime}"`),
    ...parts.flatMap((part) => checkPart(part, `${id}.${part.id}`)),
    ...parts.flatMap((part) => {
      const whole =
        part.shown && conditionSubjects(part.shown).some((one) => one.question === id && one.part === undefined);
      return whole ? [`${id}.${part.id}: a part cannot depend on its own question as a whole`] : [];
    }),
  ];
}

/** Choices of sites need one table of sites, for a row is known by its id alone. */
function checkSites(questions: readonly Question[]): readonly string[] {
  const tables = questions.flatMap(({ parts }) => parts.filter(({ id, type }) => id === "sites" && type === "table"));
  if (tables.length > 1) return ["sites: there is more than one table of sites"];
  const needed = questions.some(({ parts }) => parts.some(refersToSites));
  return needed && tables.length === 0 ? ["sites: there is no table of sites to choose from"] : [];
}

function checkSize(questions: readonly Question[]): readonly string[] {
  const options = questions.flatMap(({ parts }) => parts).reduce((sum, part) => sum + optionCount(part), 0);
  return options > mostOptions ? [`file: more than ${mostOptions} options`] : [];
}

function optionCount(part: Part): number {
  if (part.type === "table") return part.columns.reduce((sum, column) => sum + optionCount(column), 0);
  if (part.type === "matrix") return part.rows.length + part.options.length;
  return "options" in part ? (part.options?.length ?? 0) : 0;
}

function checkConditions(definition: Questionnaire, questions: readonly Question[]): readonly string[] {
  const conditions = new ConditionCheck(definition);
  for (const { condition, at } of questions.flatMap(conditionsIn)) if (condition) conditions.check(condition, at);
  for (const { id, when, questions: about } of definition.contradictions) {
    conditions.check(when, id);
    for (const code of about) conditions.check({ question: code, asked: true }, id);
  }
  return conditions.problems;
}

function conditionsIn({ id, shown, parts, unsureIf = {} }: Question) {
  return [
    { condition: shown, at: id },
    ...Object.values(unsureIf).map((condition) => ({ condition, at: `${id}.unsure` })),
    ...parts.map((part) => ({ condition: part.shown, at: `${id}.${part.id}` })),
  ];
}
