import { describe, expect, it } from "vitest";
import { maps } from "#app/pictures/map/map-file";
import { siteMap } from "#app/services/team/suppliers/map/site-map";
import { asPerson, testContext } from "#tests/support/context";
import { launch } from "#tests/support/world";

async function mapOf(...countries: readonly string[]) {
  const ctx = await testContext();
  const { organisation, admin } = await launch(ctx.store);
  return siteMap(
    asPerson(ctx, { user: admin, organisation }),
    countries.map((country) => ({ country })),
  );
}

describe("the map of sites", () => {
  it("has one circle a country with as many sites as the table", async () => {
    const { marks } = await mapOf("PT", "CN", "CN");
    expect(marks.map(({ name, sites }) => [name, sites])).toEqual([
      ["Portugal", 1],
      ["China", 2],
    ]);
    expect(marks.map(({ said }) => said.replace(/[\u2066-\u2069]/g, ""))).toEqual([
      "Portugal: 1 site",
      "China: 2 sites",
    ]);
  });

  it.each([[["KH"]], [["PT", "CN"]], [["NZ", "US", "ZA"]]])(
    "shows the part of the world that has all of %j, in the shape of the world",
    async (countries) => {
      const { box, marks, land } = await mapOf(...countries);
      const [left, top, width, height] = box;
      for (const { x, y } of marks) expect(x >= left && x <= left + width && y >= top && y <= top + height).toBe(true);
      expect(width / height).toBeCloseTo(land[2] / land[3], 1);
      expect([left >= land[0], top >= land[1], left + width <= land[0] + land[2] + 1]).toEqual([true, true, true]);
    },
  );

  it("shows the whole world where there are no sites", async () => {
    expect((await mapOf()).box).toEqual(maps.world.box);
  });
});
