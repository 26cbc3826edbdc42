import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Tier } from "#terms/tiers";
import { edition, editionWith, rateAnswers } from "#tests/scoring/rating-support";
import { answers, cases, goodAboveGate } from "./tried-answers";

describe("laws of the score over country tiers", { timeout: 120_000 }, () => {
  test("a worse tier never lowers the score, also where it brings further questions", () => {
    const order: (Tier | undefined)[] = ["1", "2", "2WL", "3"];
    const country = fc.constantFrom("CN", "PT", "US", "VN", "MM", "RU", "NP");
    fc.assert(
      fc.property(answers, country, fc.nat(2), (given, iso2, place) => {
        const withTier = (tier: Tier | undefined) => {
          const { [iso2]: _, ...others } = edition.definition.tiers;
          return editionWith(tier === undefined ? others : { ...others, [iso2]: tier });
        };
        const better = rateAnswers(given, { edition: withTier(order[place]) });
        const worse = rateAnswers(given, { edition: withTier(order[place + 1]) });
        expect(worse.score).toBeGreaterThanOrEqual(better.score);
        expect(worse.inherent).toBeGreaterThanOrEqual(better.inherent);
      }),
      cases,
    );
  });

  test("a worse tier does not lower the score of a supplier who is good at all that it brings", () => {
    const inTier = (tier: Tier) =>
      rateAnswers(goodAboveGate, { edition: editionWith({ ...edition.definition.tiers, PT: "2", ES: tier }) });
    const [below, above] = [inTier("1"), inTier("2")];
    expect([below.inherent, above.inherent]).toEqual([24.65, 25]);
    expect(above.score).toBeGreaterThanOrEqual(below.score);
    // What the answers alone would earn is more: without the limit this law breaks here.
    const earned = above.controlGroups.reduce((sum, { weight, score }) => sum + weight * score, 0);
    const weights = above.controlGroups.reduce((sum, { weight }) => sum + weight, 0);
    expect(25 * (1 - (0.6 * earned) / weights / 100)).toBeLessThan(below.score);
    expect(above.steps.some(({ rule }) => rule === "limited-at-gate")).toBe(true);
  });
});
