import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { conditionQuestions } from "#questionnaires/conditions/condition-schema";
import type { Part } from "#questionnaires/definition";
import { fingerprint } from "#questionnaires/fingerprints/canonical-json";
import { hosts } from "#scoring/editions/index";
import type { RuleCondition } from "#scoring/rules/conditions/rule-condition";
import type { Each } from "#scoring/rules/schema/flag-rules";
import { ruleSets } from "#scoring/rulesets/index";
import { changedRuleSet, questionnaire, rules } from "./rating-support";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/** Questions without points of their own: they feed the inherent risk, confidence, other rules, or nothing. */
const withoutPoints = {
  scope: ["A1", "A3"],
  inherent: ["B1", "C1", "C2", "D1", "D2", "D4"],
  confidence: ["J2", "O1", "O2"],
  rebuttal: ["E10"],
  tracing: ["L3"],
  plans: ["N2"],
  help: ["N3"],
};

type Named = { question: string; ids: string[] };

/** Every id that a condition names beside a question: parts, rows, columns and options. */
function namesIn(condition: RuleCondition): Named[] {
  if ("all" in condition) return condition.all.flatMap(namesIn);
  if ("any" in condition) return condition.any.flatMap(namesIn);
  if ("not" in condition) return namesIn(condition.not);
  if ("mayHold" in condition) return namesIn(condition.mayHold);
  if ("everyRow" in condition) {
    const { question, part, column } = condition.everyRow;
    return [{ question, ids: [part, column] }];
  }
  if ("share" in condition) {
    const { question, part, among } = condition.share;
    return [{ question, ids: [part, among] }];
  }
  return "question" in condition ? [{ question: condition.question, ids: namesInTest(condition) }] : [];
}

const testsOfIds = ["part", "row", "column", "includes", "is", "in", "includesAny", "includesOnly"];

function namesInTest(condition: object): string[] {
  const values = Object.entries(condition).flatMap(([test, value]: [string, unknown]) =>
    testsOfIds.includes(test) ? [value] : [],
  );
  return values.flat().filter((value) => typeof value === "string");
}

function eachIds(each: Each): string[] {
  if ("partners" in each) return [];
  if ("parts" in each) return each.parts;
  if ("options" in each) return [each.part, ...each.options];
  return "rows" in each ? [each.part, ...each.rows, each.is] : [each.part, each.without];
}

function idsOf(code: string): Set<string> {
  const ids = (part: Part): string[] => {
    const own = [part.id, ...("options" in part ? (part.options ?? []) : []), ...("rows" in part ? part.rows : [])];
    if (part.type !== "table") return own;
    return [
      ...own,
      ...part.columns.flatMap((column) => [column.id, ...("options" in column ? (column.options ?? []) : [])]),
    ];
  };
  return new Set(questionnaire.questions.get(code)?.parts.flatMap(ids));
}

describe("the standard rule set", () => {
  test("is the one that was published", () => {
    for (const one of ruleSets) expect(fingerprint(one.definition, sha256)).toBe(one.fingerprint);
  });

  test("says of each of the sixty questions what it does", () => {
    const named = [
      ...Object.keys(rules.redFlags),
      ...rules.controls.map(({ question }) => question),
      ...Object.values(withoutPoints).flat(),
    ];
    expect([...new Set(named)].sort()).toEqual([...questionnaire.questions.keys()].sort());
  });

  test("names only parts, rows, columns and options that the questionnaire has", () => {
    const conditions: RuleCondition[] = [
      ...Object.values(rules.redFlags).flatMap(({ rules, relief }) => [
        ...rules.flatMap(({ when }) => (when ? [when] : [])),
        ...(relief ? [relief.when] : []),
      ]),
      ...rules.controls.flatMap(({ earns, freeWhen }) => [
        ...earns.flatMap(({ when }) => (when ? [when] : [])),
        ...(freeWhen ? [freeWhen] : []),
      ]),
      ...rules.dprkLabour.map(({ when }) => when),
      ...Object.values(rules.statuses).map(({ link }) => link),
      ...rules.confidence.consistency.doubts.map(({ when }) => when),
    ];
    const unknown = conditions.flatMap(namesIn).flatMap(({ question, ids }) => {
      const known = idsOf(question);
      return ids.filter((id) => !known.has(id) && id !== "KP").map((id) => `${question} ${id}`);
    });
    expect(unknown).toEqual([]);
    expect(conditions.flatMap(namesIn).length).toBeGreaterThan(100);
  });

  test("counts one by one only what the questionnaire has", () => {
    const earning = [
      ...Object.entries(rules.redFlags).flatMap(([code, { rules }]) => rules.map(({ each }) => ({ code, each }))),
      ...rules.controls.flatMap(({ question, earns }) => earns.map(({ each }) => ({ code: question, each }))),
    ];
    const unknown = earning.flatMap(({ code, each }) => {
      const known = idsOf(code);
      return each ? eachIds(each).filter((id) => !known.has(id)) : [];
    });
    expect(unknown).toEqual([]);
  });

  test("never lets don't know cost more than the worst answer", () => {
    for (const { worst, unsure = 0 } of Object.values(rules.redFlags)) expect(unsure).toBeLessThanOrEqual(worst);
  });

  test("can reach the worst it names", () => {
    for (const [code, { worst, rules: flags }] of Object.entries(rules.redFlags)) {
      const most = flags.reduce((sum, { points, max, each }) => sum + (max ?? points * (each ? 20 : 1)), 0);
      expect(most, code).toBeGreaterThanOrEqual(worst);
    }
  });

  test("puts the month of the cut-off after it, since a month may be all that is known", () => {
    expect(rules.dprkCutOff).toBe("2019-12-22");
    const months = JSON.stringify(rules).match(/"(atLeast|below)":"2019-12"/g);
    expect(months).toHaveLength(3);
  });

  test("is refused when its weights do not add up or a figure has a fraction", () => {
    const surprise = { title: rules.title, surprise: 1 };
    const weights = { ...rules.inherent.weights, C: 36 };
    expect(() => changedRuleSet({ inherent: { ...rules.inherent, weights } })).toThrow("100 together");
    expect(() => changedRuleSet({ adverseCap: 59.5 })).toThrow();
    expect(() => changedRuleSet(surprise)).toThrow("surprise");
  });

  test("asks nothing of inherent risk that is made of the answer", () => {
    const risk = questionnaire.questions.get("L3")?.shown;
    expect(risk && [...new Set(conditionQuestions(risk))]).toEqual(["C2"]);
  });

  test("and the questionnaire know the same countries of reported North Korean labour", () => {
    const { when } = questionnaire.definition.contradictions.find(({ id }) => id === "c16") ?? {};
    const countries =
      when && "all" in when ? when.all.find((one) => "column" in one && one.column === "country") : null;
    expect(countries && "in" in countries ? countries.in : []).toEqual(hosts.hosts.map(({ iso2 }) => iso2).sort());
  });
});
