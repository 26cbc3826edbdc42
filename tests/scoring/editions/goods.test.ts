import { describe, expect, test } from "vitest";
import { listingOf } from "#scoring/editions/goods-listing";
import { goods, hosts, hsChapters, materials, referenceLists, sectors } from "#scoring/editions/index";

describe("goods and materials", () => {
  const listed = (ids: string[], iso2: string) => listingOf(goods, ids, iso2).listed;

  test("the list holds 467 lines of 2022 and the 11 confirmed additions of 2024", () => {
    expect(goods.lines.filter((line) => line.edition === 2022)).toHaveLength(467);
    expect(goods.lines.filter((line) => line.edition === 2024)).toHaveLength(11);
    expect(goods.lines.filter((line) => line.removed2024)).toHaveLength(4);
  });

  test.each([
    ["garments from China are listed", ["garments"], "CN", "here"],
    ["garments from Portugal are listed only for others", ["garments"], "PT", "elsewhere"],
    ["bricks from Colombia are listed as clay bricks", ["bricks"], "CO", "here"],
    ["clay bricks from Pakistan are listed as bricks", ["bricks-clay"], "PK", "here"],
    ["solar modules from China are listed for their input", ["solar-modules"], "CN", "here"],
    ["cotton textiles from Vietnam are listed for their input", ["cotton-textile-products"], "VN", "here"],
    ["blueberries from Argentina were taken off in 2024", ["blueberries"], "AR", "nowhere"],
    ["shrimp from Thailand stays, because its forced labour was not the reason", ["shrimp"], "TH", "here"],
    ["an unknown good is listed nowhere", ["printed-labels"], "CN", "nowhere"],
  ])("%s", (_, ids, iso2, expected) => {
    expect(listed(ids, iso2)).toBe(expected);
  });

  test("a kind of a good does not stand for its siblings", () => {
    expect(listed(["rubies"], "CO")).toBe("elsewhere");
    expect(listed(["emeralds"], "CO")).toBe("here");
  });

  test("cotton from Turkmenistan is a listed material and a UFLPA priority", () => {
    const cotton = materials.materials.find((material) => material.id === "cotton");
    expect(listed(cotton?.goods ?? [], "TM")).toBe("here");
    expect(cotton?.uflpaPriority).toBe(true);
  });

  test("eleven materials stand for the UFLPA priority sectors published up to 2025", () => {
    const priority = materials.materials.filter((material) => material.uflpaPriority).map(({ id }) => id);
    expect(priority).toEqual([
      "aluminium",
      "caustic-soda",
      "copper",
      "cotton",
      "lithium",
      "polysilicon",
      "pvc",
      "red-dates",
      "seafood",
      "steel",
      "tomatoes",
    ]);
  });
});

describe("North Korean labour", () => {
  test("32 host countries are known, China as one reported for apparel and seafood", () => {
    expect(hosts.hosts).toHaveLength(32);
    const china = hosts.hosts.find((host) => host.iso2 === "CN");
    expect(china?.sectors).toEqual(expect.arrayContaining(["fishing_aquaculture", "textile_apparel"]));
  });

  test("knitwear and fish belong to a reported industry; cars and medicines do not", () => {
    expect(["61", "03", "87", "30"].map((chapter) => referenceLists.isHostChapter(chapter))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test("every sector named anywhere is a known sector", () => {
    const known = new Set(sectors.sectors.map((sector) => sector.id));
    const named = [
      ...hosts.industries.flatMap((industry) => industry.sectors),
      ...hsChapters.chapters.flatMap((chapter) => chapter.sectors),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(sectors.sectors.filter((sector) => sector.risk === "high")).toHaveLength(11);
    expect(hsChapters.chapters).toHaveLength(97);
  });
});
