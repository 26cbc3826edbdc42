import type { ExampleView } from "#app/views/team/rules/own-rules";
import type { ExpectedExample, OwnRuleSet } from "#db/records";
import { type ExampleOutcome, exampleOutcomes } from "#scoring/examples/index";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { loadOwnRuleSet } from "#scoring/rules/own-rule-set";

/** The examples under a rule set beside what they come to under its parent. */
export function examplesBeside(parent: LoadedRuleSet, own: LoadedRuleSet): readonly ExampleView[] {
  const before = new Map(exampleOutcomes(parent).map((one) => [one.id, one]));
  return exampleOutcomes(own).flatMap(({ id, title, score, band }) => {
    const earlier = before.get(id);
    return earlier === undefined ? [] : [{ id, title, before: standing(earlier), after: { points: score, band } }];
  });
}

function standing({ score, band }: ExampleOutcome) {
  return { points: score, band };
}

/** Whether each example comes to what the rule set says of it, to the hundredth. Asked before it is put to any use. */
export function examplesHold({ definition, words, madeFor, examples }: OwnRuleSet): boolean {
  const own = loadOwnRuleSet({ definition: JSON.parse(definition), words: JSON.parse(words), madeFor });
  const found = new Map(exampleOutcomes(own).map((one) => [one.id, one]));
  return examples.every(({ id, score, band }: ExpectedExample) => {
    const now = found.get(id);
    return now?.score === score && now.band === band;
  });
}
