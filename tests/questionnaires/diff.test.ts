import { describe, expect, it } from "vitest";
import { diff } from "#questionnaires/diff";
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
    const second = loadQuestionnaire({ ...definition, version: 2 });
    const text = (words: string) => ({ text: words, lang: "en" });
    const texts = {
      from: { "K4.title": text("Any findings?"), "N3.title": text("Comments?"), title: text("Labour") },
      to: { "K4.title": text("Any official findings?"), "N4.title": text("More?"), title: text("Labour") },
    };
    expect(diff(first, second, texts)).toEqual({
      added: ["N4"],
      removed: ["N3"],
      wording: [{ key: "K4.title", from: "Any findings?", to: "Any official findings?" }],
      meaning: [{ question: "K4", aspects: ["regimes", "unsure"] }],
    });
  });
});
