import { describe, expect, it } from "vitest";
import { readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import { showToday } from "#app/services/team/today/show-today";
import { aScene, as, more, sign, workedAnswers } from "./suppliers/scene";

const withNorthKoreans = { E1: { value: { answer: "yes" } } };

describe("today", () => {
  it("names suppliers with North Korean labour first, with a link to exactly those that were counted", async () => {
    const scene = await aScene(3);
    const [one, two] = scene.recipients;
    if (!one || !two) throw new Error("three were asked");
    await sign(scene, one, workedAnswers(withNorthKoreans));
    await sign(scene, two, workedAnswers());
    await more(scene, [{}]);
    const analyst = as(scene, "analyst");
    const { concerns } = await showToday(analyst, {});
    expect(concerns.map(({ name, suppliers }) => [name, suppliers])).toEqual([
      ["present", 1],
      ["critical", 2],
    ]);
    for (const { href, suppliers } of concerns) {
      const page = await listSuppliers(analyst, readSupplierView(new URL(href, "https://avow.example").searchParams));
      expect([href, page.total]).toEqual([href, suppliers]);
      expect(page.lines.map(({ id }) => id)).toContain(one.supplier.id);
    }
  });

  it("names nobody while nobody is rated", async () => {
    expect((await showToday(as(await aScene(), "viewer"), {})).concerns).toEqual([]);
  });
});
