import { checkLimits } from "#questionnaires/checks/limits";
import { type DateRules, withDateRules } from "#questionnaires/reading/date-rules";
import { type LoadedTexts, loadTexts } from "#questionnaires/texts/load-texts";
import { checkSemantics } from "./checks/semantics";
import { type Question, Questionnaire, type Section } from "./definition";
import { makeWalkPlan, type WalkPlan } from "./walk/plan";

/** What a published questionnaire and its words are known again by: SHA-256, in lower-case hex, over canonical JSON. */
export type Fingerprints = {
  /** Over the definition with the first revision of its texts in the source language: later ones do not change it. */
  readonly fingerprint: string;
  /** Over all texts as they are shown in the first revision, by language. */
  readonly texts: TextFingerprints;
  /** The same of each later revision, by its number. */
  readonly revisions?: Readonly<Record<string, TextFingerprints | undefined>>;
};
export type TextFingerprints = Readonly<Record<string, string | undefined>>;

/**
 * A questionnaire that passed every check, with its texts and with what every walk needs worked out once. Caches are kept by
 * this object and never by `key`: two organisations may each have a `survey@1` with other questions and other words.
 */
export type LoadedQuestionnaire = {
  readonly definition: Questionnaire;
  /** Id and version, such as `forced-labour@1`: what people call it, not what it is known again by. */
  readonly key: string;
  /** What is asked for with the functions of `questionnaires/texts`, in the words of `revision`. */
  readonly texts: LoadedTexts;
  /** Counts the revisions of the texts, from 1. What `loadQuestionnaire` gives has the newest. */
  readonly revision: number;
  /** The same questions in the words of another revision, always the same object. @throws Error for one that is not there */
  atRevision(revision: number): LoadedQuestionnaire;
  /** BCP 47 tags of the languages that it has texts in, source first. A language may be incomplete. */
  readonly languages: readonly string[];
  /** What was recorded when it was published; undefined for a draft. */
  readonly fingerprints: Fingerprints | undefined;
  /**
   * SHA-256, in lower-case hex, over the canonical JSON (RFC 8785) of the definition with the texts in its source language, as
   * they were first published.
   * Throws for a questionnaire that is not published.
   */
  readonly fingerprint: string;
  /** The sections of the definition with its questions as they are asked, which may be stricter than it could say. */
  readonly sections: readonly Section[];
  /** By code, in the order people see them. */
  readonly questions: ReadonlyMap<string, Question>;
  /** Throws for a code that this questionnaire does not have. */
  sectionOf(questionId: string): Section;
  /** In the order of walking: a question comes after all that its conditions name. */
  readonly order: readonly Question[];
  readonly plan: WalkPlan;
};

/** A definition or its texts that cannot be used. `problems` says everything that is wrong, each with its place. */
export class DefinitionError extends Error {
  override readonly name = "DefinitionError";
  constructor(readonly problems: readonly string[]) {
    super(`The questionnaire cannot be used:\n${problems.join("\n")}`);
  }
}

/**
 * Checks a definition and its texts, built in or uploaded, and prepares it for walking.
 * @param json a parsed JSON value from anywhere
 * @param textFiles parsed JSON values from anywhere, one a language and revision; without any every text is missing
 * @param dates what its dates have to be beyond what the definition says; it stands beside it and has no part in its fingerprint
 * @param fingerprints as they were recorded at its publication (see `fingerprintsOf`); without them it is a draft
 * @throws DefinitionError with all problems found; a circle of conditions is told as its path, "G3 -> D4 -> G3"
 */
export function loadQuestionnaire(
  json: unknown,
  textFiles: readonly unknown[] = [],
  fingerprints?: Fingerprints,
  dates: DateRules = {},
): LoadedQuestionnaire {
  refuse(checkLimits(json));
  const parsed = Questionnaire.safeParse(json);
  if (!parsed.success) {
    throw new DefinitionError(
      parsed.error.issues.map(({ path, message }) => `${path.join(".") || "file"}: ${message}`),
    );
  }
  const definition = parsed.data;
  const { revisions, problems } = loadTexts(textFiles, definition.sourceLanguage, fingerprints !== undefined);
  refuse([...checkSemantics(definition), ...problems]);

  const questions = new Map<string, Question>();
  const sectionsOf = new Map<string, Section>();
  const sections = definition.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => withDateRules(question, dates)),
  }));
  for (const section of sections) {
    for (const question of section.questions) {
      questions.set(question.id, question);
      sectionsOf.set(question.id, section);
    }
  }
  const plan = makeWalkPlan({ ...definition, sections });
  const key = `${definition.id}@${definition.version}`;
  const inWords = revisions.map(
    (texts, at): LoadedQuestionnaire => ({
      definition,
      key,
      texts,
      revision: at + 1,
      atRevision(revision) {
        const found = inWords[revision - 1];
        if (found === undefined) throw new Error(`The texts of ${key} have no revision ${revision}`);
        return found;
      },
      languages: texts.languages,
      fingerprints,
      get fingerprint() {
        if (fingerprints === undefined) throw new Error(`${key} is not published`);
        return fingerprints.fingerprint;
      },
      sections,
      questions,
      sectionOf(questionId) {
        const section = sectionsOf.get(questionId);
        if (section === undefined) throw new Error(`There is no question ${questionId}`);
        return section;
      },
      order: plan.questions.map(({ question }) => question),
      plan,
    }),
  );
  const newest = inWords.at(-1);
  if (newest === undefined) throw new Error(`${key} has no revision of its texts`);
  return newest;
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new DefinitionError(problems);
}
