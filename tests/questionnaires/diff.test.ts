import { describe, expect, it } from "vitest";
import { diff } from "#questionnaires/diff";
import en from "#questionnaires/forced-labour/v1/texts/en.json" with { type: "json" };
import { currentQuestionnaire } from "#questionnaires/index";
import { loadQuestionnaire } from "#questionnaires/load";

const first = currentQuestionnaire("forced-labour");

describe("two versions of a questionnaire", () => {
  it("do not differ when they are the same", () => {
    expect(diff(first, first)).toEqual({ added: [], removed: [], wording: [], meaning: [] });
  });

  it("differ in questions, in what is asked of whom, and in words", () => {
    const definition = structuredClone(first.definition);
    const section = definition.sections.find(({ id }) => id === "N");
    const k4 = definition.sections.flatMap(({ questions }) => questions).find(({ id }) => id === "K4");
    if (section === undefined || k4 === undefined) throw new Error("N and K4 are missing");
    section.questions = section.questions.filter(({ id }) => id !== "N3");
    section.questions.push({ ...k4, id: "N4", shown: undefined, parts: [{ id: "answer", type: "text" }] });
    k4.regimes = ["uk-msa"];
    k4.unsure = [];
    const { "N3.title": _, ...strings } = en.strings;
    const changed = { ...strings, "K4.title": "Any official findings?", "N4.title": "More?" };
    const second = loadQuestionnaire({ ...definition, version: 2 }, [{ language: "en", strings: changed }]);
    expect(diff(first, second)).toEqual({
      added: ["N4"],
      removed: ["N3"],
      wording: [{ key: "K4.title", from: en.strings["K4.title"], to: "Any official findings?" }],
      meaning: [{ question: "K4", aspects: ["regimes", "unsure"] }],
    });
  });
});
