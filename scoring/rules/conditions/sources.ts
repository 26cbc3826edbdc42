import type { EvaluationContext } from "#questionnaires/conditions/condition";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { ReferenceLists } from "#scoring/editions/reference-lists";
import type { SourcedLists } from "#scoring/editions/sourced/sourced-lists";
import type { Names, Partners } from "#scoring/rules/schema/name-rules";
import { nameReader } from "./names";
import { type PartnersRead, partnersReader } from "./partners";

/** What the rules of a rule set look things up in, beside the answers. */
export type RuleSources = {
  readonly lists: ReferenceLists;
  /** The same lists where their rows name what they rest on: some conditions need them. */
  readonly sourced?: SourcedLists;
  readonly questionnaire: LoadedQuestionnaire;
  /** Whether a text is a name, and not just something in the box. */
  isName(text: string | undefined): text is string;
  /** The outsourced steps and how many of them have no named partner; undefined where there are none. */
  partners(context: EvaluationContext): PartnersRead | undefined;
};

/** @param sourced the lists of the rule set itself, where it names some; else those of the country edition count */
export function ruleSources(
  questionnaire: LoadedQuestionnaire,
  { names, partners }: { readonly names?: Names; readonly partners?: Partners },
  lists: ReferenceLists,
  sourced: SourcedLists | undefined,
): RuleSources {
  const isName = nameReader(names);
  return {
    lists: sourced ?? lists,
    sourced,
    questionnaire,
    isName,
    partners: partners ? partnersReader(partners, names, isName) : () => undefined,
  };
}
