import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inSignedWords } from "#app/services/answers/signed/signed-words";
import { fingerprintsOf } from "#questionnaires/fingerprints/fingerprints";
import { findQuestionnaire } from "#questionnaires/index";
import { DefinitionError, loadQuestionnaire } from "#questionnaires/load";
import { textsOf } from "#questionnaires/texts";
import { forcedLabour } from "#tests/support/questionnaires";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const questionnaire = forcedLabour(1);
const { definition } = questionnaire.atRevision(1);
const english = { language: "en", strings: { title: "Labour", "E1.title": "Who works here?" } };
const translated = (text: string) => ({ title: { text, status: "draft", of: sha256("Labour").slice(0, 12) } });
const said = (revision: number, language: string, ...files: readonly unknown[]) =>
  ["title", "E1.title"].map(
    (key) => textsOf(loadQuestionnaire(definition, files).atRevision(revision), language).get(key)?.text,
  );

describe("a later revision of the texts", () => {
  const second = { language: "en", revision: 2, strings: { "E1.title": "Who works at your sites?" } };

  it("says otherwise what it names, and the rest as before", () => {
    expect(said(1, "en", english, second)).toEqual(["Labour", "Who works here?"]);
    expect(said(2, "en", english, second)).toEqual(["Labour", "Who works at your sites?"]);
  });

  it("brings a language that is new, and leaves one that it does not name", () => {
    const files = [english, { language: "ar", strings: translated("العمل") }, second];
    const vietnamese = { language: "vi", revision: 2, strings: translated("Lao động") };
    expect(said(1, "vi", ...files, vietnamese)).toEqual(["Labour", "Who works here?"]);
    expect(said(2, "vi", ...files, vietnamese)).toEqual(["Lao động", "Who works at your sites?"]);
    expect(said(2, "ar", ...files, vietnamese)).toEqual(["العمل", "Who works at your sites?"]);
  });

  it("leaves the fingerprint of the version and of its first texts as they were", () => {
    const [before, after] = [[english], [english, second]].map((files) =>
      fingerprintsOf(loadQuestionnaire(definition, files), sha256),
    );
    expect(after?.fingerprint).toBe(before?.fingerprint);
    expect(after?.texts).toEqual(before?.texts);
    expect(after?.revisions?.[2]?.en).not.toBe(before?.texts.en);
  });

  it.each([
    ["comes without the one before it", [english, { ...second, revision: 3 }], "no revision 2"],
    ["stands twice", [english, second, second], "twice"],
    ["has nothing before it", [second], "none in the source language"],
    ["is numbered 0", [{ ...english, revision: 0 }], "revision"],
  ])("is refused when it %s", (_how, files, says) => {
    expect(() => loadQuestionnaire(definition, files)).toThrow(DefinitionError);
    expect(() => loadQuestionnaire(definition, files)).toThrow(says);
  });
});

describe("what was signed", () => {
  const document = (texts: object) => ({ document: JSON.stringify({ texts }) });
  const key = "word.dprk-national.meaning";

  it("goes on saying what it said when the texts have a new revision", () => {
    expect(questionnaire.revision).toBeGreaterThanOrEqual(2);
    const old = inSignedWords(questionnaire, document({ language: "en", revision: "c1e5" }));
    expect(old).toBe(questionnaire.atRevision(1));
    expect(textsOf(old, "en").get(key)?.text).not.toContain("people who left");
    const now = inSignedWords(questionnaire, document({ language: "en", revision: "3ec0", number: 2 }));
    expect(textsOf(now, "en").get(key)?.text).toContain("People who left");
    expect(inSignedWords(questionnaire, undefined)).toBe(questionnaire);
  });

  it("is never shown in other words than those, not even when they are not there", () => {
    expect(() => inSignedWords(questionnaire, document({ number: 99 }))).toThrow("no revision 99");
    expect(findQuestionnaire("forced-labour", 1)?.atRevision(2)).toBe(questionnaire.atRevision(2));
  });
});
