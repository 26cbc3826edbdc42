import { describe, expect, test } from "vitest";
import { currentEdition, editions, findEdition, referenceLists } from "#scoring/editions/index";
import { tiers } from "#terms/tiers";

describe("country editions", () => {
  test.each([
    [2020, 34, 88, 44, 19, 3],
    [2021, 28, 95, 45, 17, 3],
    [2022, 30, 99, 34, 22, 3],
    [2023, 30, 105, 26, 24, 3],
    [2024, 33, 98, 32, 21, 4],
    [2025, 33, 106, 25, 20, 4],
  ])("the %i report places 188 countries as counted at its publication", (year, ...counts) => {
    const edition = findEdition(`tip-${year}`);
    const placed = Object.values(edition?.definition.tiers ?? {});
    expect(tiers.map((tier) => placed.filter((one) => one === tier).length)).toEqual(counts);
    expect(placed).toHaveLength(188);
  });

  test("Sudan falls from Tier 2 to Tier 3 between 2023 and 2024", () => {
    const placed = ["tip-2023", "tip-2024"].map((id) => (findEdition(id) ?? currentEdition()).tierOf("SD"));
    expect(placed).toEqual(["2", "3"]);
  });

  test("the newest edition is the current one", () => {
    expect(currentEdition().id).toBe("tip-2025");
    expect(currentEdition().tierOf("CN")).toBe("3");
    expect(currentEdition().tierOf("PT")).toBe("2");
  });

  test("a country the report leaves out is not ranked, and neither is a word of the language", () => {
    expect(currentEdition().tierOf("LI")).toBeUndefined();
    expect(currentEdition().tierOf("constructor")).toBeUndefined();
  });

  test("every placed country is known and marked as covered", () => {
    for (const edition of editions) {
      for (const iso2 of Object.keys(edition.definition.tiers))
        expect(referenceLists.findCountry(iso2)?.tipCovered, iso2).toBe(true);
    }
  });
});
