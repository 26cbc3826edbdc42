import { describe, expect, it } from "vitest";
import { readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import { markSuppliers } from "#app/services/team/suppliers/marks/mark-suppliers";
import { showMarking } from "#app/services/team/suppliers/marks/show-marking";
import { aScene, as, more } from "./scene";

const shown = async (ctx: Parameters<typeof listSuppliers>[0], query: string) =>
  (await listSuppliers(ctx, readSupplierView(new URLSearchParams(query)))).lines;

describe("changing many suppliers", () => {
  it("tags those that were ticked, and shows them by their tag", async () => {
    const scene = await aScene(2);
    const ctx = as(scene, "buyer");
    const ids = [scene.recipient.supplier.id, "of-nobody"];
    expect(await showMarking(ctx, { ids })).toMatchObject({ suppliers: 1, isTooMany: false });
    const tagged = await markSuppliers.submit(ctx, {
      ids,
      seen: "1",
      intent: "tag",
      tag: " Sea  food ",
      query: "band=none",
    });
    expect(tagged).toEqual({ done: { back: "/suppliers?band=none&changed=1" } });
    const lines = await shown(ctx, "tag=1&cols=tags.owner");
    expect(lines.map(({ id, tags }) => ({ id, tags }))).toEqual([{ id: ids[0], tags: ["Sea food"] }]);
    expect(await shown(ctx, "tag=99")).toHaveLength(2);
    await markSuppliers.submit(ctx, { ids, seen: 1, intent: "untag", untag: "1" });
    expect(await shown(ctx, "tag=1")).toEqual([]);
  });

  it("takes all of a view, and asks again where others fit it by now", async () => {
    const scene = await aScene();
    const ctx = as(scene, "buyer");
    await more(scene, [{ name: "One" }, { name: "Two" }]);
    const asked = { isAll: true, query: "q=SUP" };
    const { suppliers, people } = await showMarking(ctx, asked);
    expect(suppliers).toBe(3);
    await more(scene, [{ name: "Three" }]);
    const owner = people[0]?.id;
    const change = { ...asked, intent: "owner", owner };
    expect(await markSuppliers.submit(ctx, { ...change, seen: 3 })).toMatchObject({
      faults: [{ code: "suppliers-differ" }],
    });
    expect(await markSuppliers.submit(ctx, { ...change, seen: 4 })).toEqual({
      done: { back: "/suppliers?q=SUP&changed=4" },
    });
    expect(await shown(ctx, `owner=${owner}`)).toHaveLength(4);
  });

  it("says what is missing, and is not for whoever only reads", async () => {
    const scene = await aScene();
    const ids = [scene.recipient.supplier.id];
    const buyer = as(scene, "buyer");
    expect(await markSuppliers.submit(buyer, { ids, seen: 1, intent: "tag", tag: " " })).toMatchObject({
      faults: [{ field: "tag", code: "required" }],
    });
    await expect(showMarking(as(scene, "viewer"), { ids })).rejects.toThrow("not-allowed");
  });
});
