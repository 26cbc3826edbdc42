import { describe, expect, it } from "vitest";
import { DefinitionError, loadQuestionnaire } from "#questionnaires/load";

type Json = Record<string, unknown>;
const question = (id: string, more: Json = {}): Json => ({
  id,
  core: true,
  unsure: ["dk"],
  evidence: false,
  words: [],
  parts: [{ id: "answer", type: "one", options: ["yes", "no"] }],
  ...more,
});
const questionnaire = (...questions: Json[]): Json => ({
  id: "sample",
  version: 1,
  sourceLanguage: "en",
  regimes: ["uk-msa"],
  groups: ["all"],
  sections: [{ id: "A", group: "all", questions }],
  contradictions: [],
});
const withPart = (part: Json) => questionnaire(question("A1", { parts: [part] }));
const table = (more: Json = {}): Json => ({
  id: "rows",
  type: "table",
  named: "name",
  columns: [
    { id: "name", type: "text" },
    { id: "workers", type: "number", min: 0 },
  ],
  min: 0,
  max: 10,
  ...more,
});

function problemsOf(json: unknown): readonly string[] {
  try {
    loadQuestionnaire(json);
    return [];
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems;
    throw error;
  }
}

describe("a definition", () => {
  it("loads when everything in it stands for something", () => {
    const loaded = loadQuestionnaire(
      questionnaire(question("A1"), question("A2", { shown: { question: "A1", is: "yes" } })),
    );
    expect(loaded.key).toBe("sample@1");
    expect(loaded.sectionOf("A2").id).toBe("A");
    expect(() => loaded.sectionOf("Z9")).toThrow("no question Z9");
  });

  it("is walked so that a question comes after what its condition names", () => {
    const loaded = loadQuestionnaire(
      questionnaire(question("A1", { shown: { question: "A2", is: "yes" } }), question("A2")),
    );
    expect(loaded.order.map(({ id }) => id)).toEqual(["A2", "A1"]);
    expect([...loaded.questions.keys()]).toEqual(["A1", "A2"]);
  });

  it("is refused for a circle of questions, with the way round it", () => {
    const on = (id: string) => ({ shown: { all: [{ question: id, is: "yes" }] } });
    const circle = questionnaire(question("A1", on("A3")), question("A2", on("A1")), question("A3", on("A2")));
    expect(problemsOf(circle)).toEqual(["conditions: circle A1 -> A3 -> A2 -> A1"]);
    expect(problemsOf(questionnaire(question("A1", on("A1"))))).toEqual(["conditions: circle A1 -> A1"]);
  });

  it("is refused for a circle of the parts of one question", () => {
    const part = (id: string, other: string) => ({
      id,
      type: "one",
      options: ["yes"],
      shown: { question: "A1", part: other, is: "yes" },
    });
    const circle = questionnaire(question("A1", { parts: [part("a", "b"), part("b", "a")] }));
    expect(problemsOf(circle)).toEqual(["conditions: circle A1.a -> A1.b -> A1.a"]);
  });

  it.each<[string, Json, string]>([
    ["a question twice", questionnaire(question("A1"), question("A1")), 'the question "A1" is there twice'],
    ["an option twice", withPart({ id: "answer", type: "one", options: ["a", "a"] }), 'the option "a" is there twice'],
    ["no options", withPart({ id: "answer", type: "one" }), "either options or a list"],
    ["an exclusive stranger", withPart({ id: "a", type: "many", options: ["b"], exclusive: ["c"] }), 'no option "c"'],
    ["a total of words", withPart(table({ totals: ["name"] })), '"name" is no column of figures'],
    ["a name that is no column", withPart(table({ named: "title" })), 'there is no column "title"'],
    [
      "a column twice",
      withPart(table({ columns: [table().columns, table().columns].flat().slice(0, 3) })),
      "is there twice",
    ],
    ["sites that are nowhere", withPart({ id: "a", type: "one", list: "sites" }), "no table of sites"],
    ["an unknown law", questionnaire(question("A1", { regimes: ["x"] })), 'no regime "x"'],
    ["a reserved name", withPart({ id: "constructor", type: "text" }), 'the name "constructor" is reserved'],
    ["a reserved option", withPart({ id: "a", type: "one", options: ["toString"] }), 'the name "toString" is reserved'],
  ])("is refused for %s", (_what, json, problem) => {
    expect(problemsOf(json).join("\n")).toContain(problem);
  });

  it.each<[Json, string]>([
    [{ question: "Z1", is: "yes" }, "there is no question Z1"],
    [{ question: "A1", part: "other", is: "yes" }, 'A1 has no part "other"'],
    [{ question: "A1", is: "maybe" }, 'there is no option "maybe"'],
    [{ question: "A1", in: ["yes", "maybe"] }, 'there is no option "maybe"'],
    [{ question: "A1", is: 1 }, "is not of type one"],
    [{ question: "A1", above: 1 }, "cannot be compared with one"],
    [{ question: "A1", includes: "yes" }, "only several options can include something"],
    [{ question: "A1", unsure: ["legal"] }, 'A1 does not offer "legal"'],
    [{ question: "A1", column: "x", is: "yes" }, '"answer" is no table'],
    [{ question: "A1", row: "x", is: "yes" }, '"answer" has no rows'],
    [{ question: "A2", part: "rows", column: "x", is: "yes" }, '"rows" has no column "x"'],
    [{ question: "A2", part: "rows", column: "name", of: "sum", above: 1 }, '"name" is no column of figures'],
    [{ fact: "regimes", includes: "x" }, 'there is no regime "x"'],
    [{ not: { any: [{ question: "Z1", asked: true }] } }, "there is no question Z1"],
  ])("is refused for the condition %j", (shown, problem) => {
    const json = questionnaire(question("A1"), question("A2", { parts: [table()] }), question("A3", { shown }));
    expect(problemsOf(json).join("\n")).toContain(problem);
  });

  it("is refused for a condition with two tests or none", () => {
    expect(
      problemsOf(questionnaire(question("A1"), question("A2", { shown: { question: "A1", is: "yes", in: [] } }))),
    ).toHaveLength(1);
    expect(problemsOf(questionnaire(question("A1"), question("A2", { shown: { question: "A1" } })))).toHaveLength(1);
  });

  it("is refused for contradictions about questions that are not there", () => {
    const json = questionnaire(question("A1"));
    json.contradictions = [{ id: "c1", severity: "error", questions: ["A9"], when: { question: "A1", is: "yes" } }];
    expect(problemsOf(json)).toEqual(["c1: there is no question A9"]);
  });
});

describe("an uploaded file", () => {
  const nested = (levels: number): Json => {
    let condition: Json = { question: "A1", is: "yes" };
    for (let level = 1; level < levels; level += 1) condition = { not: condition };
    return questionnaire(question("A1"), question("A2", { shown: condition }));
  };

  it("may nest conditions 20 deep and no deeper", () => {
    expect(problemsOf(nested(20))).toEqual([]);
    expect(problemsOf(nested(21))).toEqual(["A2: conditions nested more than 20 deep"]);
  });

  it("is refused before its depth can hurt", () => {
    expect(problemsOf(nested(100_000))).toEqual(["file: nested more than 100 levels deep"]);
  });

  it("is refused above ten thousand options", () => {
    const options = Array.from({ length: 10_001 }, (_, index) => `o${index}`);
    expect(problemsOf(withPart({ id: "a", type: "one", options }))).toContain("file: more than 10000 options");
  });

  it("is refused above one megabyte", () => {
    expect(problemsOf({ ...questionnaire(question("A1")), id: "a".repeat(1_000_001) })).toEqual([
      "file: larger than 1000000 bytes",
    ]);
  });

  it("is refused for names that reach into objects, and changes nothing", () => {
    const json: unknown = JSON.parse('{"id": "sample", "__proto__": {"polluted": true}}');
    expect(problemsOf(json)).toEqual(['file: the name "__proto__" is reserved']);
    expect("polluted" in {}).toBe(false);
  });

  it.each([null, undefined, 3, "x", [], {}, Number.NaN])("is refused when it is %j", (json) => {
    expect(problemsOf(json).length).toBeGreaterThan(0);
  });
});
