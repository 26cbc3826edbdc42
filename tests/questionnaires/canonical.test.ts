import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";

/** The published test vectors of RFC 8785 are kept beside the repository; without them those tests are skipped. */
const vectors = new URL("../../../shared/fixtures/jcs/", import.meta.url);
const present = existsSync(vectors);
if (!present) console.warn("Skipped: the RFC 8785 test vectors are not beside the repository");

describe("canonical JSON", () => {
  it.skipIf(!present).each(["french", "unicode", "weird"])(
    "agrees with the published vector %s to the byte",
    (name) => {
      const input: unknown = JSON.parse(readFileSync(new URL(`input/${name}.json`, vectors), "utf8"));
      const expected = readFileSync(new URL(`outhex/${name}.txt`, vectors), "utf8").replace(/\s/g, "");
      expect(Buffer.from(canonicalJson(input), "utf8").toString("hex")).toBe(expected);
    },
  );

  it("does not depend on the order in which members were written, and says the same as the value", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        fc.pre(!/[\ud800-\udfff]/.test(JSON.stringify(value)));
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves out members without a value and refuses what JSON cannot say", () => {
    expect(canonicalJson({ b: undefined, a: [1e21, -0, 0.1] })).toBe('{"a":[1e+21,0,0.1]}');
    for (const value of [Number.NaN, Infinity, "\ud800", () => 1, undefined]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });
});
