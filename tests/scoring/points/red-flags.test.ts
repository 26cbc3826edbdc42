import { describe, expect, test } from "vitest";
import type { Answer } from "#questionnaires/answers";
import type { Band } from "#terms/bands";
import { rateAnswers } from "#tests/scoring/rating-support";
import { checks, contract, everything, housing, rows, table, type Value } from "./all-asked";

/** Red flag points of one question before the country factor, and the floor that it sets. */
function countedFor(question: string, answer: Answer): { points: number; floor: Band | null } {
  const { steps, floor } = rateAnswers({ ...everything, [question]: answer });
  const own = steps.filter(({ kind, code }) => kind === "adverse" && code === question);
  const points = own.reduce((sum, { params }) => sum + Number(params.points), 0);
  const holds = floor?.reasons.some((reason) => reason.question === question) ?? false;
  return { points, floor: holds ? floorOf(question, answer) : null };
}

/** The band of the floor of this question alone: every other knock-out is lifted. */
function floorOf(question: string, answer: Answer): Band | null {
  const answers = { ...everything, [question]: answer };
  const all = rateAnswers(answers).floor?.reasons ?? [];
  const lifted = all.filter((reason) => reason.question !== question);
  return rateAnswers(answers, { lifted }).floor?.band ?? null;
}

const dealings = "buy joint-venture rent-fees licences cheap-goods";
const reports = { dprk: 0, xinjiang: 0, documents: 0, fees: 0 };

// From the table of questions: the R, K and DK figures, written down apart from the rule set.
const redFlags: readonly [question: string, value: Value | "dk", points: number, floor?: Band][] = [
  ["B2", { answer: ["prison"] }, 4, "critical"],
  ["B2", { answer: ["dprk-border"] }, 4],
  ["B2", { answer: ["homes", "remote"] }, 4],
  ["B2", { answer: ["xinjiang"] }, 0],
  ["D3", { answer: "two-or-more" }, 4],
  ["D3", { answer: "one-agent" }, 0],
  ["D3", "dk", 4],
  ["D5", { answer: ["under-legal-age"], sender: ["themselves"], "age-check": "not-checked" }, 12, "critical"],
  ["D5", { answer: ["students-trainees"], sender: ["foreign-body"], "age-check": "other-paper" }, 12],
  ["E1", { answer: "yes" }, 20, "critical"],
  ["E1", "dk", 20],
  ["E2", { answer: "yes", to: "2020-01" }, 15, "high"],
  ["E2", { answer: "yes", to: "2019-11" }, 15],
  ["E2", "dk", 10],
  ["E3", { answer: "yes", when: "still" }, 15, "high"],
  ["E3", { answer: "yes", when: "after" }, 15, "high"],
  ["E3", { answer: "yes", when: "before" }, 15],
  ["E3", { answer: "no-not-asked" }, 8],
  ["E3", { answer: "no-asked" }, 0],
  ["E3", "dk", 10],
  ["E4", { steps: table({ step: "sewing" }) }, 6],
  ["E4", { steps: table({ step: "sewing" }, { step: "cutting" }, { step: "washing" }) }, 12],
  ["E5", { answer: "yes", sender: "dprk" }, 18, "critical"],
  ["E5", { answer: "yes", sender: "other" }, 18],
  ["E5", "dk", 8],
  ["E6", { answer: rows(dealings, "no", ["joint-venture", "yes"]) }, 8, "critical"],
  ["E6", { answer: rows(dealings, "no", ["cheap-goods", "yes"]) }, 8],
  ["E7", { answer: "yes", checks: rows(checks, "no"), paid: ["own-account"] }, 8],
  ["E7", { answer: "yes", checks: rows(checks, "yes"), paid: ["crypto"] }, 12],
  ["E7", { answer: "yes", checks: rows(checks, "yes"), paid: ["third-person"] }, 12],
  ["E8", { answer: "yes", orders: table({ order: "1" }) }, 20, "critical"],
  ["E9", { answer: ["agents-word"] }, 5],
  ["E9", { answer: ["none"] }, 8],
  ["F1", { agents: table({ name: "A", country: "NP", role: "recruit", contract: "yes" }) }, 8],
  ["F2", { answer: "worker" }, 12],
  ["F2", { answer: "no-rule" }, 8],
  ["F2", { answer: "employer-part" }, 6],
  ["F2", { answer: "employer-all" }, 0],
  ["F3", { answer: ["medical", "training"] }, 6],
  ["F3", { answer: ["agent-fee", "medical", "insurance", "skills-test", "training", "tools-uniform"] }, 15],
  ["F3", "dk", 8],
  ["F4", { months: 1.1, repaid: "part" }, 10],
  ["F4", { months: 1, repaid: "no" }, 5],
  ["F5", { answer: "yes" }, 15],
  ["F5", "dk", 6],
  ["F6", { answer: rows(contract, "yes", ["same-terms", "no"]) }, 12],
  ["F6", { answer: rows(contract, "yes", ["own-language", "no"]) }, 6],
  ["F7", { answer: ["none"] }, 5],
  ["G1", { answer: "employer-other" }, 12, "high"],
  ["G1", { answer: "employer-24h" }, 12],
  ["G1", { answer: "own-locker" }, 0],
  ["G1", "dk", 8],
  ["G2", { answer: "no" }, 6, "high"],
  ["G2", { answer: "permission" }, 6, "high"],
  ["G2", { answer: "limited" }, 6],
  ["G3", { answer: rows(housing, "yes", ["exits-unlocked", "no"]) }, 3, "high"],
  ["G3", { answer: rows(housing, "no", ["exits-unlocked", "yes"]) }, 12],
  ["G4", { answer: "consent" }, 10, "high"],
  ["G4", { answer: "no" }, 10, "high"],
  ["G4", { answer: "fine" }, 10],
  ["G5", { answer: "yes-open" }, 8, "critical"],
  ["G5", "dk", 8],
  ["H1", { answer: ["leader-or-state"] }, 8, "critical"],
  ["H1", { answer: ["agent"] }, 8],
  ["H2", { kinds: ["recruitment-debt"], share: 5 }, 10],
  ["H2", { kinds: ["tax-social"], share: 31 }, 10],
  ["H2", { kinds: ["tax-social"], share: 30 }, 4],
  ["H2", { kinds: ["tax-social"], share: 15 }, 4],
  ["H2", { kinds: ["tax-social"], share: 14 }, 0],
  ["H3", { answer: "kept-back" }, 15],
  ["H3", { answer: "late" }, 5],
  ["H4", { answer: { "same-rate": "yes", "legal-minimum": "no" } }, 12],
  ["H4", { answer: { "same-rate": "no", "legal-minimum": "yes" } }, 6],
  ["I1", { hours: 73, "rest-days": 8 }, 12],
  ["I1", { hours: 40, "rest-days": 2 }, 12],
  ["I1", { hours: 61, "rest-days": 3 }, 6],
  ["I1", { hours: 60, "rest-days": 3 }, 0],
  ["I2", { answer: "no" }, 10],
  ["I2", "dk", 4],
  ["J1", { answer: ["none"] }, 6],
  ["K1", { answer: "none" }, 4],
  ["K4", { answer: "yes-open", kind: "import-ban" }, 15, "critical"],
  ["K4", { answer: "yes-open", kind: "other" }, 15],
  ["K4", { answer: "yes-closed" }, 4],
  ["L1", { suppliers: 10, asked: 10, answered: 4 }, 5],
  ["L1", { suppliers: 10, asked: 10, answered: 5 }, 0],
  ["L4", { ...reports, dprk: 1 }, 4, "high"],
  ["L4", { ...reports, xinjiang: 1, documents: 2, fees: 3 }, 12],
  ["M1", { answer: "yes" }, 10, "critical"],
  ["M1", { answer: "no-not-checked" }, 8],
  ["M1", "dk", 10],
  ["M2", { answer: "yes" }, 8, "critical"],
  ["M2", "dk", 8],
  ["N1", { answer: "no" }, 5],
  ["N1", { answer: "longer" }, 0],
  // No figure in the table: 60 % of the worst answer.
  ["E4", "dk", 7.2],
  ["F2", "dk", 7.2],
  ["G2", "dk", 3.6],
  ["G4", "dk", 6],
  ["H3", "dk", 9],
  ["K4", "dk", 9],
];

describe("a red flag", () => {
  test.each(redFlags)("%s %j counts %d", (question, value, points, floor = undefined) => {
    const answer: Answer = value === "dk" ? { unsure: "dk" } : { value };
    expect(countedFor(question, answer)).toEqual({ points, floor: floor ?? null });
    if (value === "dk") expect(countedFor(question, { unsure: "legal" }).points).toBe(points);
  });

  test("that an owner is from North Korea sets a floor without points", () => {
    const owners = table({ name: "A", country: "KP", share: 30, government: "yes" });
    const A2 = { value: { name: "A", number: "1", country: "CN", owners } };
    expect(countedFor("A2", A2)).toEqual({ points: 0, floor: "critical" });
  });
});
