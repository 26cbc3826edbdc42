import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers, EvidenceStatus } from "#questionnaires/answers";
import { walkWithFacts } from "#scoring/facts";
import { outcomeOf } from "#scoring/outcome";
import { bands } from "#terms/bands";
import type { Tier } from "#terms/tiers";
import { withSite } from "#tests/scoring/laws/split-sites";
import { cents, edition, editionWith } from "#tests/scoring/rating-support";
import { ladders2 } from "./ladders";
import { answers, askedIn, cases, input2, questionnaire, rate2 } from "./support";

describe("laws of the score by rule set 2026.2", { timeout: 120_000 }, () => {
  test("with the same questions applying, a worse answer never lowers the score", () => {
    let compared = 0;
    const tried = fc.property(
      answers,
      fc.constantFrom(...ladders2),
      fc.nat(),
      fc.nat(),
      (given, { question, answers: rungs }, a, b) => {
        const [low = 0, high = 0] = [a % rungs.length, b % rungs.length].sort((x, y) => x - y);
        const evidence = given[question]?.evidence;
        const better = { ...given, [question]: { value: rungs[low], evidence } };
        const worse = { ...given, [question]: { value: rungs[high], evidence } };
        if (low === high || !walkWithFacts(input2(better)).asked.has(question)) return;
        if (askedIn(better) !== askedIn(worse)) return;
        compared += 1;
        expect(rate2(worse).score).toBeGreaterThanOrEqual(rate2(better).score);
      },
    );
    fc.assert(tried, { numRuns: 2500 });
    expect(compared).toBeGreaterThan(1000);
  });

  test("a worse tier never lowers the score, also where it brings further questions or another worst site", () => {
    const order: (Tier | undefined)[] = ["1", "2", "2WL", "3"];
    const country = fc.constantFrom("CN", "PT", "US", "VN", "MM", "RU", "NP");
    fc.assert(
      fc.property(answers, country, fc.nat(2), (given, iso2, place) => {
        const inTier = (tier: Tier | undefined) => {
          const { [iso2]: _, ...others } = edition.definition.tiers;
          return rate2(given, { edition: editionWith(tier === undefined ? others : { ...others, [iso2]: tier }) });
        };
        const [better, worse] = [inTier(order[place]), inTier(order[place + 1])];
        expect(worse.inherent).toBeGreaterThanOrEqual(better.inherent);
        expect(worse.score).toBeGreaterThanOrEqual(better.score);
      }),
      cases,
    );
  });

  test("a better proven answer never raises the score, and a refused document costs no more than none", () => {
    const order: (EvidenceStatus | undefined)[] = ["rejected", undefined, "attached", "accepted", "verified"];
    fc.assert(
      fc.property(answers, fc.constantFrom(...questionnaire.questions.keys()), fc.nat(3), (given, code, place) => {
        const proven = (status: EvidenceStatus | undefined): Answers => {
          const evidence = status === undefined ? [] : [{ id: "own-file", status }];
          return { ...given, [code]: { ...given[code], evidence } };
        };
        const [weaker, better] = [rate2(proven(order[place])), rate2(proven(order[place + 1]))];
        expect(better.score).toBeLessThanOrEqual(weaker.score);
        if (place === 0) expect(better.score).toBe(weaker.score);
      }),
      cases,
    );
  });

  test("an answer that does not apply changes nothing, and the order in which answers are kept does not either", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { asked } = walkWithFacts(input2(given));
        const rating = JSON.stringify(rate2(given));
        const applying = Object.entries(structuredClone(given)).filter(([code]) => asked.has(code));
        expect(JSON.stringify(rate2(Object.fromEntries(applying)))).toBe(rating);
        expect(JSON.stringify(rate2(Object.fromEntries(applying.reverse())))).toBe(rating);
      }),
      cases,
    );
  });

  test("splitting a site into two equal halves changes nothing", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const whole = rate2(withSite(given, 2, ["s1"]));
        const halves = rate2(withSite(given, 1, ["s1", "half"]));
        const { sites: _, steps, ...rest } = whole;
        expect(halves).toMatchObject(rest);
        expect(halves.steps.map(({ points }) => points)).toEqual(steps.map(({ points }) => points));
      }),
      cases,
    );
  });

  test("the lines add up to the score exactly, and no knock-out shows a band under its floor", () => {
    let held = 0;
    fc.assert(
      fc.property(answers, (given) => {
        const { steps, score, band, scoreBand, floor } = rate2(given);
        expect(steps.reduce((sum, { points }) => sum + cents(points), 0)).toBe(cents(score));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        if (floor === null) {
          expect(band).toBe(scoreBand);
          return;
        }
        held += 1;
        expect(bands.indexOf(band)).toBeGreaterThanOrEqual(bands.indexOf(floor.band));
        expect(bands.indexOf(band)).toBeGreaterThanOrEqual(bands.indexOf(scoreBand));
      }),
      cases,
    );
    expect(held).toBeGreaterThan(200);
  });

  test("each further red flag raises the exact score, as long as something is left to 100", () => {
    let raised = 0;
    const worst = ladders2.filter(({ flags }) => flags);
    fc.assert(
      fc.property(answers, fc.constantFrom(...worst), (given, { question, answers: rungs }) => {
        const flagged = { ...given, [question]: { value: rungs.at(-1) } };
        const plain = { ...given, [question]: { value: rungs[0] } };
        if (!walkWithFacts(input2(plain)).asked.has(question) || askedIn(plain) !== askedIn(flagged)) return;
        const [less, more] = [outcomeOf(input2(plain)).figures, outcomeOf(input2(flagged)).figures];
        if (more.findings.redFlags <= less.findings.redFlags || less.residual >= 100) return;
        raised += 1;
        expect(more.residual + more.adverse).toBeGreaterThan(less.residual + less.adverse);
      }),
      cases,
    );
    expect(raised).toBeGreaterThan(300);
  });
});
