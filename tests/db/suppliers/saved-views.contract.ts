import { beforeEach, describe, expect, test } from "vitest";
import { MissingError } from "#db/errors";
import type { SavedView, Store } from "#db/store";
import { aScene } from "#tests/db/scene";
import { anEvent, aUser } from "#tests/support/factories";
import { aSavedView } from "#tests/support/own-rules";

const audit = anEvent();

/** Views of the suppliers table that people keep. */
export function savedViewsContract(open: () => Promise<Store>): void {
  describe("saved views", () => {
    const scene = aScene(open);
    let org: string;
    let owner: string;
    let other: string;

    beforeEach(async () => {
      org = scene.world.organisation.id;
      owner = scene.world.admin.id;
      other = `second-${org}`;
      const user = aUser({ org, id: other, name: "Hana Weber" });
      await scene.store.users.add({ user, passwordHash: "$argon2id$", audit });
    });

    const keep = async (over: Partial<SavedView> = {}, most = 9) => {
      const view = aSavedView({ org, owner, ...over });
      return { view, outcome: await scene.store.savedViews.save({ view, most, audit }) };
    };
    const seenBy = async (user: string, most = 9) =>
      (await scene.store.savedViews.list(org, { user, most })).map(({ id, by }) => `${id} ${by}`);

    test("are seen by their owner, and by others once they are shared", async () => {
      await keep({ id: "b", name: "B" });
      await keep({ id: "a", name: "A", owner: other, isShared: true });
      await keep({ id: "c", name: "C", owner: other });
      const { name } = scene.world.admin;
      expect(await seenBy(owner)).toEqual([`b ${name}`, "a Hana Weber"]);
      expect(await seenBy(other)).toEqual(["a Hana Weber", "c Hana Weber"]);
      expect(await seenBy(owner, 1)).toEqual([`b ${name}`]);
    });

    test("are changed and removed by their owner alone", async () => {
      const { view } = await keep();
      await keep({ name: "Other", isShared: true });
      expect(await scene.store.savedViews.list(org, { user: owner, most: 9 })).toMatchObject([
        { ...view, name: "Other", isShared: true },
      ]);
      await expect(keep({ owner: other })).rejects.toBeInstanceOf(MissingError);
      const { id } = view;
      const theirs = scene.store.savedViews.remove({ org, id, owner: other, audit });
      await expect(theirs).rejects.toBeInstanceOf(MissingError);
      await scene.store.savedViews.remove({ org, id, owner, audit });
      expect(await seenBy(owner)).toEqual([]);
    });

    test("are so many of one person, and one of them comes first", async () => {
      await keep({ id: "a", isFirst: true }, 2);
      await keep({ id: "x", owner: other, isFirst: true }, 2);
      await keep({ id: "b", isFirst: true }, 2);
      expect((await keep({ id: "c" }, 2)).outcome).toBe("full");
      expect((await scene.store.savedViews.first(org, owner))?.id).toBe("b");
      expect((await scene.store.savedViews.first(org, other))?.id).toBe("x");
      await keep({ id: "b", isFirst: false }, 2);
      expect(await scene.store.savedViews.first(org, owner)).toBeUndefined();
    });
  });
}
