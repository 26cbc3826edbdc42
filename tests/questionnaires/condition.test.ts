import { describe, expect, it } from "vitest";
import type { Answer, Answers } from "#questionnaires/answers";
import { evaluate, type Outcome } from "#questionnaires/conditions/condition";
import type { Condition } from "#questionnaires/conditions/condition-schema";
import { row } from "./firms";

const outcomes = ["holds", "fails", "undecided"] as const;
/** A condition with each outcome, when only Q1 and Q2 are asked and Q2 is blank. */
const with1: Record<Outcome, Condition> = {
  holds: { question: "Q1", is: "yes" },
  fails: { question: "Q1", is: "no" },
  undecided: { question: "Q2", is: "yes" },
};

function judge(
  condition: Condition,
  answers: Answers = { Q1: { value: { answer: "yes" } } },
  inherent?: number,
): Outcome {
  return evaluate(condition, {
    asked: new Set(["Q1", "Q2"]),
    answers,
    facts: { inherent, regimes: [], modules: ["it"] },
  });
}
const about = (answer: Answer, condition: Condition) => judge(condition, { Q1: answer });

describe("three outcomes", () => {
  const all: Record<Outcome, Record<Outcome, Outcome>> = {
    holds: { holds: "holds", fails: "fails", undecided: "undecided" },
    fails: { holds: "fails", fails: "fails", undecided: "fails" },
    undecided: { holds: "undecided", fails: "fails", undecided: "undecided" },
  };
  const any: Record<Outcome, Record<Outcome, Outcome>> = {
    holds: { holds: "holds", fails: "holds", undecided: "holds" },
    fails: { holds: "holds", fails: "fails", undecided: "undecided" },
    undecided: { holds: "holds", fails: "undecided", undecided: "undecided" },
  };
  const pairs = outcomes.flatMap((one) => outcomes.map((other) => [one, other] as const));

  it.each(pairs)("all of %s and %s", (one, other) => {
    expect(judge({ all: [with1[one], with1[other]] })).toBe(all[one][other]);
  });

  it.each(pairs)("any of %s and %s", (one, other) => {
    expect(judge({ any: [with1[one], with1[other]] })).toBe(any[one][other]);
  });

  it("turns round what is decided and leaves the rest", () => {
    expect(outcomes.map((one) => judge({ not: with1[one] }))).toEqual(["fails", "holds", "undecided"]);
  });

  it("takes all of nothing to hold and any of nothing to fail", () => {
    expect([judge({ all: [] }), judge({ any: [] })]).toEqual(["holds", "fails"]);
  });
});

describe("what was not answered", () => {
  it("fails for a question that is not asked, even if an answer lies about", () => {
    expect(judge({ question: "Q9", is: "yes" }, { Q9: { value: { answer: "yes" } } })).toBe("fails");
  });

  it.each([
    [{ unsure: "dk" }, "undecided"],
    [{ unsure: "legal" }, "undecided"],
    [{ unsure: "na" }, "fails"],
    [{}, "undecided"],
    [{ comment: "later" }, "undecided"],
  ] as const)("of %j a test says %s", (answer, outcome) => {
    expect(about(answer, { question: "Q1", is: "no" })).toBe(outcome);
  });

  it("knows which kind of unsure was chosen", () => {
    const condition: Condition = { question: "Q1", unsure: ["dk"] };
    const answers: Answer[] = [{ unsure: "dk" }, { unsure: "legal" }, { value: { answer: "yes" } }, {}];
    expect(answers.map((answer) => about(answer, condition))).toEqual(["holds", "fails", "fails", "undecided"]);
  });

  it("counts a don't know as an answer to the question, and as none to a part of it", () => {
    expect(about({ unsure: "dk" }, { question: "Q1", answered: true })).toBe("holds");
    expect(about({ unsure: "dk" }, { question: "Q1", part: "answer", answered: true })).toBe("undecided");
    expect(about({ value: { to: "2019-01" } }, { question: "Q1", part: "to", answered: false })).toBe("fails");
    expect(about({ value: {} }, { question: "Q1", part: "to", answered: false })).toBe("holds");
  });

  it("is undecided about an inherent risk that is not known yet", () => {
    const condition: Condition = { fact: "inherent", atLeast: 25 };
    expect([judge(condition), judge(condition, {}, 25), judge(condition, {}, 24)]).toEqual([
      "undecided",
      "holds",
      "fails",
    ]);
  });

  it("takes no chosen law to mean every law, and no module to mean none", () => {
    expect(judge({ fact: "regimes", includes: "uflpa" })).toBe("holds");
    expect([judge({ fact: "modules", includes: "it" }), judge({ fact: "modules", includes: "x" })]).toEqual([
      "holds",
      "fails",
    ]);
  });
});

describe("values", () => {
  it.each<[Answer["value"], Condition, Outcome]>([
    [{ answer: 0 }, { question: "Q1", is: 0 }, "holds"],
    [{ answer: 5 }, { question: "Q1", atLeast: 5 }, "holds"],
    [{ answer: 5 }, { question: "Q1", above: 5 }, "fails"],
    [{ answer: 5 }, { question: "Q1", atMost: 5 }, "holds"],
    [{ answer: 5 }, { question: "Q1", below: 5 }, "fails"],
    [{ answer: "2019-12" }, { question: "Q1", atLeast: "2019-12" }, "holds"],
    [{ answer: "2020-01-01" }, { question: "Q1", above: "2019-12-22" }, "holds"],
    [{ answer: "9" }, { question: "Q1", above: 5 }, "fails"],
    [{ answer: ["a", "b"] }, { question: "Q1", includes: "a" }, "holds"],
    [{ answer: ["a", "b"] }, { question: "Q1", includesAny: ["c", "b"] }, "holds"],
    [{ answer: ["a", "b"] }, { question: "Q1", includesOnly: ["a"] }, "fails"],
    [{ answer: ["a"] }, { question: "Q1", includesOnly: ["a", "b"] }, "holds"],
    [{ answer: { one: "no", two: "yes" } }, { question: "Q1", is: "yes" }, "holds"],
    [{ answer: { one: "no", two: "yes" } }, { question: "Q1", row: "one", is: "yes" }, "fails"],
    [{ answer: { one: "no" } }, { question: "Q1", row: "two", is: "yes" }, "undecided"],
    [{ a: 2, b: 1 }, { question: "Q1", part: "a", aboveValueOf: { question: "Q1", part: "b" } }, "holds"],
    [{ a: 1, b: 1 }, { question: "Q1", part: "a", aboveValueOf: { question: "Q1", part: "b" } }, "fails"],
    [{ a: 1 }, { question: "Q1", part: "a", aboveValueOf: { question: "Q1", part: "b" } }, "undecided"],
  ])("%j against %j: %s", (value, condition, outcome) => {
    expect(about({ value }, condition)).toBe(outcome);
  });
});

describe("tables", () => {
  const table = (...rows: Record<string, string | number>[]): Answer => ({
    value: { answer: rows.map((cells, index) => row(`r${index}`, cells)) },
  });
  const inChina: Condition = { question: "Q1", column: "country", is: "CN" };
  const sumAbove: Condition = { question: "Q1", column: "workers", of: "sum", above: 10 };
  const sumBelow: Condition = { question: "Q1", column: "workers", of: "sum", below: 10 };

  it("finds a value in any row", () => {
    expect(about(table({ country: "PT" }, { country: "CN" }), inChina)).toBe("holds");
  });

  it("does not take an empty cell for a no", () => {
    expect(about(table({ country: "PT" }, {}), inChina)).toBe("undecided");
    expect(about(table({ country: "CN" }, {}), inChina)).toBe("holds");
  });

  it("knows that an empty table holds nothing", () => {
    expect(about(table(), inChina)).toBe("fails");
    expect(about(table(), { question: "Q1", of: "count", above: 0 })).toBe("fails");
    expect(about(table({}), { question: "Q1", of: "count", is: 1 })).toBe("holds");
  });

  it("decides about a sum with gaps only where the gaps cannot matter", () => {
    expect(about(table({ workers: 11 }, {}), sumAbove)).toBe("holds");
    expect(about(table({ workers: 9 }, {}), sumAbove)).toBe("undecided");
    expect(about(table({ workers: 11 }, {}), sumBelow)).toBe("fails");
    expect(about(table({ workers: 9 }, {}), sumBelow)).toBe("undecided");
    expect(about(table({ workers: 9 }, { workers: 2 }), sumAbove)).toBe("holds");
  });

  const compareSites = (test: "differs" | "exceeds"): Condition => ({
    tally: { question: "Q1", part: "answer", key: "$row", columns: ["workers"] },
    against: { question: "Q2", part: "answer", key: "site", columns: ["own", "agency"] },
    test,
  });
  const other =
    (...rows: Record<string, string | number>[]) =>
    (test: "differs" | "exceeds") =>
      judge(compareSites(test), { Q1: table({ workers: 10 }), Q2: table(...rows) });

  it("compares two tables key by key, over several columns and rows", () => {
    expect(other({ site: "r0", own: 4, agency: 1 }, { site: "r0", own: 5, agency: 0 })("differs")).toBe("fails");
    expect(other({ site: "r0", own: 4, agency: 1 })("differs")).toBe("holds");
    expect(other({ site: "r0", own: 4, agency: 1 })("exceeds")).toBe("holds");
    expect(other({ site: "r0", own: 40, agency: 1 })("exceeds")).toBe("fails");
  });

  it("counts a key that one side lacks as nothing there", () => {
    expect(other()("differs")).toBe("holds");
    expect(other({ site: "r0", own: 10, agency: 0 }, { site: "r9", own: 1, agency: 0 })("differs")).toBe("holds");
  });

  it("does not compare while cells are missing", () => {
    expect(other({ site: "r0", own: 4 })("differs")).toBe("undecided");
    expect(other({ own: 4, agency: 2 })("differs")).toBe("undecided");
  });

  it("leaves open only what a missing cell, or a row without its key, can be about", () => {
    const sites = (...workers: number[]) => table(...workers.map((number) => ({ workers: number })));
    const against = (left: Answer, ...rows: Record<string, string | number>[]) =>
      (["differs", "exceeds"] as const).map((test) => judge(compareSites(test), { Q1: left, Q2: table(...rows) }));
    // The cell is missing at the other site.
    expect(against(sites(10, 10), { site: "r0", own: 4, agency: 1 }, { site: "r1", own: 4 })).toEqual([
      "holds",
      "holds",
    ]);
    expect(against(sites(10, 10), { site: "r0", own: 9, agency: 1 }, { site: "r1", own: 4 })).toEqual([
      "undecided",
      "undecided",
    ]);
    // What is filled in is already too much, whatever is missing.
    expect(against(sites(10), { site: "r0", own: 11 })).toEqual(["holds", "undecided"]);
    // One row without a site can explain one site, and not two.
    expect(against(sites(10, 10), { site: "r0", own: 9, agency: 1 }, { own: 4 })).toEqual(["undecided", "undecided"]);
    expect(against(sites(10, 10), { own: 4 })).toEqual(["holds", "holds"]);
    expect(against(sites(10, 10, 10), { own: 4 }, {})).toEqual(["holds", "holds"]);
    // It cannot explain a site that already has too many.
    expect(against(sites(10), { site: "r0", own: 12, agency: 0 }, { own: 4 })).toEqual(["holds", "undecided"]);
  });
});

describe("documents", () => {
  it("counts a document unless it was refused or has run out", () => {
    const condition: Condition = { question: "Q1", evidence: true };
    const statuses = ["attached", "accepted", "verified", "rejected", "expired"] as const;
    const found = statuses.map((status) => about({ evidence: [{ id: "e1", status }] }, condition));
    expect(found).toEqual(["holds", "holds", "holds", "fails", "fails"]);
    expect(about({}, { question: "Q1", evidence: false })).toBe("holds");
  });
});
