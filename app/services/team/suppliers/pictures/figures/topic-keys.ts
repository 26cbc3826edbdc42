import type { LoadedQuestionnaire } from "#questionnaires/load";
import { kept } from "./tally";

/** How figures about a question, or a part of the inherent risk, are named. */
type Named = { readonly topic: string; readonly inherent: string; readonly adverse: string };
export type TopicNames = (questionnaire: string, code: string) => Named;

/** The topic of a question is its section; of what is no question, itself. Each name is made once: it is asked for a million times. */
export function topicNames(questionnaires: readonly LoadedQuestionnaire[]): TopicNames {
  const known = new Map(
    questionnaires.map(({ key, sections }) => [
      key,
      new Map(sections.flatMap(({ id, questions }) => questions.map((one) => [one.id, named(one.id, id)] as const))),
    ]),
  );
  return (questionnaire, code) => {
    const names = kept(known, questionnaire, () => new Map<string, Named>());
    return kept(names, code, () => named(code, code));
  };
}

function named(code: string, topic: string): Named {
  return { topic, inherent: `inherent ${code}`, adverse: `adverse ${topic}` };
}
