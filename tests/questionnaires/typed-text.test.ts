import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { givenName } from "#app/services/context/inputs";
import { readQuestion } from "#questionnaires/reading";
import { partTypeOf } from "#questionnaires/types/index";
import { cleanLine, cleanLines, isBlank, withoutInvisible } from "#terms/texts/typed-text";
import { context, fields, question } from "./forms";

/** Lines of the case "invisible-answer", and more of the kind. */
const blanks = [
  "\u200b\u200b",
  "\u200c",
  "\u200e",
  "\u2060",
  "\u00ad",
  "\u3164",
  "\u2800",
  "\u{e0041}",
  "\u200d",
  "\u200f",
  "\u061c",
  "\ufeff",
  "\ufe0f",
  "\u{e0100}",
  "\u115f",
  "\u1160",
  "\uffa0",
  "\u180e",
  "\u180b",
  "\u034f",
  "\u17b4",
  "\u202e",
  "\u2066\u2069",
  "\u2061",
  "\ufffc",
  "\u0301",
  "\u0000",
  "\u0085",
  "\u00a0\u2003\u3000",
  "\ud800",
  "\u{1d159}",
  "\u{13441}",
  "\u{1bca0}",
  " \u200b\t\u2800\n\u00ad ",
];

const nameOf = (text: string) => [...text].map((sign) => sign.codePointAt(0)?.toString(16)).join(" ");

describe("text that shows nothing", () => {
  test.each(blanks.map((text) => [nameOf(text), text]))("%s is no answer and nobody's name", (_, text) => {
    expect(isBlank(text)).toBe(true);
    expect([cleanLine(text), cleanLines(text)]).toEqual(["", ""]);
    const signed = readQuestion(
      question("O2"),
      fields({ "O2.name": text, "O2.job": "Director", "O2.sharing": "buyer", "O2.authority": "yes" }),
      context,
    );
    expect(signed.errors).toEqual([{ field: "O2.name", code: "required" }]);
    const person = readQuestion(question("K2"), fields({ "K2.person": text }), context);
    expect(person.errors).toContainEqual({ field: "K2.person", code: "required" });
    const comment = readQuestion(question("E1"), fields({ "E1.answer": "no", "E1.comment": text }), context);
    expect(comment.answer).toEqual({ value: { answer: "no" } });
    expect(givenName.safeParse(text).error?.issues[0]?.message).toBe("required");
  });

  test("is not kept where an older version took it", () => {
    const part = question("O2").parts.find(({ id }) => id === "name");
    if (part?.type !== "text") throw new Error("the signer's name is no text");
    const type = partTypeOf(part);
    expect(type.sanitize(part)("\u200b", new Set())).toBeUndefined();
    expect(type.schema(part).safeParse("\u200b").success).toBe(false);
  });

  it("is only what has no sign that can be seen", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        if (
          /[\p{L}\p{N}\p{P}\p{S}]/u.test(
            text.replace(/[\u115f\u1160\u2800\u3164\uffa0\ufffc\u{13441}\u{13442}\u{1d159}]/gu, ""),
          )
        ) {
          expect(isBlank(text)).toBe(false);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what is typed", () => {
  test.each([
    ["a Persian half space", "می\u200cخواهم"],
    ["a Hindi joiner", "क्\u200dष"],
    ["a Malayalam joiner at the end of a word", "അവന്\u200d"],
    ["a Sinhala joiner", "ශ්\u200dරී ලංකා"],
    ["a family", "👩\u200d👩\u200d👧"],
    ["a red heart", "❤\ufe0f"],
    ["the flag of Scotland", "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
    ["word breaks of Khmer", "ការ\u200bងារ"],
    ["a variant of a Japanese name", "葛\u{e0100}城"],
    ["a mark of direction between words", "شركة\u200f (ABC)"],
    ["a Mongolian vowel", "ᠮᠣᠩᠭᠣᠯ\u180bᠤ"],
  ])("keeps %s", (_, text) => {
    expect(cleanLine(`  ${text}\u200b `)).toBe(text);
    expect(cleanLines(text)).toBe(text);
  });

  test.each([
    ["an override", "Rita \u202eevlA\u202c", "Rita evlA"],
    ["an embedding", "\u202aRita\u202c Alves", "Rita Alves"],
    ["an isolate", "Rita \u2067Alves\u2069", "Rita Alves"],
    ["a soft hyphen", "Ri\u00adta", "Rita"],
    ["hidden tags", "Rita\u{e0041}\u{e0042}", "Rita"],
    ["tags after a flag that no country has", "🏴\u{e0041}\u{e007f}", "🏴"],
    ["a filler for a space", "Rita\u3164Alves", "Rita Alves"],
    ["an object that was not copied", "Rita\ufffc", "Rita"],
    ["a joiner that joins nothing", "Rita \u200d", "Rita"],
    ["invisible ends", "\u200b\u2060Rita\u200e\u200b", "Rita"],
  ])("loses %s", (_, typed, text) => {
    expect(cleanLine(typed)).toBe(text);
    expect(
      readQuestion(question("K2"), fields({ "K2.person": typed }), { ...context, allowBlank: true }).answer?.value,
    ).toEqual({
      person: text,
    });
    expect(givenName.parse(typed)).toBe(text);
  });

  it("never turns round what follows, and cleaned twice is as cleaned once", () => {
    const signs = fc.constantFrom(
      "a",
      " ",
      "ب",
      "\n",
      "\u202e",
      "\u2067",
      "\u200d",
      "\u200b",
      "\u3164",
      "🏴",
      "\u{e0067}",
      "\u{e007f}",
      "\u0301",
      "\ud800",
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (all) => {
        const [line, lines] = [cleanLine(all.join("")), cleanLines(all.join(""))];
        for (const text of [line, lines]) expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
        expect([cleanLine(line), cleanLines(lines)]).toEqual([line, lines]);
      }),
      { numRuns: 3000 },
    );
  });

  test("is cleaned in time, however long", () => {
    const start = performance.now();
    for (const sign of [" ", "\u200b", "\u{e0041}", "🏴\u{e0067}", "\u200d", "\u202e"])
      cleanLines(`a${sign.repeat(60_000)}b`);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("in a figure keeps what would turn it round, so that it is none", () => {
    expect(withoutInvisible("1\u200b2\u00ad")).toBe("12");
    expect(withoutInvisible("\u202e12")).toBe("\u202e12");
  });
});
