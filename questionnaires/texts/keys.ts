import type { Question, Questionnaire } from "#questionnaires/definition";
import { partTypeOf } from "#questionnaires/types/index";
import type { TextKeys } from "#questionnaires/types/part-type";
import { someBuyer } from "./buyer-mark";

/**
 * Keys of all texts that a questionnaire can show. `required`: something is unreadable without them; `optional`: shown where
 * there are any. Words of outside lists (`material.`, `hs.`, `good.`) and the numbered `declaration.` are whatever the source has.
 */
export function keysOf(definition: Questionnaire): TextKeys {
  const questions = definition.sections.flatMap((section) => section.questions);
  const words = [...new Set(questions.flatMap((question) => question.words))];
  const unsure = [...new Set(questions.flatMap((question) => question.unsure))];
  const ofQuestions = questions.map(questionKeys);
  return {
    required: [
      "title",
      ...definition.groups.map((id) => `group.${id}`),
      ...definition.sections.map(({ id }) => `section.${id}`),
      ...definition.regimes.map((id) => `regime.${id}`),
      ...unsure.map((kind) => `unsure.${kind}`),
      ...words.flatMap((id) => [`word.${id}.term`, `word.${id}.meaning`]),
      ...definition.contradictions.map(({ id }) => `contradiction.${id}`),
      ...ofQuestions.flatMap(({ required }) => required),
    ],
    optional: [
      someBuyer,
      ...definition.regimes.map((id) => `regime.${id}.source`),
      ...unsure.map((kind) => `unsure.${kind}.note`),
      ...ofQuestions.flatMap(({ optional }) => optional),
    ],
  };
}

/** Numbered or listed texts, of which the source says how many there are. */
export function isOpenKey(key: string): boolean {
  return /^(material|hs|good|declaration)\./.test(key);
}

/** The key under which questions share an option such as "yes", or undefined when the key is no option's. */
export function sharedOptionKey(key: string): string | undefined {
  const at = key.lastIndexOf(".option.");
  const id = key.slice(at + ".option.".length);
  return at > 0 && !id.includes(".") ? `option.${id}` : undefined;
}

function questionKeys(question: Question): TextKeys {
  const parts = question.parts.map((part) => {
    const at = `${question.id}.${part.id}`;
    const { required, optional } = partTypeOf(part).texts(part, at);
    const label = question.parts.length > 1;
    return {
      required: [...(label ? [at] : []), ...required],
      optional: [...(label ? [] : [at]), `${at}.hint`, ...optional],
    };
  });
  const { id, evidence } = question;
  return {
    required: [
      `${id}.title`,
      `${id}.short`,
      `${id}.why`,
      ...(evidence ? [`evidence.${id}`] : []),
      ...parts.flatMap(({ required }) => required),
    ],
    optional: [`${id}.hint`, ...parts.flatMap(({ optional }) => optional)],
  };
}
