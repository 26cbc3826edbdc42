import { describe, expect, it } from "vitest";
import { buildMap } from "#app/commands/map/build-map";
import { maps } from "#app/pictures/map/map-file";
import { marksOf } from "#app/pictures/map/marks";
import shapes from "#app/pictures/map/shapes.json" with { type: "json" };
import type { MapCountry } from "#app/views/team/map/map";
import { currentEdition } from "#scoring/editions/index";

function country(code: string, over: Partial<MapCountry> = {}): MapCountry {
  return { code, name: code, tier: "2", suppliers: 10, rated: 8, grave: 2, href: "/suppliers", ...over };
}

describe("the map", () => {
  it("is built again from its sources with the same bytes", () => {
    expect(JSON.parse(buildMap())).toEqual(shapes);
  });

  it("has a place for every country of the edition, small ones too", () => {
    const listed = Object.keys(currentEdition().definition.tiers);
    expect(listed.filter((code) => maps.world.shapes[code] === undefined)).toEqual([]);
  });

  it("gives circles an area by suppliers", () => {
    const [large, small] = marksOf(maps.world, [country("CN", { suppliers: 100 }), country("VN", { suppliers: 25 })]);
    expect(large?.radius).toBe(22);
    expect(small?.radius).toBe(11);
  });

  it("fills the whole circle where all are High or Critical, and none of it where nobody is", () => {
    const [all, none] = marksOf(maps.world, [country("JO", { grave: 8 }), country("PT", { grave: 0 })]);
    expect(all?.wedge?.match(/A/g)).toHaveLength(2);
    expect(none?.wedge).toBeUndefined();
  });

  it("leaves out whoever is beyond the picture", () => {
    const marks = marksOf(maps.asia, [country("PT"), country("VN")]);
    expect(marks.map(({ country: { code } }) => code)).toEqual(["VN"]);
  });

  it("writes a name before, below or above its circle where there is no room after it", () => {
    const marks = marksOf(maps.asia, [country("VN", { name: "Vietnam" }), country("KH", { name: "Cambodia" })]);
    expect(marks.map(({ label }) => label?.anchor).includes("start")).toBe(true);
    const crowd = ["VN", "KH", "TH", "LA", "MM", "MY"].map((code) => country(code, { name: "A long name" }));
    const anchors = marksOf(maps.asia, crowd).flatMap(({ label }) => label?.anchor ?? []);
    expect(new Set(anchors).size).toBeGreaterThan(1);
  });

  it("writes no name over another circle", () => {
    const marks = marksOf(
      maps.world,
      ["TH", "KH", "VN", "LA", "MY", "SG"].map((code) => country(code, { name: "A name" })),
    );
    for (const { label } of marks)
      for (const { x, y, radius } of marks) {
        if (label === undefined) continue;
        const wide = "A name 10".length * 6;
        const left = { start: label.x, middle: label.x - wide / 2, end: label.x - wide }[label.anchor];
        const isOver = left < x + radius && left + wide > x - radius && Math.abs(label.y - 4 - y) < radius;
        expect(isOver).toBe(false);
      }
  });
});
