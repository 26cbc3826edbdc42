import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readAnswerFile } from "#scoring/answer-files/answer-file";
import { rate } from "#scoring/rate";
import type { Rating } from "#scoring/rating";
import { bands, worseBand } from "#terms/bands";
import { rules } from "./support";

/** Answers laid over the base, and what they come to by hand from the tables of the design. */
const Example = z.strictObject({
  answers: z.record(z.string(), z.unknown()),
  /** Red flag points of the rule before the country factor. */
  points: z.number(),
  /** Flags without which the rule cannot be met in this questionnaire, as "QUESTION rule", with their points. */
  with: z.record(z.string(), z.number()).optional(),
  floor: z.enum(bands).optional(),
  score: z.number(),
});
type Example = z.infer<typeof Example>;
const ExampleFile = z.record(z.string(), z.record(z.string(), Example));
const BaseFile = z.looseObject({ answers: z.record(z.string(), z.unknown()) });

const folder = new URL("../../../scoring/examples/2026.2/rules/", import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const base = BaseFile.parse(read("base.json"));

type Case = { readonly question: string; readonly rule: string; readonly example: Example };

function examplesIn(name: string): Case[] {
  return Object.entries(ExampleFile.parse(read(name))).flatMap(([question, byRule]) =>
    Object.entries(byRule).map(([rule, example]) => ({ question, rule, example })),
  );
}
const examples = readdirSync(folder)
  .filter((name) => name !== "base.json")
  .flatMap(examplesIn);

/** Rates the base with some other answers, read the way `npm run rate` reads a file. */
function rateOver(answers: Example["answers"]): Rating {
  return rate(readAnswerFile(JSON.stringify({ ...base, answers: { ...base.answers, ...answers } }), "2025-11-15"));
}
function flagsOf({ steps }: Rating): Readonly<Record<string, unknown>> {
  const flags = steps.filter(({ kind }) => kind === "adverse");
  return Object.fromEntries(flags.map(({ code, rule, params }) => [`${code} ${rule}`, params.points]));
}

describe("one example a red-flag rule", () => {
  test("every rule of the rule set has its example, and no example is of a rule that is not there", () => {
    const known = Object.entries(rules.redFlags).flatMap(([code, { rules, unverified }]) => [
      ...rules.map(({ id }) => `${code} ${id}`),
      ...(unverified === undefined ? [] : [`${code} dk`]),
    ]);
    expect(examples.map(({ question, rule }) => `${question} ${rule}`).sort()).toEqual(known.sort());
  });

  test("the base has no red flag, no floor and nothing left open", () => {
    // By hand: 31.5 + 18 + 0.3 x 47.5 is inherent; groups of 50, 0, 50, 17.86, 45 and 40.48 % are controls of 30.98.
    expect(rateOver({})).toMatchObject({ inherent: 63.75, countryFactor: 1.26, controls: 30.98, score: 51.9 });
    expect(rateOver({})).toMatchObject({ redFlags: 0, floor: null, blanks: [], withheld: [], contradictions: [] });
  });

  test.each(examples)("$question $rule counts $example.points", ({ question, rule, example }) => {
    const rating = rateOver(example.answers);
    const own = example.points > 0 ? { [`${question} ${rule}`]: example.points } : {};
    expect(flagsOf(rating)).toEqual({ ...own, ...example.with });
    const { floor = null, score } = example;
    // Not knowing is no fact: its floor is held only until it is answered.
    const reason = { question, rule, disclosed: false, ...(rule === "dk" && { unverified: true }) };
    expect(rating.floor).toEqual(floor === null ? null : { band: floor, reasons: [reason] });
    expect(rating.band).toBe(floor === null ? rating.scoreBand : worseBand(floor, rating.scoreBand));
    expect(rating.blanks).toEqual([]);
    expect(rating.score).toBe(score);
  });
});
