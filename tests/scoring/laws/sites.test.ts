import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rateAnswers } from "#tests/scoring/rating-support";
import { withSite } from "./split-sites";
import { answers, cases } from "./tried-answers";

describe("laws of the score over sites", { timeout: 120_000 }, () => {
  test("splitting a site into two equal halves changes nothing", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const whole = rateAnswers(withSite(given, 2, ["s1"]));
        const halves = rateAnswers(withSite(given, 1, ["s1", "half"]));
        const { sites: _, steps, ...rest } = whole;
        expect(halves).toMatchObject(rest);
        expect(halves.steps.map(({ points }) => points)).toEqual(steps.map(({ points }) => points));
      }),
      cases,
    );
  });
});
