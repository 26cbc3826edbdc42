import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fingerprintsOf } from "#questionnaires/fingerprints/fingerprints";
import { type LoadedQuestionnaire, loadQuestionnaire } from "#questionnaires/load";
import { textsOf } from "#questionnaires/texts";
import { loadEdition } from "#scoring/editions/load-edition";
import { loadReferenceLists } from "#scoring/editions/reference-lists";
import { loadRuleSet } from "#scoring/rules/load-rule-set";
import { textFilesOf } from "#tests/support/text-files";
import {
  changedRuleSet,
  edition,
  editionWith,
  exampleAnswers,
  questionnaire,
  rateAnswers,
  ruleSet,
  rules,
} from "./rating-support";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const worked = exampleAnswers("worked");

/** The built-in questionnaire with one text changed, and where wanted without E4 being asked, under the version given. */
function another({ version = 1, title = "Theirs", withoutE4 = false } = {}): LoadedQuestionnaire {
  const definition = structuredClone(questionnaire.definition);
  if (withoutE4) {
    for (const question of definition.sections.flatMap(({ questions }) => questions)) {
      if (question.id === "E4") question.shown = { fact: "modules", includes: "outsourcing" };
    }
  }
  const files = textFilesOf(questionnaire).map((file) => ({
    ...file,
    strings: { ...file.strings, "E4.short": title },
  }));
  const changed = { ...definition, version };
  return loadQuestionnaire(changed, files, fingerprintsOf(loadQuestionnaire(changed, files), sha256));
}

describe("two organisations with the same keys", () => {
  test.each([
    ["ours", "theirs"],
    ["theirs", "ours"],
  ])("get their own ratings when %s is used before %s", (first) => {
    const theirs = another({ withoutE4: true });
    const ours = another({ title: "Ours" });
    const rated = () => ({
      ours: rateAnswers(worked, { questionnaire: ours }),
      theirs: rateAnswers(worked, { questionnaire: theirs }),
    });
    if (first === "ours") rateAnswers(worked, { questionnaire: ours });
    else rateAnswers(worked, { questionnaire: theirs });
    const { ours: own, theirs: other } = rated();
    expect([own.questionnaire.id, other.questionnaire.id]).toEqual(["forced-labour@1", "forced-labour@1"]);
    expect(own.questionnaire.hash).not.toBe(other.questionnaire.hash);
    // By hand: E4 has one step without a partner, 6 points.
    expect(own.redFlags - other.redFlags).toBe(6);
    expect(own.steps).toEqual(rateAnswers(worked).steps);
    expect([ours, theirs].map((one) => textsOf(one, "en").get("E4.short")?.text)).toEqual(["Ours", "Theirs"]);
    expect(rated()).toEqual({ ours: own, theirs: other });
  });

  test("get the ratings of their own rules under one id", () => {
    const stricter = changedRuleSet({ adverseCap: 10 });
    expect(stricter.id).toBe(ruleSet.id);
    const before = rateAnswers(worked);
    expect(rateAnswers(worked, { ruleSet: stricter }).adverse).toBe(10);
    expect(rateAnswers(worked)).toEqual(before);
  });

  test("get the tiers and the lists of their own edition under one id", () => {
    const before = rateAnswers(worked);
    const tier1 = editionWith({ ...edition.definition.tiers, CN: "1", PT: "1" });
    expect(rateAnswers(worked, { edition: tier1 }).countryFactor).toBe(0.89);
    const { goods, ...lists } = edition.lists;
    const unlisted = loadReferenceLists({ ...lists, goods: { ...goods, lines: [], downstream: [] } });
    const other = loadEdition(edition.definition, unlisted, "other");
    expect(rateAnswers(worked, { edition: other }).sites[0]?.S).toBeLessThan(before.sites[0]?.S ?? 0);
    expect(rateAnswers(worked)).toEqual(before);
  });
});

describe("a version 2 with other words", () => {
  const second = another({ version: 2 });

  test("is not rated by rules that were made for version 1", () => {
    expect(() => rateAnswers(worked, { questionnaire: second })).toThrow(
      "The rule set standard-2026.1 rates forced-labour@1, not forced-labour@2",
    );
  });

  test("changes nothing that ratings of version 1 say", () => {
    const before = rateAnswers(worked);
    const about = { questionnaire: { id: rules.questionnaire, versions: { from: 1, to: 2 } }, fingerprint: "both" };
    const both = loadRuleSet(rules, [...ruleSet.words.values()], about);
    const after = rateAnswers(worked, { questionnaire: second, ruleSet: both });
    expect(after.questionnaire).toEqual({ id: "forced-labour@2", hash: second.fingerprint });
    expect(after.steps).toEqual(before.steps);
    expect(rateAnswers(worked)).toEqual(before);
    expect(before.questionnaire).toEqual({ id: "forced-labour@1", hash: questionnaire.fingerprint });
    expect(textsOf(questionnaire, "en").get("E4.short")?.text).not.toBe("Theirs");
  });
});

test("another organisation's questionnaire of the same key is refused where the rules name what it does not ask", () => {
  const definition = structuredClone(questionnaire.definition);
  for (const section of definition.sections) section.questions = section.questions.filter(({ id }) => id !== "M2");
  for (const question of definition.sections.flatMap(({ questions }) => questions)) {
    if (JSON.stringify(question.shown ?? null).includes('"M2"')) delete question.shown;
  }
  definition.contradictions = definition.contradictions.filter((one) => !JSON.stringify(one).includes('"M2"'));
  const smaller = loadQuestionnaire(definition);
  expect(() => rateAnswers(worked, { questionnaire: smaller })).toThrow(
    "The rule set standard-2026.1 rates M2, which this forced-labour@1 does not ask",
  );
});
