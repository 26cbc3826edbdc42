import { z } from "zod";
import type { RuleSet } from "./rule-set";

const text = z.string().min(1);
const Words = z.record(z.string(), text);

/**
 * The words of a rule set in one language, by the codes that its ratings name. They belong to the rule set, so that a
 * rating goes on saying what it said when another rule set words the same code otherwise.
 */
export const RuleWords = z.strictObject({
  /** BCP 47 tag. */
  language: z.string().min(2),
  /** Country, goods, workforce and transparency: the parts of the inherent risk. */
  factors: z.strictObject({ C: text, S: text, W: text, T: text }),
  /** Groups of controls. */
  groups: Words,
  /** Red flags and knock-outs. */
  rules: Words,
  /** Controls, as what would have to be proven. */
  controls: Words,
  /** Laws that a status is given under, and the buyer's own code. */
  laws: Words,
  /** What costs confidence, as sentences, and the paper that ends each. */
  findings: Words.optional(),
  papers: Words.optional(),
});
export type RuleWords = z.infer<typeof RuleWords>;

/** Every code of a rule set without words, and every words without a code. */
export function wordProblems(definition: RuleSet, words: RuleWords): readonly string[] {
  const { redFlags, controls, groups, statuses, confidence } = definition;
  const at = `words in ${words.language}`;
  return [
    ...differences(
      `${at}, rules`,
      Object.values(redFlags).flatMap(({ rules }) => rules.map(({ id }) => id)),
      words.rules,
    ),
    ...differences(
      `${at}, controls`,
      controls.map(({ id }) => id),
      words.controls,
    ),
    ...differences(`${at}, groups`, Object.keys(groups), words.groups),
    ...differences(`${at}, laws`, Object.keys(statuses), words.laws),
    ...differences(`${at}, findings`, findingIds(definition), words.findings ?? {}),
    ...differences(
      `${at}, papers`,
      (confidence.findings ?? []).map(({ id }) => id),
      words.papers ?? {},
    ),
  ];
}

/** Everything beside contradictions that can cost confidence by name. */
function findingIds({ confidence: { findings = [], consistency } }: RuleSet): readonly string[] {
  return [
    ...findings.map(({ id }) => id),
    ...(consistency.sharedFile === undefined ? [] : ["shared-file"]),
    ...(consistency.placeholders === undefined ? [] : ["placeholders"]),
  ];
}

function differences(at: string, codes: readonly string[], words: Readonly<Record<string, string>>): readonly string[] {
  const known = new Set(codes);
  return [
    ...[...known].filter((code) => !Object.hasOwn(words, code)).map((code) => `${at}: there are none for "${code}"`),
    ...Object.keys(words)
      .filter((code) => !known.has(code))
      .map((code) => `${at}: nothing is called "${code}"`),
  ];
}
