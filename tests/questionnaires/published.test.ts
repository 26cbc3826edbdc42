import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fingerprintsOf } from "#questionnaires/fingerprints/fingerprints";
import { findQuestionnaire, questionnaires } from "#questionnaires/index";
import { questionnaireJsonSchema } from "#questionnaires/json-schema";
import { textsOf } from "#questionnaires/texts";
import { currentQuestionnaire, forcedLabour } from "#tests/support/questionnaires";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const file = (path: string) => new URL(`../../questionnaires/${path}`, import.meta.url);
const refresh = "npx tsx app/commands/write-fingerprints.ts";

describe.each(questionnaires.map((one) => [one.key, one] as const))("%s", (_key, questionnaire) => {
  it("is what was published: a definition or English text that changed needs a new version", () => {
    expect(
      fingerprintsOf(questionnaire, sha256).fingerprint,
      `A published version changed. Add a new version instead; before the first publication run: ${refresh}`,
    ).toBe(questionnaire.fingerprint);
  });

  it("records every revision of the texts in every language", () => {
    const { texts, revisions } = fingerprintsOf(questionnaire, sha256);
    for (let number = 1; number <= questionnaire.revision; number++) {
      const worked = number === 1 ? texts : revisions?.[number];
      for (const language of questionnaire.atRevision(number).languages) {
        const message = `The ${language} texts changed. What changes after publication is a new revision: ${refresh}`;
        expect(textsOf(questionnaire.atRevision(number), language).revision, message).toBe(worked?.[language]);
      }
    }
  });

  it("uses every file of texts that is there", () => {
    const { id, version } = questionnaire.definition;
    const folders = readdirSync(file(`${id}/v${version}`)).filter((name) => name.startsWith("texts"));
    expect(folders.sort()).toEqual(
      ["texts", ...Array.from({ length: questionnaire.revision - 1 }, (_, at) => `texts-${at + 2}`)].sort(),
    );
    const names = folders.flatMap((folder) =>
      readdirSync(file(`${id}/v${version}/${folder}`)).map((name) => name.replace(/\.json$/, "")),
    );
    expect([...questionnaire.languages].sort()).toEqual([...new Set(names)].sort());
  });
});

describe("the catalogue", () => {
  it("finds what was sent and what is newest, and nothing else", () => {
    expect(findQuestionnaire("forced-labour", 1)).toBe(forcedLabour(1));
    expect(currentQuestionnaire("forced-labour")).toBe(forcedLabour(2));
    expect(findQuestionnaire("forced-labour", 99)).toBeUndefined();
    expect(() => currentQuestionnaire("unknown")).toThrow("no questionnaire unknown");
  });

  it("publishes a JSON Schema that says what the program checks", () => {
    const written = readFileSync(file("questionnaire.schema.json"), "utf8");
    const message = "The schema changed. Run: npx tsx app/commands/write-schema.ts";
    expect(JSON.parse(written), message).toEqual(JSON.parse(questionnaireJsonSchema()));
  });

  it("says in the JSON Schema too that a condition about an answer has exactly one test", () => {
    const tests = [
      "is",
      "in",
      "inList",
      "includes",
      "includesAny",
      "includesOnly",
      "atLeast",
      "above",
      "atMost",
      "below",
    ];
    const wanted = [...tests, "aboveValueOf"].map((test) => ({ properties: { [test]: {} }, required: [test] }));
    expect(questionnaireJsonSchema().replace(/\s/g, "")).toContain(`"oneOf":${JSON.stringify(wanted)}`);
  });
});
