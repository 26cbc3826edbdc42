import { describe, expect, test } from "vitest";
import { placementDoubts } from "#scoring/editions/edition-doubts";
import { currentEdition, editions, findEdition, sourcedLists } from "#scoring/editions/index";
import { loadEdition } from "#scoring/editions/load-edition";
import { explain } from "#scoring/explanation/explain";
import { exampleAnswers, inputFor, rateAnswers } from "./rating-support";

const kinds = (id: string, country: string) => {
  const edition = findEdition(id);
  return edition ? placementDoubts(edition, country).map(({ kind }) => kind) : [];
};

describe("doubts about the placement of a country", () => {
  test.each([
    ["tip-2024", "PT", ["copy", "elimination"]],
    ["tip-2024", "SD", ["copy", "contested"]],
    ["tip-2024", "CN", ["copy"]],
    ["tip-2024", "US", ["copy", "secondary"]],
    ["tip-2023", "DK", ["copy", "elimination"]],
    ["tip-2022", "CY", ["copy", "derived", "contested"]],
    ["tip-2025", "PT", ["copy", "newer"]],
    ["tip-2021", "VN", ["copy", "secondary"]],
  ])("in %s, %s, are those that touch it", (id, country, expected) => {
    expect(kinds(id, country)).toEqual(expected);
  });

  test("leave none out: each doubt of each edition touches some country, in its own words", () => {
    for (const edition of editions) {
      const { doubts, tiers } = edition.definition;
      const touched = new Set(
        Object.keys(tiers).flatMap((iso2) => placementDoubts(edition, iso2).map(({ text }) => text)),
      );
      expect([...touched].sort()).toEqual([...doubts].sort());
    }
  });

  test("are all told of an edition of somebody's own, which nobody has placed", () => {
    const [first] = editions;
    if (!first) throw new Error("there are editions");
    const own = loadEdition({ ...first.definition, id: "own-2026", doubts: ["One.", "Two."] }, first.lists, "own");
    expect(placementDoubts(own, "PT").map(({ text }) => text)).toEqual(["One.", "Two."]);
  });
});

test("doubts stand with the parts that used the data", () => {
  const worked = exampleAnswers("worked");
  const edition = findEdition("tip-2024");
  if (!edition) throw new Error("the edition is built in");
  const found = explain(inputFor(worked, { edition }), rateAnswers(worked, { edition }));
  const of = (part: "C" | "S" | "W") => found?.doubts[part].map(({ kind }) => kind);
  expect(of("C")).toEqual(["copy", "elimination"]);
  expect(of("S")).toContain("partial");
  expect(of("W")).toEqual(["copy"]);
});

test("doubts of the lists of November 2026 are told in the words of those lists", () => {
  const { definition, fingerprint } = currentEdition();
  const edition = loadEdition(definition, sourcedLists, fingerprint);
  for (const name of ["worked", "worked-dprk"]) {
    const answers = exampleAnswers(name);
    const told = explain(inputFor(answers, { edition }), rateAnswers(answers, { edition }))?.doubts.S ?? [];
    const goods = told.filter(({ source }) => source === "goods-2026.2");
    expect(goods.find(({ kind }) => kind === "partial")?.text, name).toContain("only 14 are here");
    expect(told.every(({ source }) => !source.endsWith("2026.1") || source === "hs-chapters-2026.1")).toBe(true);
  }
  // Explanations find these by their place.
  expect(sourcedLists.goods.doubts[3]).toContain("Thailand's shrimp");
  expect(sourcedLists.hosts.doubts[0]).toContain("Absence from this list");
  expect(sourcedLists.hosts.doubts[6]).toContain("mapping of reported industries");
  expect(sourcedLists.materials.doubts[1]).toContain("high-priority sectors");
});
