import { describe, expect, test } from "vitest";
import type { Answers, Facts } from "#questionnaires/answers";
import { DefinitionError, loadQuestionnaire } from "#questionnaires/load";
import { readQuestion, readRow } from "#questionnaires/reading";
import { contradictions, walk } from "#questionnaires/walk";
import { forcedLabour } from "#tests/support/questionnaires";
import { allRegimes, row } from "./firms";
import { context, fields } from "./forms";

const questionnaire = forcedLabour(2);

type Json = Record<string, unknown>;

/** A survey of one section with these questions, each with the parts that are given. */
function survey(questions: Readonly<Record<string, readonly Json[]>>, more: Json = {}, ofQuestions: Json = {}) {
  return loadQuestionnaire({
    id: "survey",
    version: 2,
    sourceLanguage: "en",
    regimes: ["uflpa"],
    groups: ["all"],
    contradictions: [],
    ...more,
    sections: [
      {
        id: "A",
        group: "all",
        questions: Object.entries(questions).map(([id, parts]) => ({
          id,
          core: true,
          unsure: [],
          evidence: false,
          words: [],
          ...ofQuestions,
          parts,
        })),
      },
    ],
  });
}

function problemsOf(...asked: Parameters<typeof survey>): readonly string[] {
  try {
    survey(...asked);
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems;
  }
  return [];
}

const names = { id: "rows", type: "table", named: "name", min: 0, max: 5, columns: [{ id: "name", type: "text" }] };
const number = (id: string, more: Json = {}) => ({ id, type: "number", ...more });
const date = (id: string, more: Json = {}) => ({ id, type: "date", precision: "month", ...more });
const choice = (id: string, more: Json = {}) => ({ id, type: "one", options: ["a", "b"], ...more });
const columns = (...all: readonly Json[]) => ({ ...names, named: "kind", columns: [choice("kind"), ...all] });
const fill = (more: Json) => ({
  ...names,
  columns: [{ id: "name", type: "one", list: "materials" }],
  fill: { question: "A1", part: "all", into: "name", ...more },
});
const all = { id: "all", type: "many", list: "materials", also: ["none"] };

describe("a definition is refused", () => {
  test.each<[string, Parameters<typeof survey>, string]>([
    [
      "whose limit names nothing",
      [{ A1: [number("asked", { atMost: "all" })] }],
      'A1.asked: atMost: there is no number "all" beside it',
    ],
    [
      "whose date begins with itself",
      [{ A1: [date("to", { notBefore: "to" })] }],
      'A1.to: notBefore: there is no date "to" beside it',
    ],
    [
      "whose window is no month",
      [{ A1: [date("to", { earliest: "2018-13" })] }],
      'A1.to: earliest: "2018-13" is no month',
    ],
    [
      "whose column hangs on no choice",
      [{ A1: [columns({ id: "x", type: "text", when: { column: "name", in: ["a"] } })] }],
      'A1.rows: column x: when: "name" is no column of options',
    ],
    [
      "whose column hangs on no option",
      [{ A1: [columns({ id: "x", type: "text", when: { column: "kind", in: ["c"] } })] }],
      'A1.rows: column x: when: there is no option "c"',
    ],
    [
      "whose part applies by a row",
      [{ A1: [{ id: "x", type: "text", when: { column: "kind", in: ["a"] } }] }],
      "A1.x: only a column applies by its row",
    ],
    [
      "with answers beside no list",
      [{ A1: [choice("x", { also: ["unknown"] })] }],
      "A1.x: also: there is no list beside which they could stand",
    ],
    [
      "whose table fills itself from nothing",
      [{ A1: [fill({ part: "none-such" })] }],
      'A1.rows: fill: "A1.none-such" has no rows and no choices',
    ],
    [
      "whose table fills no column",
      [{ A1: [all, fill({ into: "other" })] }],
      'A1.rows: fill: "other" is no column of one choice',
    ],
    [
      "whose table leaves out what there is not",
      [{ A1: [all, fill({ except: ["nothing"] })] }],
      'A1.rows: fill: except: there is no choice "nothing"',
    ],
    [
      "whose table shows no figure",
      [{ A1: [all, fill({ beside: "workers" })] }],
      'A1.rows: fill: beside: "workers" is no column of figures',
    ],
    ["that fills in a circle", [{ A1: [fill({ part: "rows" })] }], "conditions: circle A1.rows -> A1.rows"],
    [
      "with a row that most have and none need",
      [{ A1: [{ ...names, usuallyOne: true }] }],
      "A1.rows: usuallyOne: there may be none",
    ],
    [
      "with none at once beside more",
      [{ A1: [{ ...names, noneAtOnce: true }, choice("x")] }],
      "A1.rows: noneAtOnce: the question asks for more",
    ],
    [
      "with all at once of no option",
      [{ A1: [{ id: "x", type: "matrix", rows: ["r"], options: ["a", "b"], allAtOnce: "c" }] }],
      'A1.x: allAtOnce: there is no option "c"',
    ],
    ["that is newer than itself", [{ A1: [choice("x", { since: 3 })] }], "A1.x: since 3 is later than this version"],
    [
      "with a mark on no option",
      [{ A1: [choice("x", { optionsSince: { c: 2 } })] }],
      'A1.x: since: there is no option "c"',
    ],
    [
      "that asks what is retired",
      [{ A1: [choice("x")] }, {}, { retired: [{ part: "x", option: "a", until: 1 }] }],
      "A1.x.a: it is retired and asked",
    ],
    [
      "that retires for a version to come",
      [{ A1: [choice("x")] }, {}, { retired: [{ part: "y", until: 2 }] }],
      "A1.y: until 2 is no version before this one",
    ],
    [
      "that puts aside what must be answered",
      [{ A1: [choice("x")] }, {}, { aside: true }],
      "A1: aside: it must be answered",
    ],
    [
      "with a condition for a way that it does not offer",
      [{ A1: [choice("x")] }, {}, { unsureIf: { na: { question: "A1", asked: true } } }],
      'A1: it does not offer "na"',
    ],
    [
      "with a date for no law",
      [{ A1: [choice("x")] }, { regimesFrom: { other: "2027-12-14" } }],
      'regimesFrom: there is no regime "other"',
    ],
    [
      "that changed nothing there is",
      [{ A1: [choice("x")] }, { changes: [{ id: "one", at: ["A1.y"] }] }],
      "changes one: there is no A1.y",
    ],
    [
      "that looks for a text in a list",
      [
        {
          A1: [choice("x", { shown: { question: "A1", part: "y", inList: "dprk-hosts" } }), { id: "y", type: "text" }],
        },
      ],
      "A1.x: only a choice from a list can be in one",
    ],
  ])("%s", (_name, asked, problem) => {
    expect(problemsOf(...asked)).toContain(problem);
  });

  test("and none of this is said of one that is right", () => {
    const table = { ...fill({ except: ["none"], more: true }), min: 1 };
    expect(
      problemsOf({
        A1: [all, table],
        A2: [date("from"), date("to", { notBefore: "from", past: true, unknown: true, earliest: "2018-01" })],
      }),
    ).toEqual([]);
  });
});

describe("a column that applies by its row", () => {
  const goods = questionnaire.questions.get("C1");
  const part = goods?.parts[0];
  if (!goods || part?.type !== "table") throw new Error("C1 has no table");
  const typed = { "C1.goods.product": "x", "C1.goods.sites": "s1", "C1.goods.markets": "us" };
  const read = (more: Readonly<Record<string, string>>) => readRow(goods, part, fields({ ...typed, ...more }), context);

  test("is asked for where it applies", () => {
    expect(read({ "C1.goods.kind": "service" }).errors).toEqual([{ field: "C1.goods.sector", code: "required" }]);
    expect(read({ "C1.goods.kind": "goods" }).errors?.map(({ field }) => field)).toEqual([
      "C1.goods.hs",
      "C1.goods.good",
    ]);
    const unknown = { "C1.goods.hs": "unknown", "C1.goods.good": "not-listed" };
    expect(read({ "C1.goods.kind": "goods", ...unknown }).cells).toMatchObject({ hs: "unknown", good: "not-listed" });
  });

  test("is no answer where it does not, whatever was typed there", () => {
    const both = {
      "C1.goods.kind": "service",
      "C1.goods.sector": "repair",
      "C1.goods.hs": "99x",
      "C1.goods.good": "not-listed",
    };
    expect(Object.keys(read(both).cells ?? {})).toEqual(["product", "kind", "sector", "sites", "markets"]);
    const kept = row("g1", {
      product: "x",
      kind: "service",
      sector: "repair",
      hs: "61",
      sites: ["s1"],
      markets: ["us"],
    });
    const given: Answers = { B1: { value: { sites: [row("s1", {})] } }, C1: { value: { goods: [kept] } } };
    expect(walk(questionnaire, given, allRegimes).answers.C1?.value?.goods).toEqual([
      row("g1", { product: "x", kind: "service", sector: "repair", sites: ["s1"], markets: ["us"] }),
    ]);
    expect(walk(questionnaire, given, allRegimes).stateOf("C1")).toBe("answered");
  });
});

describe("a table that fills itself", () => {
  const sites = { B1: { value: { sites: [row("s1", {}), row("s2", {})] } } };
  const full = (site: string) => row(site, { site, own: 1, agency: 0, contractor: 0, trainee: 0, home: 0 });
  const stateOf = (rows: readonly ReturnType<typeof row>[]) =>
    walk(questionnaire, { ...sites, D1: { value: { workforce: rows } } }, allRegimes);

  test("is whole when every source has its row", () => {
    expect(stateOf([full("s1"), full("s2")]).stateOf("D1")).toBe("answered");
    expect(stateOf([full("s1")]).stateOf("D1")).toBe("partly");
    expect(stateOf([full("s1"), row("s2", { site: "s2" })]).stateOf("D1")).toBe("partly");
  });

  test("does not count rows whose source is gone", () => {
    const walked = stateOf([full("s1"), full("s2"), full("s3")]);
    expect(walked.answers.D1?.value?.workforce).toEqual([full("s1"), full("s2")]);
    expect(walked.stateOf("D1")).toBe("answered");
  });

  test("invents no answer for a question that is blank", () => {
    const walked = walk(questionnaire, sites, allRegimes);
    expect([walked.stateOf("D1"), walked.answers.D1]).toEqual(["blank", undefined]);
  });
});

describe("values that must go together", () => {
  const stateOf = (question: string, value: NonNullable<Answers[string]["value"]>) =>
    walk(questionnaire, { [question]: { value } }, { ...allRegimes, inherent: 70 }).stateOf(question);
  const past = (from: string, to: string) => stateOf("E2", { "since-2018": "yes", from, to });

  test("leave a question open while they do not, wherever they come from", () => {
    expect([past("2018-01", "2019-03"), past("2019-03", "2019-03"), past("unknown", "2019-03")]).toEqual([
      "answered",
      "answered",
      "answered",
    ]);
    expect([
      past("2022-06", "2019-01"),
      past("2015-01", "2017-12"),
      stateOf("E2", { "since-2018": "yes", from: "2018-01" }),
    ]).toEqual(["partly", "partly", "partly"]);
    expect(stateOf("L1", { suppliers: 100, asked: 1, answered: 1 })).toBe("answered");
    expect(stateOf("L1", { suppliers: 4, asked: 5, answered: 1 })).toBe("partly");
    expect(stateOf("L1", { suppliers: 4, asked: 3, answered: 4 })).toBe("partly");
  });

  test("are told at the field, with the figure that it cannot pass", () => {
    const question = questionnaire.questions.get("L1");
    if (!question) throw new Error("there is no L1");
    const read = readQuestion(question, fields({ "L1.suppliers": "4", "L1.asked": "9", "L1.answered": "5" }), context);
    expect(read.errors).toEqual([{ field: "L1.asked", code: "too-large", params: { max: 4 } }]);
  });

  test("that are not known are on no side of a bound", () => {
    const asked = survey({
      A1: [date("d", { unknown: true })],
      A2: [choice("x", { shown: { question: "A1", part: "d", atLeast: "2019-12" } }), { id: "y", type: "text" }],
    });
    const shown = (d: string) =>
      walk(asked, { A1: { value: { d } }, A2: { value: { x: "a", y: "t" } } }, allRegimes).answers.A2?.value?.x;
    expect([shown("2020-01"), shown("2019-11"), shown("unknown")]).toEqual(["a", undefined, undefined]);
  });
});

describe("a way of leaving a question open that hangs on a condition", () => {
  const facts = { ...allRegimes, inherent: 70 };
  const given = (suppliers: number): Answers => ({
    L1: { value: { suppliers, asked: 0, answered: 0 } },
    L2: { unsure: "na" },
  });

  test("counts only while it holds", () => {
    expect(walk(questionnaire, given(0), facts).stateOf("L2")).toBe("answered");
    expect(walk(questionnaire, given(3), facts).stateOf("L2")).toBe("blank");
    expect(walk(questionnaire, { L2: { unsure: "na" } }, facts).stateOf("L2")).toBe("blank");
    expect(walk(questionnaire, { ...given(3), L2: { unsure: "dk" } }, facts).stateOf("L2")).toBe("answered");
  });

  test("is refused by its form otherwise", () => {
    const question = questionnaire.questions.get("L2");
    if (!question) throw new Error("there is no L2");
    const read = (suppliers: number) =>
      readQuestion(question, fields({ "L2.answer": "~na" }), {
        ...context,
        walk: walk(questionnaire, given(suppliers), facts),
      });
    expect(read(0).answer).toEqual({ unsure: "na" });
    expect(read(3).errors).toEqual([{ field: "L2.answer", code: "unknown-option" }]);
  });
});

describe("a list that is handed in", () => {
  const firm: Answers = {
    B1: { value: { sites: [row("s1", { name: "x", country: "CD", work: "production", workers: 2 })] } },
    C1: {
      value: {
        goods: [
          row("g", { product: "x", kind: "goods", hs: "61", good: "not-listed", sites: ["s1"], markets: ["us"] }),
        ],
      },
    },
    D1: { value: { workforce: [row("s1", { site: "s1", own: 1, agency: 1, contractor: 0, trainee: 0, home: 0 })] } },
    E1: { value: { answer: "no" } },
    E9: { value: { answer: ["agents-word"] } },
  };
  const found = (lists: Facts["lists"]) =>
    contradictions(walk(questionnaire, firm, { ...allRegimes, lists })).map(({ id }) => id);

  test("decides by the edition, and nothing without it", () => {
    expect(found({ "dprk-hosts": new Set(["CD"]) })).toContain("c16");
    expect(found({ "dprk-hosts": new Set(["RU"]) })).not.toContain("c16");
    expect(found(undefined)).not.toContain("c16");
    expect(JSON.stringify(questionnaire.definition)).not.toMatch(/"in":\["AE"/);
  });
});
