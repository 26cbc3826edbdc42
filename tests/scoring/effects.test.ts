import { describe, expect, test } from "vitest";
import type { Answers } from "#questionnaires/answers";
import { compareRatings } from "#scoring/explanation/comparison";
import { explain, reasonsOf } from "#scoring/explanation/explain";
import { walkWithFacts } from "#scoring/facts";
import { exampleAnswers, inputFor, rateAnswers } from "./rating-support";

const clean = exampleAnswers("clean");
const worked = exampleAnswers("worked");
const change = (answers: Answers, code: string, value: Record<string, string | number | string[]>): Answers => ({
  ...answers,
  [code]: { value },
});

describe("North Korean labour", () => {
  test.each([
    ["present", "E1", { answer: "yes" }],
    ["past-before", "E2", { answer: "yes", to: "2019-11" }],
    ["past-after", "E2", { answer: "yes", to: "2019-12" }],
    ["past-after", "E2", { answer: "yes" }],
    ["past-before", "E3", { answer: "yes", when: "before" }],
    ["past-after", "E3", { answer: "yes", when: "after" }],
    ["present", "E3", { answer: "yes", when: "still" }],
    ["no-not-checked", "E3", { answer: "no-not-asked" }],
    ["no-checked", "E3", { answer: "no-asked" }],
    ["no-not-checked", "O1", { answer: ["not-checked"] }],
  ])("is %s when %s is %o", (state, code, value) => {
    expect(rateAnswers(change(clean, code, value)).dprkLabour).toBe(state);
  });

  test("is unknown when nobody was asked, or nobody knows", () => {
    expect(rateAnswers(clean, { regimes: ["uflpa"] }).dprkLabour).toBe("unknown");
    expect(rateAnswers({ ...clean, E1: { unsure: "legal" } }).dprkLabour).toBe("unknown");
  });

  test("that ended before the cut-off sets no floor; after it the band is High at least", () => {
    expect(rateAnswers(change(clean, "E2", { answer: "yes", to: "2019-11" })).floor).toBeNull();
    const after = rateAnswers(change(clean, "E2", { answer: "yes", to: "2019-12" }));
    expect(after.floor?.band).toBe("high");
  });
});

describe("knock-outs", () => {
  const dprk = change(clean, "E1", { answer: "yes" });
  const plans = [{ question: "E1", accepted: true, due: "2026-03-31" }];

  test("are shown as disclosed under an accepted plan, until it is due", () => {
    expect(rateAnswers(dprk).disclosed).toBe(false);
    const before = rateAnswers(dprk, { plans });
    expect(before).toMatchObject({ disclosed: true, band: "critical" });
    expect(before.redFlags).toBe(rateAnswers(dprk).redFlags - 5);
    expect(rateAnswers(dprk, { plans, asOf: "2026-04-01" })).toMatchObject({ disclosed: false });
  });

  test("go only when a reviewer lifts them, and the link stays under review", () => {
    const lifted = rateAnswers(dprk, { lifted: [{ question: "E1", rule: "dprk-workers" }] });
    expect(lifted.floor).toBeNull();
    expect(lifted.band).toBe(lifted.scoreBand);
    expect(lifted.statuses["caatsa-321b"]).toBe("link-under-review");
    expect(rateAnswers(dprk, { notRebutted: ["caatsa-321b"] }).statuses["caatsa-321b"]).toBe("link-not-rebutted");
  });

  test("name all of themselves as what holds the band, and nothing that does not", () => {
    expect(rateAnswers(dprk).nearest).toMatchObject({
      heldByFloor: true,
      floors: [{ question: "E1", rule: "dprk-workers" }],
    });
    // E2 holds High, which is no matter while E1 and E8 hold Critical.
    const more = change(change(dprk, "E2", { answer: "yes" }), "E8", { answer: "yes" });
    expect(rateAnswers(more).nearest?.floors?.map(({ question }) => question)).toEqual(["E1", "E8"]);
  });
});

describe("legal statuses", () => {
  test("are out of scope where the campaign does not ask for the law", () => {
    const { statuses } = rateAnswers(clean, { regimes: ["uflpa"] });
    expect(statuses).toMatchObject({ "caatsa-321b": "not-in-scope", uflpa: "no-link-declared" });
    expect(statuses["buyer-code"]).not.toBe("not-in-scope");
  });
});

describe("fees paid by workers", () => {
  const fees = { ...worked, F3: { value: { answer: ["medical", "agent-fee"] } } };
  const repaid = { value: { months: 1, repaid: "all-with-proof" } };

  test("count half once all was paid back with proof, and in full without the proof", () => {
    const points = (answers: Answers) =>
      rateAnswers(answers).steps.find(({ rule }) => rule === "fees-paid")?.params.points;
    expect(points({ ...fees, F4: repaid })).toBe(6);
    expect(points({ ...fees, F4: { ...repaid, evidence: [{ id: "d", status: "attached" }] } })).toBe(3);
    expect(points({ ...fees, F4: { ...repaid, evidence: [{ id: "d", status: "rejected" }] } })).toBe(6);
  });
});

describe("confidence", () => {
  test("falls when nobody complained at a site with more than a hundred workers", () => {
    const silent = { ...worked, J2: { value: { received: 0, solved: 0 } } };
    expect(rateAnswers(silent).confidenceParts.consistency).toBe(15);
  });

  test("falls by fifteen when all is denied and nothing was checked", () => {
    expect(rateAnswers(change(clean, "O1", { answer: ["not-checked"] })).confidenceParts.consistency).toBe(5);
  });

  test("ages with the last check", () => {
    const freshness = (asOf: string) => rateAnswers(worked, { asOf }).confidenceParts.freshness;
    expect([freshness("2026-06-30"), freshness("2027-06-30"), freshness("2027-07-01")]).toEqual([10, 5, 0]);
  });

  test("never moves the score", () => {
    expect(rateAnswers(worked, { signed: false }).score).toBe(rateAnswers(worked).score);
  });
});

describe("a supplier without figures", () => {
  test("is rated when no site has a worker", () => {
    const empty = {
      ...clean,
      B1: { value: { sites: [{ id: "s1", cells: { name: "A", country: "PT", workers: 0 } }] } },
    };
    expect(rateAnswers({ ...empty, D1: { value: { workforce: [] } } }).inherent).toBeGreaterThan(0);
  });

  test("has no inherent risk for conditions before a site has a country", () => {
    expect(walkWithFacts(inputFor({})).facts.inherent).toBeUndefined();
    expect(walkWithFacts(inputFor(worked)).facts.inherent).toBe(69.72);
  });
});

describe("explanations", () => {
  test("name the one change that is enough, and it is enough", () => {
    const risky = change(clean, "F5", { answer: "yes" });
    const rating = rateAnswers(risky);
    expect(rating.nearest).toMatchObject({ from: "medium", to: "low", heldByFloor: false, floors: [] });
    expect(explain(inputFor(risky), rating)?.changes.map(({ question }) => question)).toContain("F5");
    expect(rateAnswers(change(risky, "F5", { answer: "no" })).band).toBe("low");
  });

  test("name the smallest of the changes that are each enough", () => {
    // By hand: 13.57 + (10 + 4) x 1.04 is 28.13, and either of them alone brings it under 25.
    const risky = change(change(clean, "I2", { answer: "no" }), "B2", { answer: ["homes", "remote"] });
    const rating = rateAnswers(risky);
    expect(rating).toMatchObject({ score: 28.13, nearest: { to: "low", points: 3.14 } });
    const changes = explain(inputFor(risky), rating)?.changes ?? [];
    expect(changes.map(({ question }) => question)).toEqual(expect.arrayContaining(["B2", "I2"]));
    const scores = changes.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(rateAnswers(change(risky, "I2", { answer: "yes" })).band).toBe("low");
    expect(rateAnswers(change(risky, "B2", { answer: ["none"] })).band).toBe("low");
  });

  test("sort what raised and what lowered the score by its size", () => {
    const { raised, lowered } = reasonsOf(rateAnswers(worked));
    expect(raised.map(({ code }) => code).slice(0, 3)).toEqual(["C", "W", "S"]);
    expect(lowered[0]).toMatchObject({ kind: "control", code: "recruitment" });
  });

  test("of two ratings add up to the difference", () => {
    const before = rateAnswers(worked);
    const after = rateAnswers(change(worked, "G1", { answer: "employer-other" }));
    const compared = compareRatings(before, after);
    expect(compared.score).toBeCloseTo(after.score - before.score, 6);
    expect(compared.steps.reduce((sum, step) => sum + step.change, 0)).toBeCloseTo(compared.score, 6);
    expect(compared.knockOuts.added).toEqual(["G1/papers-kept"]);
    expect(compared.versions).toEqual([]);
  });
});
