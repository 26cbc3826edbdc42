import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Answers, EvidenceStatus, Row } from "#questionnaires/answers";
import { walk } from "#questionnaires/journey";
import type { CountryEdition, Tier } from "#scoring/editions/index";
import { bandOrder } from "#scoring/floors";
import { factsOf } from "#scoring/rate";
import type { RuleSet } from "#scoring/rule-set";
import { answerSets, answersNear } from "#tests/support/answer-sets";
import { ladders } from "./ladders";
import { cents, edition, exampleAnswers, inputFor, questionnaire, rateAnswers, ruleSet } from "./rating-support";

const verified = [{ id: "d1", status: "verified" }] as const;

const sitesOf = (...sites: [id: string, country: string, workers: number][]): Answers => ({
  B1: {
    value: {
      sites: sites.map(([id, country, workers]) => ({
        id,
        cells: { name: id, country, activity: "printing", workers },
      })),
    },
  },
  D1: {
    value: {
      workforce: sites.map(([site, , own]) => {
        return { id: `w-${site}`, cells: { site, own, agency: 0, contractor: 0, trainee: 0, home: 0 } };
      }),
    },
  },
});

/** A supplier at the gate, very good at everything that is asked only above it. T is 100 x 4/15, so that I is 25 in tier 2. */
const goodAboveGate: Answers = {
  ...exampleAnswers("clean"),
  ...sitesOf(["s1", "PT", 900], ["s2", "ES", 100]),
  C1: {
    value: {
      goods: [
        { id: "g1", cells: { product: "Labels", kind: "goods", hs: "49", sites: ["s1", "s2"], markets: ["eu"] } },
      ],
    },
  },
  L1: { value: { suppliers: 15, asked: 15, answered: 11 } },
  I1: { value: { hours: 48, "rest-days": 8 }, evidence: verified },
  J3: {
    value: { answer: { committee: "yes", "migrants-in-it": "yes", "no-punishment-rule": "yes" } },
    evidence: verified,
  },
  K2: { value: { person: "A", trained: ["managers", "hr", "workers"] }, evidence: verified },
  K3: { value: { done: "both", "last-check": "2025-06", "last-audit": "2025-06" }, evidence: verified },
  L2: { value: { answer: "both" }, evidence: verified },
  L3: { value: { answer: 100 } },
};

// Wild answer sets alone would nearly all score 100, where no law can be seen to fail.
const answers = fc.oneof(
  { weight: 1, arbitrary: answerSets(questionnaire) },
  { weight: 2, arbitrary: answersNear(questionnaire, exampleAnswers("clean"), 10) },
  { weight: 2, arbitrary: answersNear(questionnaire, exampleAnswers("worked"), 6) },
  { weight: 2, arbitrary: answersNear(questionnaire, goodAboveGate, 4) },
);
const cases = { numRuns: 1000 };

/** The codes of what is asked, as one text. */
function askedIn(given: Answers): string {
  return [...walk(questionnaire, given, factsOf(inputFor(given))).asked].join(" ");
}

const ladder = fc.constantFrom(...ladders);

/** Whether a way of saying nothing can be chosen; leaving a question blank always can. */
function isOffered({ unsure }: Answer, question: string): boolean {
  return unsure === undefined || (questionnaire.questions.get(question)?.unsure.includes(unsure) ?? false);
}

describe("laws of the score", { timeout: 120_000 }, () => {
  test("the answers tried reach all bands", () => {
    const bands = new Set(fc.sample(answers, 500).map((given) => rateAnswers(given).scoreBand));
    expect([...bands].sort()).toEqual(["critical", "high", "low", "medium"]);
    const open = fc.sample(answers, 500).filter((given) => rateAnswers(given).score < 100);
    expect(open.length).toBeGreaterThan(250);
  });

  test("the answers tried ask each of the sixty questions, and answer each in its every part", () => {
    const missing = new Set(
      [...questionnaire.questions.values()].flatMap(({ id, parts }) => parts.map((part) => `${id} ${part.id}`)),
    );
    for (const given of fc.sample(answers, 1000)) {
      const { answers: kept } = walk(questionnaire, given, factsOf(inputFor(given)));
      for (const [code, { value }] of Object.entries(kept)) {
        for (const part of Object.keys(value ?? {})) missing.delete(`${code} ${part}`);
      }
    }
    expect([...missing]).toEqual([]);
  });

  test("every question with points is tried from its best answer to its worst", () => {
    const tried = new Set(ladders.map(({ question }) => question));
    const pointed = new Set([...Object.keys(ruleSet.redFlags), ...ruleSet.controls.map(({ question }) => question)]);
    // The owners (A2) set a floor and have no points.
    expect([...pointed].filter((code) => !tried.has(code))).toEqual(["A2"]);
  });

  test("with the same questions applying, a worse answer never lowers the score", () => {
    let compared = 0;
    fc.assert(
      fc.property(answers, ladder, fc.nat(), fc.nat(), (given, { question, answers: rungs }, a, b) => {
        const [low, high] = [a % rungs.length, b % rungs.length].sort((x, y) => x - y);
        const evidence = given[question]?.evidence;
        const better = { ...given, [question]: { value: rungs[low ?? 0], evidence } };
        const worse = { ...given, [question]: { value: rungs[high ?? 0], evidence } };
        if (low === high || !asks(better, question) || askedIn(better) !== askedIn(worse)) return;
        compared += 1;
        expect(rateAnswers(worse).score).toBeGreaterThanOrEqual(rateAnswers(better).score);
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  test("silence and don't know cost no less than the best answer and no more than the worst", () => {
    let compared = 0;
    const silences: Answer[] = [{ unsure: "dk" }, { unsure: "legal" }, {}];
    fc.assert(
      fc.property(answers, ladder, fc.constantFrom(...silences), (given, { question, answers: rungs }, silence) => {
        if (!isOffered(silence, question) || !asks(given, question)) return;
        const middle = { ...given, [question]: silence };
        const ends = [rungs[0], rungs.at(-1)].map((value) => ({ ...given, [question]: { value } }));
        for (const [place, end] of ends.entries()) {
          if (askedIn(end) !== askedIn(middle)) continue;
          compared += 1;
          const [least, most] = place === 0 ? [end, middle] : [middle, end];
          expect(rateAnswers(most).score).toBeGreaterThanOrEqual(rateAnswers(least).score);
        }
      }),
      { numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  test("a worse tier never lowers the score, also where it brings further questions", () => {
    const order: (Tier | undefined)[] = ["1", "2", "2WL", "3"];
    const country = fc.constantFrom("CN", "PT", "US", "VN", "MM", "RU", "NP");
    fc.assert(
      fc.property(answers, country, fc.nat(2), (given, iso2, place) => {
        const withTier = (tier: Tier | undefined): CountryEdition => {
          const { [iso2]: _, ...others } = edition.tiers;
          return { ...edition, tiers: tier === undefined ? others : { ...others, [iso2]: tier } };
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
      rateAnswers(goodAboveGate, { edition: { ...edition, tiers: { ...edition.tiers, PT: "2", ES: tier } } });
    const [below, above] = [inTier("1"), inTier("2")];
    expect([below.inherent, above.inherent]).toEqual([24.65, 25]);
    expect(above.score).toBeGreaterThanOrEqual(below.score);
    // What the answers alone would earn is more: without the limit this law breaks here.
    const earned = above.controlGroups.reduce((sum, { weight, score }) => sum + weight * score, 0);
    const weights = above.controlGroups.reduce((sum, { weight }) => sum + weight, 0);
    expect(25 * (1 - (0.6 * earned) / weights / 100)).toBeLessThan(below.score);
    expect(above.steps.some(({ rule }) => rule === "limited-at-gate")).toBe(true);
  });

  test("a better proven answer never raises the score", () => {
    const order: (EvidenceStatus | undefined)[] = ["rejected", undefined, "attached", "accepted", "verified"];
    fc.assert(
      fc.property(answers, fc.constantFrom(...questionnaire.questions.keys()), fc.nat(3), (given, code, place) => {
        const proven = (status: EvidenceStatus | undefined): Answers => {
          const evidence = status === undefined ? [] : [{ id: "d1", status }];
          return { ...given, [code]: { ...given[code], evidence } };
        };
        const better = rateAnswers(proven(order[place + 1])).score;
        expect(better).toBeLessThanOrEqual(rateAnswers(proven(order[place])).score);
      }),
      cases,
    );
  });

  test("an answer that does not apply changes nothing", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { asked } = walk(questionnaire, given, factsOf(inputFor(given)));
        const applying = Object.fromEntries(Object.entries(given).filter(([code]) => asked.has(code)));
        expect(rateAnswers(applying)).toEqual(rateAnswers(given));
      }),
      cases,
    );
  });

  test("the same answers give the same bytes, in whatever order they were kept", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const turned = Object.fromEntries(Object.entries(structuredClone(given)).reverse());
        expect(JSON.stringify(rateAnswers(turned))).toBe(JSON.stringify(rateAnswers(given)));
      }),
      cases,
    );
  });

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

  test("the lines add up to the score exactly", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { steps, score } = rateAnswers(given);
        expect(steps.reduce((sum, { points }) => sum + cents(points), 0)).toBe(cents(score));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
      cases,
    );
  });

  test("a knock-out never shows a band under its floor", () => {
    let knockedOut = 0;
    fc.assert(
      fc.property(answers, (given) => {
        const { band, scoreBand, floor } = rateAnswers(given);
        if (floor === null) {
          expect(band).toBe(scoreBand);
          return;
        }
        knockedOut += 1;
        expect(bandOrder.indexOf(band)).toBeGreaterThanOrEqual(bandOrder.indexOf(floor.band));
        expect(bandOrder.indexOf(band)).toBeGreaterThanOrEqual(bandOrder.indexOf(scoreBand));
      }),
      cases,
    );
    expect(knockedOut).toBeGreaterThan(300);
  });

  test("what remains under a floor is the score by a rule set in which knock-outs have no points", () => {
    const pointless: RuleSet = {
      ...ruleSet,
      redFlags: Object.fromEntries(
        Object.entries(ruleSet.redFlags).map(([code, question]) => {
          const rules = question.rules.map((rule) => (rule.floor === undefined ? rule : { ...rule, points: 0 }));
          return [code, { ...question, rules }];
        }),
      ),
    };
    let less = 0;
    fc.assert(
      fc.property(answers, (given) => {
        const { floor, remaining, score } = rateAnswers(given);
        if (floor === null) {
          expect(remaining).toBeNull();
          return;
        }
        const without = rateAnswers(given, { ruleSet: pointless });
        expect(remaining).toEqual({ score: without.score, band: without.scoreBand });
        expect(remaining?.score).toBeLessThanOrEqual(score);
        if (without.score < score) less += 1;
      }),
      cases,
    );
    expect(less).toBeGreaterThan(100);
  });
});

function asks(given: Answers, question: string): boolean {
  return walk(questionnaire, given, factsOf(inputFor(given))).asked.has(question);
}

/** The same supplier with the first site under each of these ids, every head of it counted `times`. */
function withSite(given: Answers, times: number, ids: readonly string[]): Answers {
  const split = (code: string, part: string, change: (row: Row, id: string) => Row): Answer | undefined => {
    const answer = given[code];
    const rows = answer?.value?.[part];
    if (!answer?.value || !Array.isArray(rows)) return answer;
    const next = (rows as readonly Row[]).flatMap((row) => {
      const here = code === "B1" ? row.id === "s1" : row.cells.site === "s1";
      return here ? ids.map((id) => change(row, id)) : [row];
    });
    return { ...answer, value: { ...answer.value, [part]: next } };
  };
  const counted = (cells: Row["cells"]) =>
    Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, typeof cell === "number" ? cell * times : cell]));
  const atSite = (row: Row, id: string): Row => ({ id: `${row.id}-${id}`, cells: { ...counted(row.cells), site: id } });
  const goods = given.C1?.value?.goods;
  const made = Array.isArray(goods)
    ? (goods as readonly Row[]).map((row) => {
        const sites = row.cells.sites;
        const more = Array.isArray(sites) && sites.includes("s1") ? [...new Set([...sites, ...ids])] : sites;
        return { ...row, cells: { ...row.cells, ...(more !== undefined && { sites: more }) } };
      })
    : undefined;
  const changed = {
    ...given,
    B1: split("B1", "sites", (row, id) => ({ id, cells: counted(row.cells) })),
    D1: split("D1", "workforce", atSite),
    D2: split("D2", "foreign", atSite),
    C1: made === undefined ? given.C1 : { ...given.C1, value: { ...given.C1?.value, goods: made } },
  };
  return Object.fromEntries(
    Object.entries(changed).filter((entry): entry is [string, Answer] => entry[1] !== undefined),
  );
}
