import { expect, it } from "vitest";
import words from "#app/i18n/locales/en/ratings.json";
import { ruleSets } from "#scoring/rulesets/index";

const codesOf = (of: (ruleSet: (typeof ruleSets)[number]) => readonly string[]) => [...new Set(ruleSets.flatMap(of))];

it.each([
  [
    "red flag",
    codesOf(({ redFlags }) => Object.values(redFlags).flatMap(({ rules }) => rules.map(({ id }) => id))),
    words.rule,
  ],
  ["control", codesOf(({ controls }) => controls.map(({ id }) => id)), words.control],
  ["group of controls", codesOf(({ groups }) => Object.keys(groups)), words.group],
  ["law", codesOf(({ statuses }) => Object.keys(statuses)), words.regime],
])("every %s of every rule set has words", (_what, codes, known) => {
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.filter((code) => !Object.hasOwn(known, code))).toEqual([]);
});
