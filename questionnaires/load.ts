import { checkLimits } from "#questionnaires/checks/limits";
import { checkMeaning } from "#questionnaires/checks/meaning";
import { makePlan, type Plan } from "#questionnaires/journey/plan";
import { type Question, Questionnaire, type Section } from "./definition";

/** A questionnaire that passed every check, with what every walk needs worked out once. */
export type LoadedQuestionnaire = {
  readonly definition: Questionnaire;
  /** Id and version, such as `forced-labour@1`. */
  readonly key: string;
  /** By code, in the order people see them. */
  readonly questions: ReadonlyMap<string, Question>;
  /** Throws for a code that this questionnaire does not have. */
  sectionOf(questionId: string): Section;
  /** In the order of walking: a question comes after all that its conditions name. */
  readonly order: readonly Question[];
  readonly plan: Plan;
};

/** A definition that cannot be used. `problems` says everything that is wrong with it, each with its place. */
export class DefinitionError extends Error {
  override readonly name = "DefinitionError";
  constructor(readonly problems: readonly string[]) {
    super(`The questionnaire cannot be used:\n${problems.join("\n")}`);
  }
}

/**
 * Checks a definition, built in or uploaded, and prepares it for walking.
 * @param json a parsed JSON value from anywhere
 * @throws DefinitionError with all problems found; a circle of conditions is told as its path, "G3 -> D4 -> G3"
 */
export function loadQuestionnaire(json: unknown): LoadedQuestionnaire {
  refuse(checkLimits(json));
  const parsed = Questionnaire.safeParse(json);
  if (!parsed.success) {
    throw new DefinitionError(
      parsed.error.issues.map(({ path, message }) => `${path.join(".") || "file"}: ${message}`),
    );
  }
  const definition = parsed.data;
  refuse(checkMeaning(definition));

  const questions = new Map<string, Question>();
  const sections = new Map<string, Section>();
  for (const section of definition.sections) {
    for (const question of section.questions) {
      questions.set(question.id, question);
      sections.set(question.id, section);
    }
  }
  const plan = makePlan(definition);
  return {
    definition,
    key: `${definition.id}@${definition.version}`,
    questions,
    sectionOf(questionId) {
      const section = sections.get(questionId);
      if (section === undefined) throw new Error(`There is no question ${questionId}`);
      return section;
    },
    order: plan.questions.map(({ question }) => question),
    plan,
  };
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new DefinitionError(problems);
}
