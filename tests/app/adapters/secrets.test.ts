import { describe, expect, test } from "vitest";
import { linksFrom, randomId, randomSecret } from "#app/adapters/secrets.server";

/** The characters that stand at each place of many texts. */
function lettersByPlace(texts: readonly string[]): readonly number[] {
  const [first = ""] = texts;
  return Array.from(first, (_, place) => new Set(texts.map((text) => text[place])).size);
}

describe("ids and sessions", () => {
  // Of 32 signs, one is missing after a thousand draws once in 10^12; of 64, all but three are there.
  test.each([
    ["ids", randomId, 26, 32],
    ["sessions", randomSecret, 42, 60],
  ] as const)("are random in every place, and never the same twice", (_, make, places, signs) => {
    const made = Array.from({ length: 1_000 }, make);
    expect(new Set(made).size).toBe(made.length);
    const letters = lettersByPlace(made).slice(0, places);
    expect(letters).toHaveLength(places);
    expect(Math.min(...letters)).toBeGreaterThanOrEqual(signs);
  });

  test("links tell nothing of each other: another number, invitation or secret is another link", () => {
    const one = linksFrom(Buffer.alloc(32, 1));
    const tokens = [
      one.tokenFor("a", 1),
      one.tokenFor("a", 2),
      one.tokenFor("a", 11),
      one.tokenFor("a:1", 1),
      linksFrom(Buffer.alloc(32, 2)).tokenFor("a", 1),
    ];
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(tokens.filter((token) => !/^[\w-]{43}$/.test(token))).toEqual([]);
    expect(one.tokenFor("a", 1)).toBe(tokens[0]);
  });

  test("what stops mails of one invitation stops no others, and opens none", () => {
    const one = linksFrom(Buffer.alloc(32, 1));
    const right = one.stopProofFor("org", "a");
    expect(right).toMatch(/^[\w-]{43}$/);
    expect(one.isStopProof("org", "a", right)).toBe(true);
    const others = [
      one.stopProofFor("org", "b"),
      one.stopProofFor("other", "a"),
      one.stopProofFor("or", "ga"),
      one.stopProofFor('org","a', ""),
      linksFrom(Buffer.alloc(32, 2)).stopProofFor("org", "a"),
      ...[0, 1, 2].map((generation) => one.tokenFor("a", generation)),
      ...["", right.slice(1), `${right}A`, right.replace(/^./, (letter) => (letter === "A" ? "B" : "A"))],
    ];
    expect(others.filter((proof) => one.isStopProof("org", "a", proof))).toEqual([]);
  });
});
