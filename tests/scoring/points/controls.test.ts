import { describe, expect, test } from "vitest";
import type { Answer } from "#questionnaires/answers";
import { rateAnswers } from "#tests/scoring/rating-support";
import { checks, contract, everything, housing, rows, table, type Value } from "./all-asked";

// The M figures, and the answer that earns them all.
const earning: readonly [question: string, value: Value, group: string, points: number, needsFile?: boolean][] = [
  ["C3", { answer: "all" }, "supply-chain", 3, true],
  ["E3", { answer: "no-asked" }, "supply-chain", 4, true],
  ["E7", { answer: "yes", checks: rows(checks, "yes"), paid: ["own-account"] }, "supply-chain", 3],
  ["E9", { answer: ["original-seen", "permit-database"] }, "documents", 4],
  [
    "F1",
    { agents: table({ name: "A", country: "NP", licence: "L", role: "recruit", contract: "yes" }) },
    "recruitment",
    5,
    true,
  ],
  ["F2", { answer: "employer-all" }, "recruitment", 6, true],
  ["F4", { months: 1, repaid: "all-with-proof" }, "recruitment", 6, true],
  ["F6", { answer: rows(contract, "yes") }, "recruitment", 6, true],
  ["F7", { answer: ["interviews", "agent-audit"] }, "recruitment", 8],
  ["G1", { answer: "worker" }, "documents", 6],
  ["G3", { answer: rows(housing, "yes") }, "documents", 5],
  ["G4", { answer: "yes" }, "documents", 4],
  ["H1", { answer: ["own-account"] }, "wages", 5],
  ["H3", { answer: "no" }, "wages", 5, true],
  ["I1", { hours: 60, "rest-days": 4 }, "wages", 4, true],
  ["J1", { answer: ["hotline"], languages: "yes", agency: "yes" }, "voice", 7],
  ["J3", { answer: rows("committee migrants-in-it no-punishment-rule", "yes") }, "voice", 8],
  [
    "K1",
    {
      answer: "signed",
      points: ["fees", "identity-papers", "movement", "wages", "agents", "migrants", "dprk", "subcontractors"],
    },
    "governance",
    8,
  ],
  ["K2", { person: "A", trained: ["managers", "hr", "workers"] }, "governance", 3],
  ["K3", { done: "both", "last-check": "2025-01", "last-audit": "2025-01" }, "governance", 4],
  ["L1", { suppliers: 8, asked: 8, answered: 6 }, "supply-chain", 5],
  ["L2", { answer: "both" }, "supply-chain", 4],
  ["M3", { answer: ["order", "invoice", "payment", "transport", "production"] }, "supply-chain", 5],
  ["N1", { answer: "ten-days" }, "supply-chain", 3],
];

describe("a control", () => {
  const bad = { ...everything, L1: { value: { suppliers: 10, asked: 10, answered: 1 } } };
  const earnedIn = (group: string, question: string, answer: Answer) =>
    rateAnswers({ ...bad, [question]: answer }).controlGroups.find((one) => one.group === group)?.earned ?? Number.NaN;

  test.each(earning)("%s %j earns in %s: %d", (question, value, group, points, needsFile = false) => {
    const gained = (answer: Answer) => earnedIn(group, question, answer) - earnedIn(group, question, { unsure: "dk" });
    const proven = (...statuses: ("attached" | "accepted" | "verified" | "rejected" | "expired")[]) =>
      gained({ value, evidence: statuses.map((status, place) => ({ id: `d${place}`, status })) });
    expect(gained({ value })).toBeCloseTo(needsFile ? 0 : points * 0.5, 6);
    expect(proven("attached")).toBeCloseTo(points * 0.75, 2);
    expect(proven("accepted")).toBeCloseTo(points * 0.9, 2);
    expect(proven("verified")).toBeCloseTo(points, 6);
    expect(proven("rejected")).toBeCloseTo(needsFile ? 0 : points * 0.25, 2);
    expect(proven("verified", "expired")).toBeCloseTo(points, 6);
  });

  test("of each question that the table gives points is here", () => {
    const { controlGroups } = rateAnswers(everything);
    const available = new Map<string, number>();
    for (const [, , group, points] of earning) available.set(group, (available.get(group) ?? 0) + points);
    expect(Object.fromEntries(controlGroups.map((one) => [one.group, one.available]))).toEqual(
      Object.fromEntries(available),
    );
    expect(controlGroups.map(({ group, weight }) => [group, weight])).toEqual([
      ["governance", 15],
      ["recruitment", 25],
      ["documents", 20],
      ["wages", 15],
      ["voice", 15],
      ["supply-chain", 10],
    ]);
  });
});
