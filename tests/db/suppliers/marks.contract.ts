import { beforeEach, describe, expect, test } from "vitest";
import { MissingError } from "#db/errors";
import type { Mark, Store } from "#db/store";
import { aScene } from "#tests/db/scene";
import { anEvent, hoursLater, now } from "#tests/support/factories";

const changed = { action: "supplier.changed", details: { fields: ["tags"] } } as const;

/** Tags and owners of suppliers. */
export function marksContract(open: () => Promise<Store>): void {
  describe("tags and owners", () => {
    const scene = aScene(open);
    let org: string;
    let id: string;

    beforeEach(() => {
      org = scene.world.organisation.id;
      id = scene.world.recipient.supplier.id;
    });

    const add = (name: string, most = 9) => scene.store.marks.addTag({ org, name, most, audit: anEvent() });
    const mark = (what: Mark, ids: readonly string[] = [id], most = 9) => {
      const auditOf = (supplier: string) => anEvent(changed, { subject: { type: "supplier", id: supplier } });
      return scene.store.marks.mark({ org, ids, mark: what, most, audit: [anEvent()], auditOf });
    };
    const row = async () => {
      const view = { sort: "ref", direction: "up", page: 1, pageSize: 9 } as const;
      const { rows } = await scene.store.suppliers.table(org, view);
      return rows.find(({ supplier }) => supplier.id === id);
    };

    test("are made once by one name, and so many", async () => {
      expect(await add("Seafood")).toEqual({ outcome: "added", id: "1" });
      expect(await add("SEAFOOD")).toEqual({ outcome: "there", id: "1" });
      expect(await add("Asia", 2)).toEqual({ outcome: "added", id: "2" });
      expect(await add("Timber", 2)).toEqual({ outcome: "full" });
      expect(await scene.store.marks.tags(org)).toEqual([
        { id: "2", name: "Asia" },
        { id: "1", name: "Seafood" },
      ]);
    });

    test("are put on and taken off, once each, with an event of each supplier that is changed", async () => {
      for (const name of ["A", "B"]) await add(name);
      expect(await mark({ what: "tag", tag: "1", isSet: true }, [id, "nobody"])).toEqual({ changed: 1, full: 0 });
      expect(await mark({ what: "tag", tag: "1", isSet: true })).toEqual({ changed: 0, full: 0 });
      expect(await mark({ what: "tag", tag: "2", isSet: true }, [id], 1)).toEqual({ changed: 0, full: 1 });
      await mark({ what: "owner", owner: scene.world.admin.id });
      expect(await row()).toMatchObject({ tags: ["1"], owner: scene.world.admin.id });
      await mark({ what: "tag", tag: "1", isSet: false });
      await mark({ what: "owner", owner: null });
      expect(await row()).toMatchObject({ tags: [], owner: undefined });
      const trail = await scene.store.audit.trail(org, { subjects: [id], most: 99 });
      expect(trail).toHaveLength(4);
    });

    test("are set all at once on one supplier, with one event, and none where they stand so", async () => {
      for (const name of ["A", "B", "C"]) await add(name);
      await mark({ what: "tag", tag: "3", isSet: true });
      const set = (over: { tags?: readonly string[]; owner?: string | null }, supplier = id) =>
        scene.store.marks.set({
          ...{ org, supplier, ...over },
          auditOf: (fields) => anEvent({ action: "supplier.changed", details: { fields } }),
        });
      expect(await set({ tags: ["2", "1", "2"], owner: scene.world.admin.id })).toEqual(["owner", "tags"]);
      expect(await row()).toMatchObject({ tags: ["1", "2"], owner: scene.world.admin.id });
      expect(await set({ tags: ["2", "1"] })).toEqual([]);
      expect(await set({ owner: null })).toEqual(["owner"]);
      expect(await row()).toMatchObject({ tags: ["1", "2"], owner: undefined });
      for (const wrong of [{ tags: ["7"] }, { owner: "nobody" }])
        await expect(set(wrong)).rejects.toBeInstanceOf(MissingError);
      await expect(set({ tags: [] }, "nobody")).rejects.toBeInstanceOf(MissingError);
      const [newest] = await scene.store.audit.trail(org, { actions: ["supplier.changed"], most: 9 });
      expect(newest?.details).toEqual({ fields: ["owner"] });
    });

    test("archives once and restores once, by and since whom and when it was first, and out of every list meanwhile", async () => {
      const archive = (hours: number) => mark({ what: "archive", at: hoursLater(hours), by: scene.world.admin.id });
      const { suppliers: s } = scene.store;
      expect([await archive(0), await archive(1)]).toEqual([
        { changed: 1, full: 0 },
        { changed: 0, full: 0 },
      ]);
      expect((await s.get(org, id))?.supplier).toMatchObject({ archivedAt: now, archivedBy: scene.world.admin.id });
      const view = { sort: "ref", direction: "up", page: 1, pageSize: 9 } as const;
      expect(await row()).toBeUndefined();
      expect((await s.table(org, { ...view, archived: ["only"] })).rows.map(({ supplier }) => supplier.id)).toEqual([
        id,
      ]);
      expect((await s.after(org, view, { most: 9 })).some(({ supplier }) => supplier.id === id)).toBe(false);
      expect((await s.spread(org)).countries.reduce((sum, { byBand }) => sum + byBand.none, 0)).toBe(1);
      expect(await s.nextNumber(org)).toBeGreaterThan(Number(scene.world.recipient.supplier.ref.slice(4)));
      expect([await mark({ what: "restore" }), await mark({ what: "restore" })]).toEqual([
        { changed: 1, full: 0 },
        { changed: 0, full: 0 },
      ]);
      expect((await row())?.supplier.archivedAt).toBeUndefined();
      await expect(mark({ what: "archive", at: now, by: "nobody" })).rejects.toBeInstanceOf(MissingError);
    });

    test("are of nobody and nothing that is not there", async () => {
      await expect(mark({ what: "owner", owner: "nobody" })).rejects.toBeInstanceOf(MissingError);
      await expect(mark({ what: "tag", tag: "7", isSet: true })).rejects.toBeInstanceOf(MissingError);
    });
  });
}
