import type { Question } from "./definition";
import { canonicalJson } from "./fingerprints/canonical-json";
import type { LoadedQuestionnaire } from "./load";
import { allTexts, type Text } from "./texts";

/** What about a question is no longer what it was, other than its words. */
export type Aspect = "section" | "shown" | "regimes" | "unsure" | "core" | "optional" | "evidence" | "parts";

export type QuestionnaireDiff = {
  /** Codes of questions, each in the order of the version that has them. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Source texts that are in both versions and read differently. */
  readonly wording: readonly { readonly key: string; readonly from: string; readonly to: string }[];
  /** Questions in both versions that mean something else, or are asked of others. */
  readonly meaning: readonly { readonly question: string; readonly aspects: readonly Aspect[] }[];
};

type SourceTexts = Readonly<Record<string, Text>>;

/** What changed from one version of a questionnaire to another. */
export function diff(from: LoadedQuestionnaire, to: LoadedQuestionnaire): QuestionnaireDiff {
  const meaning = [...to.questions.values()].flatMap((question) => {
    const before = from.questions.get(question.id);
    const aspects = before === undefined ? [] : changedAspects(from, before, to, question);
    return aspects.length > 0 ? [{ question: question.id, aspects }] : [];
  });
  return {
    added: [...to.questions.keys()].filter((id) => !from.questions.has(id)),
    removed: [...from.questions.keys()].filter((id) => !to.questions.has(id)),
    wording: changedWording(sourceTexts(from), sourceTexts(to)),
    meaning,
  };
}

const aspects = ["shown", "regimes", "unsure", "core", "optional", "evidence", "parts"] as const satisfies readonly (
  | keyof Question
  | Aspect
)[];

function changedAspects(
  from: LoadedQuestionnaire,
  before: Question,
  to: LoadedQuestionnaire,
  after: Question,
): readonly Aspect[] {
  const moved = from.sectionOf(before.id).id !== to.sectionOf(after.id).id;
  const changed = aspects.filter(
    (aspect) => canonicalJson({ is: before[aspect] }) !== canonicalJson({ is: after[aspect] }),
  );
  return [...(moved ? (["section"] as const) : []), ...changed];
}

function sourceTexts(questionnaire: LoadedQuestionnaire): SourceTexts {
  return allTexts(questionnaire, questionnaire.definition.sourceLanguage);
}

function changedWording(before: SourceTexts, after: SourceTexts): QuestionnaireDiff["wording"] {
  return Object.entries(after).flatMap(([key, { text }]) => {
    const old = Object.hasOwn(before, key) ? before[key]?.text : undefined;
    return old === undefined || old === text ? [] : [{ key, from: old, to: text }];
  });
}
