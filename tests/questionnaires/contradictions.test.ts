import { describe, expect, it } from "vitest";
import type { Answers } from "#questionnaires/answers";
import { contradictions, walk } from "#questionnaires/walk";
import { forcedLabour } from "#tests/support/questionnaires";
import { cleanFirm, highRisk, lowRisk, riskyFirm, row } from "./firms";

const questionnaire = forcedLabour(1);
const walked = (answers: Answers, facts = lowRisk) => walk(questionnaire, answers, facts);

describe("what does not fit", () => {
  const found = (answers: Answers) => contradictions(walked({ ...cleanFirm, ...answers })).map(({ id }) => id);

  it("finds nothing in answers that fit", () => {
    expect(found({})).toEqual([]);
  });

  it.each<[string, Answers]>([
    ["c1", { B1: { value: { sites: [row("s1", { name: "A", country: "PT", activity: "B", workers: 61 })] } } }],
    ["c2", { D2: { value: { foreign: [row("f1", { site: "s1", nationality: "VN", workers: 61 })] } } }],
    ["c6", { D2: { value: { foreign: [row("f1", { site: "s1", nationality: "KP", workers: 1 })] } } }],
    ["c7", { E2: { value: { answer: "yes" } } }],
    ["c8", { L1: { value: { suppliers: 4, asked: 0, answered: 0 } } }],
    [
      "c9",
      {
        E4: { value: { steps: [row("e1", { step: "sewing" })] } },
        L1: { value: { suppliers: 0, asked: 0, answered: 0 } },
        E3: { value: { answer: "no-not-asked" } },
      },
    ],
    ["c11", { J2: { value: { received: 1, solved: 2 } } }],
    ["c12", { K1: { value: { answer: "none", points: ["fees"] } } }],
    ["c14", { O1: { value: { answer: ["not-checked"] } } }],
    ["c21", { L1: { value: { suppliers: 4, asked: 5, answered: 0 } } }],
    ["c22", { E1: { value: { answer: "yes" } } }],
  ])("finds %s", (id, answers) => {
    expect(found(answers)).toEqual([id]);
  });

  it.each<[string, Answers]>([
    ["c4", { F2: { value: { answer: "employer-all" } } }],
    ["c5", { G5: { value: { answer: "yes-open" } } }],
    ["c10", { H2: { value: { kinds: ["agent-fee"], share: 5 } } }],
    ["c13", { I1: { value: { hours: 169, "rest-days": 4 } } }],
    ["c13", { I1: { value: { hours: 48, "rest-days": 32 } } }],
    ["c16", { E9: { value: { answer: ["copy-only", "agents-word"] } } }],
  ])("finds %s where more is asked", (id, answers) => {
    const at = (given: Answers) => contradictions(walked({ ...riskyFirm, ...given }, highRisk)).map((one) => one.id);
    expect(at({})).not.toContain(id);
    expect(at(answers)).toContain(id);
  });

  it("finds agents that were named in one place and denied in another", () => {
    const answers = { ...riskyFirm, E2: cleanFirm.E2 ?? {}, F1: { value: { agents: [] } } };
    expect(found(answers)).toContain("c3");
  });

  it("does not miss agents where the chosen law does not ask for them", () => {
    const at = walked(riskyFirm, { ...highRisk, regimes: ["uflpa"] });
    expect([at.asked.has("D3"), at.asked.has("F1")]).toEqual([true, false]);
    expect(contradictions(at).map(({ id }) => id)).not.toContain("c3");
  });

  it("does not hold an unfinished table against anybody", () => {
    expect(found({ D1: { value: { workforce: [row("d1", { site: "s1", own: 10 })] } } })).toEqual([]);
  });
});
