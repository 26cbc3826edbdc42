import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "#questionnaires/answers";
import { silences } from "#scoring/findings/findings";
import { type Outcome, outcomeOf } from "#scoring/outcome";
import { bands } from "#terms/bands";
import { ladders2 } from "./ladders";
import { lessSaid } from "./less-said";
import { answers, cases, input2, questionnaire, rate2, rules, worked } from "./support";

/** Whoever names neither the company nor a site leaves out rows, and those are false answers: no arithmetic can see them. */
const ofRows = ["A2", "B1"];
const codes = [...questionnaire.questions.keys()].filter((code) => !ofRows.includes(code));
const place = (band: Outcome["band"] | undefined) => (band === undefined ? -1 : bands.indexOf(band));
const exact = ({ figures }: Outcome) => figures.residual + figures.adverse;

/** Only what applies: an answer to what was not asked would count once saying less asks it. */
function applying(given: Answers): Answers {
  const { walk } = outcomeOf(input2(given));
  return Object.fromEntries(Object.entries(given).filter(([code]) => walk.asked.has(code)));
}

describe("saying less", { timeout: 120_000 }, () => {
  test("never betters score, band or floor of an answer without a knock-out, nor a band of one with it beyond High", () => {
    let [compared, knockedOut] = [0, 0];
    fc.assert(
      fc.property(answers, fc.constantFrom(...codes), fc.nat(), (all, code, pick) => {
        const given = applying(all);
        const question = questionnaire.questions.get(code);
        const answer = given[code];
        const full = outcomeOf(input2(given));
        if (!question || !answer?.value || full.walk.stateOf(code) !== "answered") return;
        const ways = lessSaid(question, answer);
        const { way, answer: lesser } = ways[pick % ways.length] ?? { way: "", answer: {} };
        const less = outcomeOf(input2({ ...given, [code]: lesser }));
        const at = `${code} ${way}`;
        if (full.figures.findings.knockOuts.some(({ question: one }) => one === code)) {
          knockedOut += 1;
          const isOpen = less.figures.findings.unverified.some(({ question: one }) => one === code);
          if (code !== "G3") expect(isOpen || less.floor?.reasons.some((one) => one.question === code), at).toBe(true);
          return;
        }
        compared += 1;
        expect(exact(less), at).toBeGreaterThanOrEqual(exact(full) - 1e-9);
        expect(place(less.band), at).toBeGreaterThanOrEqual(place(full.band));
        expect(place(less.floor?.band), at).toBeGreaterThanOrEqual(place(full.floor?.band));
      }),
      { numRuns: 4000 },
    );
    expect(compared).toBeGreaterThan(1000);
    expect(knockedOut).toBeGreaterThan(20);
  });

  test("a blank is never below don't know, nor that below any answer without a knock-out, nor a knock-out below all", () => {
    const order: Answers[string][] = [{ unsure: "dk" }, {}];
    fc.assert(
      fc.property(answers, fc.constantFrom(...ladders2), fc.nat(), (all, { question, answers: rungs }, pick) => {
        if (!questionnaire.questions.get(question)?.unsure.includes("dk")) return;
        const value = rungs[pick % rungs.length];
        const given = applying({ ...applying(all), [question]: { value } });
        const full = outcomeOf(input2(given));
        if (!full.walk.asked.has(question) || full.walk.stateOf(question) !== "answered") return;
        const [unsure, blank] = order.map((answer) => outcomeOf(input2({ ...given, [question]: answer })));
        if (!unsure || !blank) return;
        const points = ({ figures }: Outcome) =>
          figures.findings.flags.reduce((sum, one) => sum + (one.question === question ? one.points : 0), 0);
        const isKnockOut = full.figures.findings.knockOuts.some((one) => one.question === question);
        expect(points(blank)).toBeGreaterThanOrEqual(points(unsure));
        if (isKnockOut) expect(points(full)).toBeGreaterThanOrEqual(points(blank));
        else expect(points(unsure)).toBeGreaterThanOrEqual(points(full));
      }),
      cases,
    );
  });
});

describe("what not knowing counts", () => {
  const isKnockOut = (code: string) => (rules.redFlags[code]?.rules ?? []).some(({ floor }) => floor !== undefined);

  test("every knock-out takes the whole worst of its question", () => {
    for (const [code, { worst, rules: own }] of Object.entries(rules.redFlags)) {
      for (const { points, max, floor } of own) if (floor) expect(max ?? points, code).toBe(worst);
    }
  });

  test("every question with a knock-out but that of the owners holds a floor until it is answered", () => {
    const held = Object.keys(rules.redFlags).filter((code) => rules.redFlags[code]?.unverified);
    expect(held).toEqual(Object.keys(rules.redFlags).filter((code) => isKnockOut(code) && code !== "A2"));
    expect(held.join(" ")).toBe("B2 D5 E1 E2 E3 E5 E6 E8 G1 G2 G3 G4 G5 H1 K4 L4 M1 M2");
  });

  test.each(["E1", "G1", "H1", "L4", "M2"])("%s holds High until it is answered, or a reviewer lifts it", (code) => {
    for (const rule of silences) {
      const answer = rule === "blank" ? {} : { unsure: rule };
      const given = { ...worked, E8: { value: { answer: "no" } }, [code]: answer };
      const { floor, band, withheld } = rate2(given);
      expect(floor).toEqual({ band: "high", reasons: [{ question: code, rule, disclosed: false, unverified: true }] });
      expect(band).toBe("high");
      expect(withheld).toEqual(rule === "legal" ? [code] : []);
      expect(rate2(given, { lifted: [{ question: code, rule }] }).floor).toBeNull();
    }
  });

  test("half-given answers count as their worst: a team without its sender, a case without its kind, no exits said", () => {
    const half: [string, Answers[string], number][] = [
      ["E5", { value: { answer: "yes" } }, 18],
      ["K4", { value: { cases: [{ id: "k1", cells: { state: "open" } }] } }, 15],
      ["E3", { value: { when: "after" } }, 15],
      ["E2", { value: { "since-2018": "yes", to: "2019-01" } }, 15],
      ["E6", { value: { answer: { buy: "no", "joint-venture": "no", "rent-fees": "no", licences: "no" } } }, 8],
    ];
    for (const [code, answer, points] of half) {
      const { steps, floor } = rate2({ ...worked, E8: { value: { answer: "no" } }, [code]: answer });
      const counted = steps.filter((step) => step.kind === "adverse" && step.code === code);
      expect(
        counted.reduce((sum, { params }) => sum + Number(params.points), 0),
        code,
      ).toBe(points);
      expect(floor?.reasons, code).toEqual([{ question: code, rule: "blank", disclosed: false, unverified: true }]);
    }
    const housed = { ...worked, D4: { value: { answer: 50 } } };
    const rows = { "separate-beds": "yes", phones: "yes", visitors: "yes", "not-separated": "yes" };
    const exits = rate2({ ...housed, G3: { value: { answer: { ...rows, "exits-unlocked": "yes" } } } });
    expect(exits.floor).toBeNull();
    const silent = rate2({ ...housed, G3: { value: { answer: { ...rows, "live-elsewhere": "yes" } } } });
    expect(silent.floor?.reasons).toMatchObject([{ question: "G3", unverified: true }]);
  });
});
