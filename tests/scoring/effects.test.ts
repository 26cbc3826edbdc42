import { describe, expect, test } from "vitest";
import type { Answers } from "#questionnaires/answers";
import { compareRatings } from "#scoring/compare";
import { explain } from "#scoring/explain";
import { factsOf } from "#scoring/rate";
import { cents, exampleAnswers, inputFor, rateAnswers } from "./rating-support";

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

  test("name themselves as what holds the band", () => {
    expect(explain(rateAnswers(dprk)).nearest).toMatchObject({
      heldByFloor: true,
      question: "E1",
      rule: "dprk-workers",
    });
  });
});

describe("what remains under a floor", () => {
  const remaining = (answers: Answers) => rateAnswers(answers).remaining;

  test("is the score that the supplier would have without what sets the floor", () => {
    const kept = change(worked, "G1", { answer: "employer-other" });
    const { adverse, residual, countryFactor, redFlags } = rateAnswers(kept);
    expect(adverse).toBeCloseTo(redFlags * countryFactor, 2);
    // Three rounded figures stand for exact ones.
    expect(Math.abs((remaining(kept)?.score ?? 0) - residual - (redFlags - 12) * countryFactor)).toBeLessThan(0.02);
  });

  test("counts what the knock-out left no room for in its question", () => {
    const dealings = (buy: string) => {
      const rows = { buy, "joint-venture": "no", "rent-fees": "no", licences: "no", "cheap-goods": "yes" };
      return { ...clean, E6: { value: { answer: rows } } };
    };
    expect(rateAnswers(dealings("yes")).redFlags).toBe(8);
    expect(remaining(dealings("yes"))?.score).toBe(rateAnswers(dealings("no")).score);
  });

  test("keeps the points of a knock-out that a reviewer lifted, and is nothing once none is left", () => {
    const two = change(change(clean, "E1", { answer: "yes" }), "G4", { answer: "no" });
    const lifted = [{ question: "E1", rule: "dprk-workers" }];
    const one = rateAnswers(two, { lifted });
    expect(one.floor?.reasons.map(({ question }) => question)).toEqual(["G4"]);
    // By hand: G4 has 10 points, in tier 2 times 1.04; E1 has 20.
    expect(cents(one.score) - cents(one.remaining?.score ?? 0)).toBe(1040);
    expect(cents(one.score) - cents(remaining(two)?.score ?? 0)).toBe(3120);
    const none = rateAnswers(two, { lifted: [...lifted, { question: "G4", rule: "cannot-resign" }] });
    expect([none.floor, none.remaining]).toEqual([null, null]);
  });
});

describe("goods from Xinjiang", () => {
  const goods = (...markets: string[]) => {
    const cells = { product: "Shirts", kind: "goods", hs: "61", sites: ["s1"], markets };
    return { ...worked, C1: { value: { goods: [{ id: "g1", cells }] } }, M1: { value: { answer: "yes" } } };
  };

  test.each([
    ["critical", "xinjiang-sold-to-us", goods("us", "eu")],
    ["high", "xinjiang", goods("eu")],
  ])("set one floor, %s by %s, and not two", (band, rule, answers) => {
    expect(rateAnswers(answers).floor).toEqual({ band, reasons: [{ question: "M1", rule, disclosed: false }] });
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
    expect(factsOf(inputFor({})).inherent).toBeUndefined();
    expect(factsOf(inputFor(worked)).inherent).toBe(69.72);
  });
});

describe("explanations", () => {
  test("name the one change that is enough, and it is enough", () => {
    const risky = change(clean, "F5", { answer: "yes" });
    const rating = rateAnswers(risky);
    expect(rating.nearest).toMatchObject({ from: "medium", to: "low", question: "F5", heldByFloor: false });
    expect(rateAnswers(change(risky, "F5", { answer: "no" })).band).toBe("low");
  });

  test("sort what raised and what lowered the score by its size", () => {
    const { raised, lowered } = explain(rateAnswers(worked));
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
