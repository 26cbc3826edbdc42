import { readAnswerFile } from "#scoring/answer-files/answer-file";
import { outcomeOf, type RateInput } from "#scoring/outcome";
import { isMadeFor, type LoadedRuleSet } from "#scoring/rules/load-rule-set";
import type { Band } from "#terms/bands";
import linear from "./2026.2/linear.json" with { type: "json" };
import office from "./2026.2/office.json" with { type: "json" };
import partners from "./2026.2/partners.json" with { type: "json" };
import service from "./2026.2/service.json" with { type: "json" };
import unknown from "./2026.2/unknown.json" with { type: "json" };
import withheld from "./2026.2/withheld.json" with { type: "json" };
import worked from "./worked.json" with { type: "json" };
import worked2 from "./worked-2026.2.json" with { type: "json" };
import workedDprk from "./worked-dprk.json" with { type: "json" };
import workedDprk2 from "./worked-dprk-2026.2.json" with { type: "json" };

/** What an example comes to. Points, 0 to 100, two decimals. */
export type ExampleOutcome = {
  readonly id: string;
  readonly title: string;
  readonly score: number;
  readonly band: Band;
};

/** Invented firms that rule sets are tried on, by ids that stay. */
const files = {
  ...{ worked, "worked-dprk": workedDprk, "worked-2": worked2, "worked-dprk-2": workedDprk2 },
  ...{ linear, office, partners, service, unknown, withheld },
};

const read = new Map<string, RateInput>();

/** What the examples for the questionnaire of a rule set come to under it, the worked ones first. */
export function exampleOutcomes(ruleSet: LoadedRuleSet): readonly ExampleOutcome[] {
  return Object.entries(files).flatMap(([id, file]) => {
    const input = inputOf(id, file);
    if (!isMadeFor(ruleSet, input.questionnaire)) return [];
    const { score, band } = outcomeOf({ ...input, ruleSet });
    return [{ id, title: file.title, score, band }];
  });
}

function inputOf(id: string, file: { readonly asOf: string }): RateInput {
  const known = read.get(id) ?? readAnswerFile(JSON.stringify(file), file.asOf);
  read.set(id, known);
  return known;
}
