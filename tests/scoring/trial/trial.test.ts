import { expect, test } from "vitest";
import { ruleSets } from "#scoring/rulesets/index";
import { changedRuleSet, changeFaults, realChanges, ruleSetWith } from "#scoring/trial/changed-rules";
import { dialsOf, figureAt } from "#scoring/trial/dials";
import { allCounts, cellsOf, countTried, noCounts, placesIn, type Tried } from "#scoring/trial/tally";
import type { Band } from "#terms/bands";

const newest = ruleSets.at(-1);
if (!newest) throw new Error("there are no rules");
const faultsOf = (changes: Record<string, number>) =>
  changeFaults(newest, changes).map(({ dial, code }) => `${dial} ${code}`);

test.each(ruleSets)("every figure of $id that can be tried is one of the rules", (ruleSet) => {
  const dials = dialsOf(ruleSet.definition);
  expect(dials.length).toBeGreaterThan(25);
  expect(new Set(dials.map(({ id }) => id)).size).toBe(dials.length);
  for (const { id, official } of dials) expect([id, figureAt(ruleSet.definition, id)]).toEqual([id, official]);
});

test("other figures make other rules, and the published ones stay as they are", () => {
  const before = JSON.stringify(newest.definition);
  const changed = changedRuleSet(newest, { "inherent.weights.C": 45, "inherent.weights.W": 20, mitigationCeiling: 55 });
  expect(changed.definition.inherent.weights).toEqual({ C: 45, S: 20, W: 20, T: 15 });
  expect(changed.definition.mitigationCeiling).toBe(55);
  expect(JSON.stringify(newest.definition)).toBe(before);
  expect(() => changed.fingerprint).toThrow("not published");
  expect(() => ruleSetWith(newest, "mitigationCeiling", 50).fingerprint).toThrow("not published");
});

test("what is no figure of these rules, or the same one, is no change", () => {
  const { mitigationCeiling } = newest.definition;
  expect(
    realChanges(newest, { mitigationCeiling, adverseCap: 10, "controls.0.points": 3, __proto__: 1, title: 5 }),
  ).toEqual([]);
});

test("figures that stand against the laws of a score are refused", () => {
  expect(faultsOf({ "inherent.weights.C": 45, "inherent.weights.W": 20 })).toEqual([]);
  expect(faultsOf({ "inherent.weights.C": 45 })).toEqual(["inherent.weights.C sum"]);
  expect(faultsOf({ "groups.voice": 16 })).toEqual(["groups.governance sum"]);
  expect(faultsOf({ mitigationCeiling: 101 })).toEqual(["mitigationCeiling figure"]);
  expect(faultsOf({ mitigationCeiling: 50.5 })).toEqual(["mitigationCeiling figure"]);
  expect(faultsOf({ mitigationCeiling: Number.NaN })).toEqual(["mitigationCeiling figure"]);
  expect(faultsOf({ "bands.high": 75 })).toEqual(["bands.critical order"]);
  expect(faultsOf({ "inherent.tiers.3": 60 })).toEqual(["inherent.tiers.3 order"]);
  expect(faultsOf({ "evidence.accepted": 50 })).toEqual(["evidence.accepted order"]);
  expect(faultsOf({ "silence.blank": 50 })).toEqual(["silence.blank order"]);
});

const tried = (id: string, country: string, before: [number, Band], after: [number, Band]): Tried => ({
  supplier: { id, ref: id, name: id, country },
  before: { score: before[0], band: before[1] },
  after: { score: after[0], band: after[1] },
});

test("the counts of parts are those of the whole", () => {
  const all = [
    tried("a", "CN", [10, "low"], [12.34, "low"]),
    tried("b", "CN", [49, "medium"], [51, "high"]),
    tried("c", "VN", [75, "critical"], [74.99, "high"]),
    tried("d", "VN", [100, "critical"], [100, "critical"]),
  ];
  const whole = noCounts();
  expect(all.map((one) => countTried(whole, one))).toEqual([false, true, true, false]);
  const [one, other] = [noCounts(), noCounts()];
  for (const [at, supplier] of all.entries()) countTried(at % 2 === 0 ? one : other, supplier);
  expect(allCounts([one, other])).toEqual(whole);
  expect(whole.countries).toEqual({ CN: { worse: 1, better: 0, rated: 2 }, VN: { worse: 0, better: 1, rated: 2 } });
  expect(cellsOf(whole)).toEqual([
    { before: 11, after: 13, count: 1 },
    { before: 99, after: 99, count: 1 },
  ]);
  const place = placesIn(whole.after);
  expect([100, 74.99, 51, 12.34].map(place)).toEqual([1, 2, 3, 4]);
});
