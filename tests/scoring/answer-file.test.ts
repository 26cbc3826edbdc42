import { describe, expect, test } from "vitest";
import { AnswerFileError, readAnswerFile } from "#scoring/answer-files/answer-file";

const read = (file: unknown) => readAnswerFile(JSON.stringify(file), "2025-11-15");

function refusal(file: unknown): string {
  try {
    read(file);
  } catch (error) {
    if (error instanceof AnswerFileError) return error.message;
    throw error;
  }
  throw new Error("The file was read");
}

describe("a file for the rate command", () => {
  test("needs nothing but answers", () => {
    const input = read({ answers: { E1: { value: { answer: "no" } } } });
    expect(input).toMatchObject({ asOf: "2025-11-15", signed: false, regimes: [], modules: [] });
    expect([input.questionnaire.key, input.ruleSet.id, input.edition.id]).toEqual([
      "forced-labour@1",
      "standard-2026.1",
      "tip-2025",
    ]);
  });

  test.each([
    ["unknown question", { answers: { Z9: {} } }, 'answers.Z9: unknown question "Z9"'],
    [
      "unknown option",
      { answers: { E1: { value: { answer: "maybe" } } } },
      'answers.E1.value.answer: unknown option "maybe"',
    ],
    ["unknown part", { answers: { E1: { value: { x: "yes" } } } }, 'answers.E1.value.x: unknown part "x"'],
    [
      "unknown column",
      { answers: { C2: { value: { materials: [{ id: "a", cells: { x: 1 } }] } } } },
      'answers.C2.value.materials.0.cells.x: unknown column "x"',
    ],
    [
      "unknown country",
      { answers: { B1: { value: { sites: [{ id: "a", cells: { country: "ZZ" } }] } } } },
      '"ZZ" is not in the list countries',
    ],
    [
      "a row twice",
      {
        answers: {
          C2: {
            value: {
              materials: [
                { id: "a", cells: {} },
                { id: "a", cells: {} },
              ],
            },
          },
        },
      },
      "used twice",
    ],
    ["text for a number", { answers: { D4: { value: { answer: "7" } } } }, "answers.D4.value.answer: must be a number"],
    ["unsure not offered", { answers: { E1: { unsure: "na" } } }, 'answers.E1.unsure: E1 does not offer "na"'],
    ["both unsure and a value", { answers: { E1: { unsure: "dk", value: { answer: "no" } } } }, "answers.E1"],
    ["unknown edition", { edition: "tip-1999", answers: {} }, 'edition: unknown edition "tip-1999"'],
    ["unknown rule set", { ruleSet: "x", answers: {} }, 'ruleSet: unknown rule set "x"'],
    ["unknown questionnaire", { questionnaire: "x@1", answers: {} }, 'questionnaire: unknown questionnaire "x@1"'],
    ["unknown regime", { regimes: ["x"], answers: {} }, 'regimes.0: unknown regime "x"'],
    ["no answers", {}, "answers: is missing"],
    ["answers as a list", { answers: [] }, "answers: must be an object"],
    ["an answer without a value", { answers: { E1: "yes" } }, "answers.E1: must be an object"],
    [
      "a value of no kind",
      { answers: { E1: { value: { answer: true } } } },
      "answers.E1.value.answer: must be text, a number,",
    ],
    ["a field that is not known", { surprise: 1, answers: {} }, 'unknown field "surprise"'],
    ["a day that is none", { asOf: "2025-13-01", answers: {} }, "asOf: must be a day such as 2025-03-31"],
    [
      "an unknown status of a document",
      { answers: { E1: { evidence: [{ id: "a", status: "fine" }] } } },
      "answers.E1.evidence.0.status: must be one of attached, accepted",
    ],
    ["a version written another way", { questionnaire: "forced-labour@1.0", answers: {} }, "there are forced-labour@1"],
    [
      "an option that stands alone, with others",
      { answers: { B2: { value: { answer: ["none", "prison"] } } } },
      'answers.B2.value.answer: "none" goes with no other option',
    ],
    [
      "an option twice",
      { answers: { H1: { value: { answer: ["agent", "agent"] } } } },
      'answers.H1.value.answer.1: "agent" is chosen twice',
    ],
    [
      "part of a person",
      { answers: { D4: { value: { answer: 1.5 } } } },
      "answers.D4.value.answer: must be a whole number",
    ],
    [
      "more decimals than are kept",
      { answers: { F4: { value: { months: 1.25 } } } },
      "answers.F4.value.months: has more than 1 decimals",
    ],
    [
      "more rows than fit",
      {
        answers: {
          C2: { value: { materials: Array.from({ length: 61 }, (_, place) => ({ id: `m${place}`, cells: {} })) } },
        },
      },
      "answers.C2.value.materials: has 61 rows; at most 60 fit",
    ],
    [
      "a lifted knock-out that is none",
      { lifted: [{ question: "E1", rule: "x" }], answers: {} },
      'lifted.0: E1 has no knock-out "x"',
    ],
    ["a lifted red flag", { lifted: [{ question: "D3", rule: "agent-layers" }], answers: {} }, "lifted.0: D3 has no"],
    ["a law that is none", { notRebutted: ["x"], answers: {} }, 'notRebutted.0: unknown law "x"'],
  ])("says where it is wrong: %s", (_, file, message) => {
    expect(() => read(file)).toThrow(message);
  });

  test.each(["", "{", '{"answers":{}} x', '{"answers":{"__proto__":{"unsure":"dk"}}}'])(
    "that is not JSON, or reaches into objects, says so: %j",
    (text) => {
      expect(() => readAnswerFile(text, "2025-11-15")).toThrow("The file is not JSON");
    },
  );

  test("is read the same with a byte order mark and with Windows line ends", () => {
    const text = JSON.stringify({ answers: { E1: { value: { answer: "no" } } } }, null, 2);
    const plain = readAnswerFile(text, "2025-11-15");
    expect(readAnswerFile(`\uFEFF${text.replaceAll("\n", "\r\n")}`, "2025-11-15")).toEqual(plain);
  });

  test("is refused in one short line, whatever its names hold", () => {
    const names = ["E1\nFAKE: fine", "\u001b[31mred", "x".repeat(100_000)];
    for (const name of names) {
      const told = [{ answers: { [name]: {} } }, { [name]: 1, answers: {} }, { edition: name, answers: {} }].map(
        refusal,
      );
      for (const message of told) {
        expect(message.length).toBeLessThan(700);
        expect(message).not.toMatch(/\p{Cc}/u);
      }
    }
  });
});

describe("a file of answers to version 2", () => {
  const second = (answers: unknown) => read({ questionnaire: "forced-labour@2", answers });
  const goods = (cells: unknown) => ({ C1: { value: { goods: [{ id: "g", cells }] } } });
  const material = (country: string) => ({ C2: { value: { materials: [{ id: "m", cells: { country } }] } } });
  const past = (from: string) => ({ E2: { value: { "since-2018": "yes", from } } });

  test.each([
    ["goods that are on no list", goods({ kind: "goods", hs: "unknown", good: "not-listed" })],
    ["a material from somewhere", material("unknown")],
    ["materials of which there are none", { C2: { value: { listed: ["none"] } } }],
    ["a date that nobody knows", past("unknown")],
  ])("may say that it does not know: %s", (_name, answers) => {
    expect(second(answers).questionnaire.key).toBe("forced-labour@2");
  });

  test.each([
    ["a chapter", goods({ hs: "none-such" }), '"none-such" is not in the list hs-chapters'],
    ["a country", material("not-listed"), '"not-listed" is not in the list countries'],
    ["a date of a day", past("2019-06-01"), "must be a month such as 2025-03"],
    [
      "a date that cannot be unknown",
      { K3: { value: { "last-check": "unknown" } } },
      "must be a month such as 2025-03",
    ],
    ["what version 1 asked", { E2: { value: { answer: "yes" } } }, 'unknown part "answer"'],
  ])("is refused where it says what there is not: %s", (_name, answers, message) => {
    expect(() => second(answers)).toThrow(message);
  });
});
