import { describe, expect, test } from "vitest";
import { residualOf } from "#scoring/controls/residual";
import { adverseOf, countryFactorOf } from "#scoring/findings/adverse";
import { bandOf } from "#scoring/findings/floor";
import { rate } from "#scoring/rate";
import type { Rating } from "#scoring/rating";
import { roundPoints } from "#terms/points";
import { cents, exampleInput } from "#tests/scoring/rating-support";
import { rate2, rules, worked } from "./support";

const rateExample = (name: string): Rating => rate(exampleInput(name));
const flagsOf = ({ steps }: Rating) =>
  steps.filter(({ kind }) => kind === "adverse").map(({ code, rule, params }) => `${code} ${rule} ${params.points}`);

/** Section 9 of the design: what the score is by hand when controls come to 70. */
function byHand(redFlags: number) {
  const inherent = 0.85 * 73.5 + (0.15 * (73.5 * 400 + 26.25 * 100)) / 500;
  const factor = countryFactorOf(rules, 0.85 * 90 + 0.15 * 80);
  const residual = residualOf(rules, inherent, 70);
  const adverse = adverseOf(rules, residual, factor, redFlags);
  const score = roundPoints(residual + adverse);
  return { residual: roundPoints(residual), adverse: roundPoints(adverse), score, band: bandOf(rules, score) };
}

describe("the worked example of rule set 2026.2", () => {
  const rating = rateExample("worked-2026.2");

  test("rates its two sites as before, and a safe site dilutes a bad one less", () => {
    expect(rating.sites).toMatchObject([
      { country: "CN", tier: "3", C: 90, S: 90, W: 62.5, T: 35, inherent: 73.5 },
      { country: "PT", tier: "2", C: 40, S: 20, W: 10, T: 35, inherent: 26.25 },
    ]);
    expect(rating).toMatchObject({ inherent: 72.08, countryFactor: 1.254 });
  });

  test("finds four red flags, which take a share of what is left to 100", () => {
    expect(flagsOf(rating)).toEqual([
      "D3 agent-layers 4",
      "E3 partners-not-asked 8",
      "E4 unknown-partner 6",
      "I2 dk 10",
    ]);
    expect(rating).toMatchObject({ redFlags: 28, weightedFlags: 35.11, blanks: [], contradictions: [], floor: null });
    // By hand: 58.192... is left with controls at 70; with its own documents 50.58 is, of which 35.112 / 95.112 are taken.
    expect(rating).toMatchObject({ controls: 52.4, residual: 49.42, adverse: 18.67, score: 68.09, band: "high" });
  });

  test.each([
    { case: "as it stands", redFlags: 28, adverse: 21.48, score: 63.29 },
    { case: "with North Korean workers now", redFlags: 48, adverse: 29.14, score: 70.95 },
    { case: "with don't know of partners", redFlags: 30, adverse: 22.43, score: 64.23 },
  ])("comes to $score when controls are given as 70, $case", ({ redFlags, adverse, score }) => {
    expect(byHand(redFlags)).toEqual({ residual: 41.81, adverse, score, band: "high" });
  });

  test("is Critical with North Korean workers now, and don't know costs the same under a floor that is no fact", () => {
    const yes = rateExample("worked-dprk-2026.2");
    expect(yes).toMatchObject({ redFlags: 48, weightedFlags: 60.19, band: "critical", dprkLabour: "present" });
    expect(yes.floor?.reasons).toEqual([{ question: "E1", rule: "dprk-workers", disclosed: false }]);
    expect(yes.remaining).toEqual({ score: rating.score, band: "high" });
    const unsure = rateExample("2026.2/unknown");
    expect([unsure.score, unsure.redFlags]).toEqual([yes.score, 48]);
    expect(unsure.floor).toEqual({
      band: "high",
      reasons: [{ question: "E1", rule: "dk", disclosed: false, unverified: true }],
    });
    const partners = rate2({ ...worked, E3: { unsure: "dk" }, E8: { value: { answer: "no" } } });
    expect(partners).toMatchObject({ redFlags: 30, weightedFlags: 37.62 });
    expect(partners.floor?.reasons).toMatchObject([{ question: "E3", unverified: true }]);
  });
});

describe("one example a rule", () => {
  test("an office of 5,000 people does not dilute a bad factory", () => {
    const [office, without] = [rateExample("2026.2/office"), rateExample("worked-2026.2")];
    expect([office.inherent, office.score]).toEqual([without.inherent, without.score]);
  });

  test("a construction firm in a host country is no harmless one", () => {
    const { steps, sites } = rateExample("2026.2/service");
    expect(sites).toMatchObject([{ country: "QA", S: 60 }]);
    expect(steps.find(({ code }) => code === "S")?.rule).toBe("service-host");
  });

  test("goods and materials that are left open count as what they could be, and leave UFLPA unknown", () => {
    const { sites, statuses } = rateExample("2026.2/silent-goods");
    expect(sites).toMatchObject([{ S: 90, T: 50 }]);
    expect(statuses.uflpa).toBe("unknown");
  });

  test("a dash is no partner, and one that was not visited for two years is half of one", () => {
    const rating = rateExample("2026.2/partners");
    // Of three steps two are unnamed and one is half so: 50 x 2.5 is over 100, and 6 x 2.5 over the most of 12.
    expect(rating.sites[0]?.T).toBe(60);
    expect(flagsOf(rating)).toContain("E4 unknown-partner 12");
  });

  test("what is withheld on legal advice is told apart, and half an answer counts as its worst", () => {
    const { withheld, floor, redFlags } = rateExample("2026.2/withheld");
    expect(withheld).toEqual(["G1"]);
    expect(floor?.reasons.map(({ question, rule }) => `${question} ${rule}`)).toEqual(["E5 blank", "G1 legal"]);
    expect(redFlags).toBe(28 + 18 + 12);
  });

  test("hours, deductions and answers of suppliers count in proportion", () => {
    const flags = flagsOf(rateExample("2026.2/linear"));
    expect(flags).toEqual(expect.arrayContaining(["H2 deductions 4", "I1 long-hours 6", "L1 few-answered 3"]));
  });

  test("one file counts for two questions, and costs consistency", () => {
    const rating = rateExample("2026.2/one-file");
    const shared = rating.confidenceFindings?.find(({ id }) => id === "shared-file");
    expect(shared).toEqual({
      id: "shared-file",
      of: "consistency",
      points: 5,
      questions: ["F6", "H3", "I1"],
      paper: [],
    });
    expect(rating.controls).toBeLessThan(rateExample("worked-2026.2").controls);
  });

  test("claims that are often not true cost confidence, each until a paper about it is accepted", () => {
    const input = exampleInput("2026.2/claims");
    const ids = (rating: Rating) => rating.confidenceFindings?.map(({ id, points }) => `${id} ${points}`);
    const rating = rate(input);
    expect(ids(rating)).toEqual(["no-foreign-workers 15", "no-suppliers 15", "no-materials 10"]);
    const parts = Object.values(rating.confidenceParts).reduce((sum, part) => sum + part, 0);
    expect(rating.confidence).toBeCloseTo(parts - 40, 6);
    const D2 = { ...input.answers.D2, evidence: [{ id: "head-count", status: "accepted" as const }] };
    expect(ids(rate({ ...input, answers: { ...input.answers, D2 } }))).toEqual(["no-suppliers 15", "no-materials 10"]);
  });

  test.each([
    "worked-2026.2",
    "worked-dprk-2026.2",
    "clean-2026.2",
    ...["office", "service", "silent-goods", "partners", "unknown", "withheld", "linear", "one-file", "claims"].map(
      (name) => `2026.2/${name}`,
    ),
  ])("every figure of %s adds up", (name) => {
    const { steps, score, residual, adverse, weightedFlags = 0, ...rating } = rateExample(name);
    const sum = (...kinds: string[]) =>
      steps.filter(({ kind }) => kinds.includes(kind)).reduce((total, { points }) => total + cents(points), 0);
    expect(sum("inherent", "control", "adverse", "cap")).toBe(cents(score));
    expect(Math.abs(sum("inherent", "control") - cents(residual))).toBeLessThanOrEqual(1);
    expect(adverse).toBeCloseTo(((100 - residual) * weightedFlags) / (weightedFlags + 60), 1);
    expect(rating.blanks.filter((code) => code !== "E5")).toEqual([]);
  });
});
