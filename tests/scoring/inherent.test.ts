import { describe, expect, test } from "vitest";
import type { Answers, Cell } from "#questionnaires/answers";
import { findEdition } from "#scoring/editions/index";
import { exampleAnswers, rateAnswers } from "./rating-support";

const clean = exampleAnswers("clean");

type Cells = Readonly<Record<string, Cell>>;
const table = (all: readonly Cells[]) => all.map((cells, place) => ({ id: `r${place + 1}`, cells }));

/** One site with this workforce, by default in Portugal. */
function siteWith(
  split: Partial<Record<"own" | "agency" | "contractor" | "trainee" | "home", number>>,
  country = "PT",
) {
  const cells = { site: "s1", own: 0, agency: 0, contractor: 0, trainee: 0, home: 0, ...split };
  const workers = Object.values(split).reduce((sum, heads) => sum + heads, 0);
  const site = { id: "s1", cells: { name: "A", country, activity: "sewing", workers } };
  return { ...clean, B1: { value: { sites: [site] } }, D1: { value: { workforce: [{ id: "w1", cells }] } } };
}

const withForeign = (answers: Answers, foreign: readonly Cells[], housed = 0): Answers => ({
  ...answers,
  D2: { value: { foreign: table(foreign.map((cells) => ({ site: "s1", ...cells }))), internal: 0 } },
  D3: { value: { answer: "direct" } },
  D4: { value: { answer: housed } },
});
const siteOf = (answers: Answers) => rateAnswers(answers).sites[0];

describe("the workforce of a site", () => {
  // By hand: 10 + 20 x min(1, share / 0.5).
  test.each([
    ["agency", 30],
    ["contractor", 30],
    ["trainee", 30],
    ["home", 10],
  ] as const)("counts %s workers as indirect, or not", (kind, W) => {
    const answers = { ...siteWith({ own: 50, [kind]: 50 }), D4: { value: { answer: 0 } } };
    expect(siteOf(answers)?.W).toBe(W);
  });

  // By hand: 10 + 35 x 0.4 for 20 of 100, and 15 when more than half come from Tier 2 Watch List, Tier 3 or a special case.
  test.each([
    ["half from Tier 3", 10, 24],
    ["more than half from Tier 3", 11, 39],
  ])("of whom %s", (_, exposed, W) => {
    const foreign = [
      { nationality: "MM", workers: exposed },
      { nationality: "FR", workers: 20 - exposed },
    ];
    expect(siteOf(withForeign(siteWith({ own: 100 }), foreign))?.W).toBe(W);
  });

  test.each([
    ["a quarter", 25, 24],
    ["more than a quarter", 26, 34],
  ])("of whom %s live in housing of the employer", (_, housed, W) => {
    expect(siteOf(withForeign(siteWith({ own: 100 }), [{ nationality: "FR", workers: 20 }], housed))?.W).toBe(W);
  });
});

describe("the goods of a site", () => {
  const material = (cells: Cells) => ({ ...siteWith({ own: 10 }), C2: { value: { materials: table([cells]) } } });

  test("are as risky as their materials where these come from, and where they are used if that is not known", () => {
    const inChina = { ...siteWith({ own: 10 }, "CN"), C2: { value: { materials: table([{ material: "cotton" }]) } } };
    expect(siteOf(inChina)?.S).toBe(90);
    expect(siteOf(material({ material: "cotton", country: "CN" }))?.S).toBe(90);
    expect(siteOf(material({ material: "cotton", country: "PT" }))?.S).toBe(60);
    expect(siteOf(material({ material: "cotton" }))?.S).toBe(60);
  });
});

describe("transparency", () => {
  const T = (suppliers: number, asked: number, answered: number) =>
    siteOf({ ...clean, L1: { value: { suppliers, asked, answered } } })?.T;

  test("is the share of the suppliers asked that did not answer", () => {
    expect([T(20, 10, 8), T(20, 10, 10), T(20, 0, 0), T(0, 0, 0)]).toEqual([20, 0, 100, 0]);
  });

  test("is the mean of the parts that apply", () => {
    const steps = table([{ step: "sewing" }, { step: "cutting", partner: "A" }]);
    const C3 = { value: { answer: "some" } };
    const materials = {
      ...clean,
      E4: { value: { steps } },
      C2: { value: { materials: table([{ material: "tea" }]) } },
      C3,
    };
    expect(siteOf({ ...materials, L1: { value: { suppliers: 5, asked: 5, answered: 4 } } })?.T).toBe(40);
  });
});

describe("the country of a site", () => {
  // Tiers as published: Viet Nam moved nearly every year; Libya is a special case, Greenland is not ranked.
  test.each([
    ["tip-2020", "VN", "2WL", 65],
    ["tip-2021", "VN", "2WL", 65],
    ["tip-2022", "VN", "3", 90],
    ["tip-2023", "VN", "2WL", 65],
    ["tip-2024", "VN", "2", 40],
    ["tip-2025", "VN", "2", 40],
    ["tip-2025", "LY", "SC", 90],
    ["tip-2025", "GL", "unranked", 65],
    ["tip-2025", "US", "1", 15],
    ["tip-2025", "PT", "2", 40],
  ])("in %s: %s is %s", (id, country, tier, C) => {
    const edition = findEdition(id);
    expect(edition).toBeDefined();
    const { sites, countryFactor } = rateAnswers(siteWith({ own: 10 }, country), { edition });
    expect(sites[0]).toMatchObject({ tier, C });
    expect(countryFactor).toBeCloseTo(0.8 + (0.6 * C) / 100, 10);
  });
});
