import { expect, test } from "vitest";
import { rate } from "#scoring/rate";
import { input2, questionnaire, worked } from "./support";

/** Questions whose silence holds a floor of High, and an answer of the worked example that has no knock-out. */
const held = [...questionnaire.questions.keys()].filter((code) => {
  const { floor } = rate(input2({ ...worked, [code]: { unsure: "dk" } }));
  return floor?.reasons.some((one) => one.question === code && one.unverified) && worked[code] !== undefined;
});

test("a floor that silence holds ends when the question is answered, and is lifted alone by a reviewer", () => {
  expect(held).toContain("E1");
  for (const code of held) {
    const silent = input2({ ...worked, [code]: { unsure: "dk" } });
    const reasons = rate(silent).floor?.reasons.filter(({ question }) => question === code) ?? [];
    expect(
      reasons.map(({ unverified }) => unverified),
      code,
    ).toEqual([true]);
    expect(rate(input2(worked)).floor?.reasons.some(({ question }) => question === code) ?? false, code).toBe(false);
    const lifted = reasons.map(({ question, rule }) => ({ question, rule }));
    const after = rate({ ...silent, lifted });
    expect(after.floor?.reasons.some(({ question }) => question === code) ?? false, code).toBe(false);
    // The points of not saying stay.
    expect(after.score, code).toBe(rate(silent).score);
  }
});
