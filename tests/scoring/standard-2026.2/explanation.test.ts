import { expect, test } from "vitest";
import { compareRatings } from "#scoring/explanation/comparison";
import { explain } from "#scoring/explanation/explain";
import { roundPoints } from "#terms/points";
import { input2, rate2, rules, worked, workedWith } from "./support";

test("every number of the share that red flags take can be worked out from the page", () => {
  const found = explain(input2(worked), rate2(worked));
  const { flags, inherent } = found?.workings ?? {};
  expect([flags?.sum, flags?.factor, roundPoints(flags?.weighted ?? 0)]).toEqual([28, 1.254, 35.11]);
  expect(flags?.together).toMatchObject({ by: "share", halfAt: 60 });
  expect([inherent?.country.value, roundPoints(inherent?.total.value ?? 0), inherent?.workers]).toEqual([
    88.5, 72.08, 500,
  ]);
});

test("says how few red flags are few enough: so many bring the score under the bound, and one more does not", () => {
  const rating = rate2(worked);
  const { conditions } = explain(input2(worked), rating) ?? {};
  const atMost = conditions?.flags?.atMost ?? 0;
  const score = (flags: number) => {
    const weighted = rating.countryFactor * flags;
    return rating.residual + ((100 - rating.residual) * weighted) / (weighted + (rules.adverse?.halfAt ?? 0));
  };
  expect(conditions).toMatchObject({ from: "high", to: "medium", flags: { now: 28 } });
  expect(score(atMost)).toBeLessThan(50);
  expect(score(atMost + 1)).toBeGreaterThan(49.98);
  expect(conditions?.flags?.unmovedTo).toBeUndefined();
});

test("a floor that is no fact is among what holds the band, and the answer that lifts it is found", () => {
  const given = workedWith({
    G1: { unsure: "dk" },
    I2: { value: { answer: "yes" } },
    E3: { value: { "since-2018": "no-asked" } },
  });
  const { conditions, changes } = explain(input2(given), rate2(given)) ?? {};
  expect(conditions?.floors).toEqual(
    rate2(given).floor?.reasons.map(({ question, rule }) => ({ question, rule, band: "high" })),
  );
  expect(changes?.every(({ question }) => question === "G1")).toBe(true);
});

test("the lines that differ between two ratings add up to what the score went up", () => {
  const [before, after] = [rate2(worked), rate2(workedWith({ G1: { unsure: "legal" } }))];
  const { score, steps, knockOuts } = compareRatings(before, after);
  expect(roundPoints(steps.reduce((sum, { change }) => sum + change, 0))).toBe(score);
  expect(knockOuts.added).toEqual(["G1/legal"]);
});
